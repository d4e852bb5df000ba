"""Chinese words."""

from __future__ import annotations

from mandate_data.citations.languages.folding import signs_of
from mandate_data.citations.languages.groups_of_words import NEVER, Others, Written
from mandate_data.citations.languages.words import Words

_OWN = "第号决议定段页条章节表图框插文原则以大会人权理事安全年月日同上见注的其和与至附件关于题为一二三四五六七八九十"
_OTHER = (
    "麻醉药品妇女地位预防犯罪刑事司统计项段"
    "联合国经济及社委员儿童利消除对妇女歧视种族禁止酷刑残疾强迫失踪问移民工保护所有徙文化务非洲盟欧缔约方执行居环境小组"
    "一般性意建通过来文际法"
)

_BODIES = (
    "组织|联盟|同盟|联合会|联会|总会|商会|协会|学会|工会|教会|公会|董事会|监事会|委员会|学院|大学|公司|集团|企业|银行|基金|基金会|机构|中心|论坛"
    "|议会|国会|议院|参议|众议|代表|股东|会员|职工|共同体|联邦|共和国|王国|国民|全国|政府|内阁|部长|最高|中央|地方|署|局|省|州|市|县"
    "|东盟|非盟|欧盟|阿盟|北约|议联|奥委会|邮联|电联|世卫|世贸|刑警|教科文|粮农|工发"
)
"""How the names of organizations and countries end."""
_NAMES = (
    "国际|世界|全球|非洲|欧洲|亚洲|美洲|大洋洲|太平洋|加勒比|阿拉伯|伊斯兰|北欧|北极|西亚|中东|红十字|红新月|区域|地区|国家"
    "|民族|人民|公民|民主|自由|立宪|制宪|科学|体育|足球|奥林匹克|卫生|劳工|劳动|气象|邮政|电信|海事|航空|民航|知识产权|原子能"
    "|旅游|海关|学生|青年|妇女|缔约方|缔约国|经济|社会|发展|贸易|合作|司法|律师|法律|医学|宗教|佛教|基督|犹太|穆斯林|学术|作家"
)
"""What right before `大会` makes another's of it: its region, its subject, its members."""
_FREE = (
    "联合国|联系|就|获|回顾|忆及|根据|依据|依照|按照|遵照|遵循|遵从|遵守|按|依|照|据|重申|铭记|谨记|意识到|认识到|注意到|赞赏地注意到|关切地注意到"
    "|欢迎|赞扬|考虑到|鉴于|有鉴于|念及|参照|参考|参见|另见|见|援引|引用|提及|提到|述及|强调|着重|确认|承认|肯定|认为|相信|深信"
    "|表示|支持|赞同|同意|核可|核准|批准|认可|接受|执行|实施|落实|贯彻|履行|遵行|响应|违反|违背|补充|修正|修订|修改|取代|替代|废除"
    "|撤销|延长|续延|终止|结束|设立|成立|解除|暂停|中止|启动|协助|通知|告知|提醒|代表|主持|参加|出席|载于|列于|列入|载入|基于|本着|为了|按照其|关于|有关|涉及|对于|至于|针对|由于|因为|因|由|经|经由|被|受|应|在|于|自"
    "|自从|从|向|对|与|同|和|及|以及|及其|并|并且|或|或者|而|但|但是|即|如|例如|包括|特别是|尤其是|是|为|作为|将|把|使|让|请|要求|请求"
    "|促请|敦促|呼吁|建议|提议|邀请|授权|委托|鼓励|感谢|祝贺|希望|期待|忆|还|又|也|再|再次|再度|亦|还回顾|尚|均|都|当|当时|时|后|前"
    "|之前|之后|以来|期间|上|下|中|内|外|此外|然后|随后|其后|此后|后来|同时|最后|首先|其中|因此|所以|该|本|上述|前述|这些|这项|各项"
    "|届会议|届常会|了|着|过|到|年|月|日|号|次|届|段|条|章|节|页|项|决议|决定|规定|说明|报告|通过|通过了|宣布|指出|申明|声明|决心|承诺|遵照|提交"
    "|提请|送交|转交|收到|审议|审查|讨论|研究|跟进|回应|符合|满足|完成|满意地|赞赏地|关切地|欣见|欣慰|遗憾|谴责|牢记|坚信|信守|恪守|维护"
    "|拥护|按|凭|以|则|若|如果|虽然|尽管|不仅|不但|根据其|源自|来自|取自|根植于|等|第一次|首次|题为|名为|称为|称|说|谈到|载述|阐述|引述"
)
"""What stands before an organ without being part of its name: verbs, prepositions, and so on."""
OTHERS = Others(
    before=rf"(?:{_BODIES})的?(?:[(（][^()（）]{{1,24}}[)）])?|{_NAMES}|(?<![A-Z/])(?!UN|GA)[A-Z]{{2,}} ?",
    free=rf"{_FREE}|的",
    between=r"(?:已|曾|也|还|又)?(?:[在于以]其?|通过了?|的)?",
    acts=r"[\s,，:：]{0,2}(?:[0-9]{4}年|在|于|的|其|也|还|又|已|曾|通过|决定|核可|批准|第[0-9])",
)

