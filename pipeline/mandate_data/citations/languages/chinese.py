"""Chinese words."""

from __future__ import annotations

from mandate_data.citations.languages.folding import signs_of
from mandate_data.citations.languages.words import Words

_OWN = "第号决议定段页条章节大会人权理事安全年月日同上见注的其和与至附件关于题为"
_OTHER = (
    "麻醉药品妇女地位预防犯罪刑事司统计项段"
    "联合国经济及社委员儿童利消除对妇女歧视种族禁止酷刑残疾强迫失踪问移民工保护所有徙文化务非洲盟欧缔约方执行居环境小组"
    "一般性意建通过来文际法"
)

WORDS = Words(
    code="zh",
    letters={**signs_of(_OWN, _OTHER), "、": ",", "。": ".", "《": '"', "》": '"'},
    capitals=False,
    edge="",
    resolution=r"第",
    decision=r"第",
    number_sign=r"No",
    filler=r"包括",
    closing=(r"决议", r"决定"),
    conjunction=r"和|与|及",
    to=r"至",
    of_organ="",
    before_number=r"的|其",
    adopted=r"通过的",
    dated=r"的",
    months=tuple(str(number) for number in range(1, 13)),
    date=r"{year} ?年 ?{month} ?月(?: ?{day} ?日)?",
    day_month=r"{month} ?月 ?{day} ?日",
    separator=r"号?(?:决议)?\s?(?:[,;]|和|与|及){1,2}\s?(?:{date})?\s?第?\s?",
    titled=r"关于|题为",
    possessive=r"(?!)",
    introduction=r"(?!)",
    heads={"理事会": "council", "委员会": "commission"},
    subject=r"(?!)",
    united_nations=r"联合国",
    article_before="",
    owner="",
    agent=r"(?!)",
    not_an_owner=r"(?!)",
    organization=r"代表大会|议会|协会|联盟|世界|欧洲|股东",
    organ_word=r"(?!)",
    not_a_document=r"(?!)",
    prices=frozenset(),
    not_a_name=frozenset(),
    participle=(),
    of_another_kind=r"(?!)",
    capital_article="",
    general_comment=r"一般性意见|一般性评论",
    general_recommendation=r"一般性建议",
    before_comment=r"的",
    communication=r"来文",
    labels=(),
    wrapped={"段": "paragraph", "页": "page", "条": "article", "章": "chapter", "节": "section"},
    elsewhere=r"上文|下文",
    of_another=r"(?!)",
    announced=r"见",
    pinpoint_of=r"(?!)",
    name_words="和",
    instrument=r"公约",
    go_on=r"和|与",
    ibid=r"同上",
    supra=r"supra",
    note=r"注",
    above=r"上",
    see=(),
    op_cit=r"op\. {0,2}cit",
    series=r"届会议",
    document=r"文件",
    abbreviations=frozenset(),
    no_mark_after=frozenset(),
    note_begins=r"见|同上|大会",
    frequent=frozenset(),
)