_TRADITIONAL = (
    "決議號條頁節圖會權與關為爲聯國經濟員兒婦視種殘強彊問題護務歐約環組見過際來執開發貿業報補該這後時長東"
    "亞學機構總協團銀數據維難證書產産縣審續請將軍衛勞氣電類藥醫載轉遞閱參顧憶確認歡譴責調則規劃屆項錄樣單"
    "車輛賬帳戶樓廈間編碼獲銘謹識讚贊賞鑒鑑於違應廢銷織臺從對當動還陸論滿實術訂計記設評話說説諾讀變讓賀輸"
    "農運遠郵釋針闡隨預體併並佈係內勵區寧專徹慮態憲極準監盡糧紀紅級統繫聲職蘇製"
)
_SIMPLIFIED = (
    "决议号条页节图会权与关为为联国经济员儿妇视种残强强问题护务欧约环组见过际来执开发贸业报补该这后时长东"
    "亚学机构总协团银数据维难证书产产县审续请将军卫劳气电类药医载转递阅参顾忆确认欢谴责调则规划届项录样单"
    "车辆账账户楼厦间编码获铭谨识赞赞赏鉴鉴于违应废销织台从对当动还陆论满实术订计记设评话说说诺读变让贺输"
    "农运远邮释针阐随预体并并布系内励区宁专彻虑态宪极准监尽粮纪红级统系声职苏制"
)
"""Characters as texts had them until the 1970s, and some still have, and those they are read as, in the same order."""

_CITES = r"见|参见|参阅|载于|载有|引用|援引|引述|提到|提及|述及|转载|转递|印发|分发|刊登|文号|文件|编号为"
"""Verbs that cite a document."""

_LETTER = r"[\u3400-\u4dbf\u4e00-\u9fff]"
_LINE_END = r"[ \t\u3000]{0,3}\r?\n[ \t\u3000]{0,40}"
_OPENS = rf"(?!{_LETTER}{{0,12}}(?:大会|理事会|委员会)[,，])"
"""No preamble begins here, whose organ is not part of the title above."""
_IN_NUMBER = "|".join(
    rf"(?<={before}{blank}[0-9/]{{{length}}})"
    for before, blank in ((_LETTER, ""), (_LETTER, " "), ("[A-Z]/", ""))
    for length in range(1, 10)
)
_REST_OF_NUMBER = (
    r"(?!(?:19|20)[0-9]{2} ?年)[0-9]{1,4}(?:/[0-9]{1,4})?(?:[(（][0-9]{4}[)）])? ?[号年月日段届条页章节项款]"
)
"""With these, a number that the end of a line broke goes on: no two stand side by side."""
_BROKEN = (
    rf"(?<={_LETTER}){_LINE_END}{_OPENS}(?={_LETTER}|[,，、。；;：:(（])"
    rf"|(?<=[0-9])(?=[ \t\u3000\r\n])(?:{_IN_NUMBER}){_LINE_END}(?={_REST_OF_NUMBER})"
    rf"|(?<=第){_LINE_END}(?=[0-9])|(?<=[0-9)），、]){_LINE_END}(?=[号段条页章节年届]|决[议定])"
)
"""A line end within a word or a number, or between a number and its word."""

_DIGIT, _ZERO, _STEM = "一二三四五六七八九", "〇○零◯", "甲乙丙丁戊己庚辛壬癸"
_FIGURES = f"[{_DIGIT}][{_DIGIT}{_ZERO}]"
_SPELLED = (
    f"(?=[{_DIGIT}][百千]|[{_DIGIT}]?十)"
    f"(?:[{_DIGIT}]千[{_ZERO}]?)?(?:[{_DIGIT}]百[{_ZERO}]?)?(?:[{_DIGIT}]?十)?[{_DIGIT}]?"
)
_NUMBER = rf"(?:{_SPELLED}|{_FIGURES}{{0,3}}|[1-9][0-9]{{0,3}})(?![{_DIGIT}{_ZERO}十百千0-9])"
_JOINT = r"(?:[、，,]|和|与|及|至)"
_SESSION = (
    rf"(?P<year>(?:一九|二[{_ZERO}])[{_DIGIT}{_ZERO}]{{2}})|[{_DIGIT}十]{{1,3}}"
    r"|(?:19|20)[0-9]{2}|(?:E?S-)?[IVXL0-9]{1,8}"
)
_SESSIONS = tuple(
    f"{tens}{ones}" for tens in ("", "十", *(f"{digit}十" for digit in _DIGIT[1:])) for ones in ("", *_DIGIT)
)[1:]
_SPELLED_DAY = f"[{_DIGIT}十]{{1,3}}"
_WRITTEN = Written(
    rf"(?=[第{_DIGIT}十1-9])(?:(?P<sign>第)[ ]?|(?<![{_DIGIT}{_ZERO}十百千0-9/.]))(?P<number>{_NUMBER})"
    rf"(?:[ ]?(?P<letters>[{_STEM}](?:{_JOINT}[{_STEM}]){{0,8}}))?"
    rf"(?:[ ]?[(（][ ]?(?:{_SESSION})[ ]?[)）](?:[ ]?(?P<outer>[{_STEM}])(?=[ ]?[号、，,；;。)）]))?"
    rf"|[ ]?号[ ]?决议[ ]?(?:(?P<behind>[{_STEM}])[ ]?)?(?=[(（])"
    rf"|(?=[ ]?号[ ]?决[议定])|(?(sign)(?=[ ]?号)|(?!))"
    rf"|(?<={_FIGURES}{{2}})(?=(?:{_JOINT}第?{_FIGURES}{{2,3}}){{1,12}}[ ]?号[ ]?决[议定]))",
    figures=dict(zip(_DIGIT, "123456789", strict=True)) | dict.fromkeys(_ZERO, "0"),
    units={"十": 10, "百": 100, "千": 1000},
    letters=dict(zip(_STEM, "ABCDEFGHIJ", strict=True)),
    sessions=_SESSIONS,
    year=rf"(?:一九|二[{_ZERO}])[{_DIGIT}{_ZERO}]{{2}}(?= ?年)",
)
"""Numbers of older texts: 第一五一四(十五)号决议, 第二二〇〇号决议甲(XXI)."""
_OF_SESSION = r"第 ?{number} ?届(?:会议|常会)?"
_AT_A_SESSION = rf"[在于]?其?{_OF_SESSION.replace('{number}', f'[0-9{_DIGIT}十]{{1,4}}')}上?,?"
_WHEN = (
    rf"(?:{_AT_A_SESSION}"
    r"|[在于]?(?:(?:[0-9]{4} ?年 ?)?[0-9]{1,2} ?月 ?)?[0-9]{1,2} ?日,?)?"
)
"""When an organ adopted its resolution: 17日, 在第六十届会议上."""
_AT_A_MEETING = (
    r"[在于]?其?(?:[0-9]{4} ?年 ?)?[0-9]{1,2} ?月 ?[0-9]{1,2} ?日 ?"
    rf"(?:举行的会议|{_OF_SESSION.replace('{number}', f'[0-9{_DIGIT}十]{{1,4}}')})上?,?"
    r"(?:未经表决|一致|协商一致)?(?:即|已|曾)?通过了?(?:题为[\"“][^\"”]{1,60}[\"”])?的?"
)
"""The same, with the day of the meeting and how it was adopted: 在其2004年8月12日举行的会议上未经表决即通过的."""

WORDS = Words(
    code="zh",
    letters={**signs_of(_OWN, _OTHER), "、": ",", "。": ".", "《": '"', "》": '"'},
    variants=str.maketrans(_TRADITIONAL, _SIMPLIFIED),
    capitals=False,
    edge="",
    resolution=r"第",
    decision=r"第",
    number_sign=r"No",
    filler=r"包括",
    closing=(r"决议", r"决定"),
    numbered=r"号",
    conjunction=r"和|与|及|以及",
    to=r"至",
    of_organ="",
    before_number=rf"的|其|在其?|{_WHEN}(?:已|曾|还|又)?(?:在其?)?(?:通过|采纳)了?|{_AT_A_SESSION}的?|{_AT_A_MEETING}",
    adopted=r"通过的",
    pronoun="",
    dated=r"的",
    months=tuple(f"(?:{number}|{spelled})" for number, spelled in enumerate(_SESSIONS[:12], 1)),
    date=rf"{{year}} ?年 ?{{month}} ?月(?: ?(?:{{day}}|{_SPELLED_DAY}) ?日)?",
    day_month=rf"{{month}} ?月 ?(?:{{day}}|{_SPELLED_DAY}) ?日",
    counting_signs="[年月日个项名次届份种条段页]",
    separator=r"\s?号?(?:决议|决定)?\s?(?:\([^()]{1,40}\))?\s?(?:[,;-]|和|与|及|至){1,2}\s?(?:{date})?\s?第?\s?"
    r"|(?<=\)) ?(?=[1-9][0-9]{0,3}\((?:19|20)[0-9]{2}\))",  # an extraction dropped the commas
    titled=r"关于|题为",
    possessive=NEVER,
    introduction=NEVER,
    heads={"理事会": "council", "委员会": "commission", "首脑会议": "conference"},
    subject=NEVER,
    united_nations=r"联合国",
    article_before="",
    owner="",
    purpose="",
    agent=NEVER,
    not_an_owner=NEVER,
    contents=r"目录|正式记录",
    authority=r"(?:(?:外交|教育|卫生|国防|财政|司法|公安|商务|民政|农业|环境保护|交通运输|文化)部|人民政府|市政府|省政府|国务院|董事会|股东大会|市议会|县议会|代表大会(?:常务委员会)?)",
    organization=r"代表大会|议会|协会|联盟|世界|欧洲|股东",
    organ_word=NEVER,
    actor=NEVER,
    acts_by=NEVER,
    not_a_document=r"(?:(?<![\u4e00-\u9fff])|(?<=[是为号牌车]))[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼]",
    never_a_document=r"(?:车牌|车辆|汽车|卡车|发票|机票|车票|驾照|护照|身份证|序列|公寓|收据)(?:号码|编号|号|牌)?",
    elsewhere_a_thing=r"(?<!文)(?<!文件)(?<!第)(?<!编)号(?:码)?|电话|(?:房间|房|宿舍|病房|牢房|合同|账户|保单|样本|型号|订单|楼|大厦)(?:号码|编号|号)?",
    numbered_document=r"文件|报告|决议|决定",
    prices=frozenset(),
    not_a_name=frozenset(),
    participle=(),
    of_another_kind=NEVER,
    capital_article="",
    general_comment=r"一般性意见|一般性评论",
    general_recommendation=r"一般性建议",
    before_comment=r"的",
    within_year=NEVER,
    short_labels=NEVER,
    communication=r"来文",
    labels=(),
    wrapped={"段": "paragraph", "页": "page", "条": "article", "章": "chapter", "节": "section", "卷": None},
    numerals=r"一|二|三|四|五|六|七|八|九|十",
    ordinal="",
    preamble="序言",
    elsewhere=r"上文|下文",
    of_another=NEVER,
    announced=r"见|执行部分|序言部分|序言",
    pinpoint_of=NEVER,
    of_outer=NEVER,
    name_words="和",
    instrument=r"公约",
    go_on=r"和|与",
    ibid=r"同上",
    supra=r"supra",
    note=r"注",
    above=r"上",
    see=(),
    op_cit=r"op\. {0,2}cit",
    series=r"届会议|补编",
    document=r"文件",
    page_sign=r"页",
    article_sign=r"条",
    imprint=r"\bISBN\b|\bvol\.\s|\bPress\b",
    other_work=r"\bv\.\s",
    citing=NEVER,
    suffixes=r"add|corr",
    cites_before=NEVER,
    announces=r"(?:另?见|参见)",
    at_page="at",
    note_sign=r"nn?\.",
    versus="v|vs",
    outcome=NEVER,
    page_head="page",
    case_word="",
    case_sign="",
    party_word="",
    party_joint="",
    party_office="",
    before_case="",
    of_the="",
    note_above=r"(?:(?:上文|前述?|同前)脚?注|[见参]脚注)(?:解|释)?",
    case_behind=r"号(?:申诉|案件?|申请|诉状)",
    year_sign="年",
    new_clause=(),
    abbreviations=frozenset(),
    no_mark_after=frozenset(),
    note_begins=r"见|同上|大会",
    frequent=frozenset(),
    distinctive=("决议", "决定", "一般性意见"),
    others=OTHERS,
    annex=r"(?<!见)附件",
    counted={"原则": "principle", "图表": "graph", "表": "table", "图": "figure", "插文|方框": "box"},
    broken=_BROKEN,
    opening=r"决议案?",
    written=_WRITTEN,
    of_session=_OF_SESSION,
    shares_signs=True,
    joint="联合",
    cited=_CITES
    + r"|在|于|和|与|及|或|是|为|即|如|按|据|由|从|对|以|将|把|被|了|的|到|至|有|称|题为|根据|依照|按照|依据"
    r"|关于|读|审议|讨论|通过|发表|公布|发布|提交|修正|修订|取代|补充|注|注释|本|该|此|第|稿|案|书|函|信|照会|说明|清单|一览|附件|增编|更正"
    r"|摘要|记录|纪要|意见|建议|报|刊|版|年|日|节|段|页|章",
    cited_by=_CITES,
    heads_codes=r"代码|编码|代号|货号|零件号|件号|料号|产品编号|商品编号|部件号|零件清单|物料清单",
    session=r"届会议",
    short_title=r"下称|以下简称|下文简称|简称",
)
