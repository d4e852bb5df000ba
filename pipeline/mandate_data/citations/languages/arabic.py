"""Arabic words."""

from __future__ import annotations

from unicodedata import normalize

from mandate_data.citations.languages.folding import STROKES, UNPRINTED, letters_of
from mandate_data.citations.languages.groups_of_words import NEVER, Others
from mandate_data.citations.languages.words import Words, listed

_SAME = {"أ": "ا", "إ": "ا", "آ": "ا", "ى": "ي", "ئ": "ي", "ؤ": "و", "ة": "ه"}
_LIGATURE = "ﻻ"
_LETTERS = letters_of("ابتثجحخدذرزسشصضطظعغفقكلمنهويء" + _LIGATURE)
_SHAPES = {
    chr(code): plain
    for code in range(0xFE70, 0xFEF5)
    if (plain := _LETTERS.get(_SAME.get(shape := normalize("NFKC", chr(code)), shape))) is not None
}
"""Letters in the shape that they have in a word, as texts of the 1990s and some PDFs have them."""

_OWNERS = (
    "منظم|[اإ]تحاد|رابط|جامع|مجلس|وكال|بنك|مصرف|[إا]نتربول|برلمان|هيئ|شرك|جمعي|حزب|نقاب|مؤسس|مساهم|محام|صحفي|مهندس"
    "|[أا]طباء|ولاي|جمهوري|مملك|دول(?:ة)? |كومنولث|صندوق|يونسكو|كنيس|ناد|غرف|طلب|طلاب|شرط|طيران|بريد|صليب|هلال"
    "|رئاس|حكوم|وزار|مدين|محافظ"
)
"""How the names of those begin whose organ it is, behind `of`."""
_ADJECTIVES = (
    "قومي|وطني|[أا]على|روسي|عربي|[إا]سلامي|[أا]فريقي|[أا]وروبي|[أا]مريكي"
    "|نيابي|برلماني|محلي|بلدي|تشريعي|تنفيذي|استشاري|[إا]قليمي"
)
OTHERS = Others(
    behind=rf"\s+لل?(?:ال)?(?!لأمم)(?:{_OWNERS})|\s+(?:ال)?تابعة? لل?(?!لأمم)\w|\s+ال(?:{_ADJECTIVES})ة?\b"
    r"|\s+في\s+(?:ال)?(?:برلمان|جمهوري|مملك|ولاي|مدين|دولة|اتحاد|مجلس)",
    behind_head=r"\s+ال\w{2,}(?:ي|ية)\b",
)

_JOINED = "[وف]?[بلك]?"
"""What is joined to the word behind it: and, so; in, to, as."""
_THE = "(?:ال|لل?)"
"""The article, alone or behind `to`."""

_CITES = (
    r"انظر|الوارد(?:ة)?|ورد(?:ت)?|يرد|ترد|المشار|أشار(?:ت)?|ذكر(?:ت)?|يذكر|المذكور(?:ة)?|نشر(?:ت)?|صدر(?:ت)?|رمز|الرمز"
)
"""Verbs that cite a document."""

WORDS = Words(
    code="ar",
    letters={
        **_LETTERS,
        **{printed: _LETTERS[plain] for printed, plain in _SAME.items()},
        **{printed: str(figure) for figure, printed in enumerate("٠١٢٣٤٥٦٧٨٩")},
        "،": ",",
        "؛": ";",
        **dict.fromkeys("ﻵﻶﻷﻸﻹﻺﻼ", _LETTERS[_LIGATURE]),
        **_SHAPES,
        **dict.fromkeys(STROKES, UNPRINTED),
    },
    ligature=(_LETTERS["ل"] + _LETTERS["ا"], _LETTERS[_LIGATURE]),
    capitals=False,
    edge="",
    resolution=rf"(?:{_JOINED}{_THE}|{_JOINED})قرار(?:ات|ين|ان|ي|ا)?(?:ها|ه)?",
    decision=rf"{_THE}?مقرر(?:ات|ين|ان|ي|ا)?(?:ها|ه)?",
    number_sign=r"(?:ذ(?:ات|ي|و) )?(?:ال|ب)?رقم(?:ي|ا)?|(?:ال)?أرقام",
    filler=r"ولا سيما|بما في ذلك|منها|الدولي(?:ة|ين|ان)?",
    closing=None,
    conjunction=r"و|أو|وكذلك",
    to=r"إلى",
    of_organ="",
    before_number=r"(?:(?:في|بموجب|وفقا|ل|ب) ?){1,3}",
    adopted=r"الصادر عن|الصادرة عن|الصادرة?|الذي اتخذته|الذي اتخذه|الذي اعتمدته|الذي اعتمده",
    pronoun="",
    relative="الذي|التي",
    dated=r"الم[ؤو]رخة?(?: في)?|بتاريخ|في|ل?عام|ل?سنة|للعام",
    of_years=r"لعامي|ل?أعوام|للأعوام|لسنتي|لسنوات",
    months=(
        "كانون الثاني(?:/ ?يناير)?|يناير",
        "شباط/ ?فبراير|فبراير",
        "آذار/ ?مارس|مارس",
        "نيسان/ ?أبريل|أبريل",
        "أيار/ ?مايو|مايو",
        "(?:حزيران/ ?)?(?:يونيه|يونيو)",
        "(?:تموز/ ?)?(?:يوليه|يوليو)",
        "آب/ ?أغسطس|أغسطس",
        "أيلول/ ?سبتمبر|سبتمبر",
        "تشرين الأول/ ?أكتوبر|أكتوبر",
        "تشرين الثاني/ ?نوفمبر|نوفمبر",
        "كانون الأول(?:/ ?ديسمبر)?|ديسمبر",
    ),
    date=r"(?:{day} (?:من )?)?{month} {year}",
    day_month=r"{day} (?:من )?{month}",
    separator=r"\s{0,2}(?:[,;]|و)\s{0,2}و?\s{0,2}",
    titled=r"بشأن|المعنون|المتعلق ب",
    possessive=NEVER,
    its_endings={"council": "ه", "conference": "ه", "commission": "ها", "assembly": "ها"},
    introduction=r"في",
    heads={"المجلس": "council", "اللجنة": "commission", "الجمعية": "assembly", "ا?ل?مؤتمر": "conference"},
    subject=r"(?:و?إذ )",
    united_nations=r"الأمم المتحدة|للأمم المتحدة|الأممي(?:ة|ين|ان)?",
    article_before="",
    owner="",
    purpose="",
    agent=NEVER,
    not_an_owner=NEVER,
    organization=r"البرلمان|رابطة|اتحاد|جامعة الدول",
    organ_word=r"ا?ل?لسلطة|الصندوق|الأمانة|البرنامج|الوكالة|الهيئة|المكتب",
    actor=r"(?:مجلس (?:إدارة|بلدية|بلدي|مدينة|قرية|محافظة)"
    rf"|مجلس(?! (?:{_THE}?أمن(?! القومي)|حقوق|{_THE}?وصاية))|الجمعية العامة(?= لل?(?!أمم))"
    rf"|نقابة|شركة|رابطة|جمعية|نادي|حزب)(?! برنامج| {_THE}?أمم)(?: (?!في )\w+){{1,6}}",
    acts_by=r"في",
    not_a_document=NEVER,
    never_a_document=rf"[وفبك]?{_THE}?(?:شقة|فاتورة|تذكرة|سيارة|مركبة|شاحنة|لوحة|إيصال"
    rf"|جواز(?: {_THE}?سفر)?|رقم {_THE}?تسلسلي)",
    elsewhere_a_thing=rf"[وفبك]?{_THE}?رقم (?!{_THE}?وثيق)\w+"
    rf"|[وفبك]?{_THE}?(?:غرفة|مبنى|منزل|زنزانة|عمارة|حساب|عقد|بوليصة|حاوية|طرد|عينة|محرك|طراز|رخصة)",
    numbered_document=rf"[وفبك]?{_THE}?(?:وثيقة|وثائق|تقرير|تقارير|رسالة|مذكرة|قرار|مقرر|مشروع|ملحق)",
    prices=frozenset(),
    not_a_name=frozenset(),
    participle=(),
    of_another_kind=NEVER,
    capital_article="",
    general_comment=rf"{_THE}?تعليق(?:ات|ين|ان|ي)?(?:ها|ه)? (?:ال)?عام(?:ة|ين|ان)?",
    general_recommendation=rf"{_THE}?توصي(?:اتها|تها|تين|تان|ات|ة) (?:ال)?عام(?:تين|تان|ة)",
    before_comment=r"في|من|و",
    within_year=r"(?:في )?عام|سنة",
    short_labels=NEVER,
    communication=rf"{_THE}بلاغ(?:ات|ين|ان)?",
    labels=(
        (rf"{_JOINED}(?:{_THE}صفح(?:ات|تين|تان|ة)|صفحة|ص\.?)(?: من)?", "page"),
        (rf"{_JOINED}(?:{_THE}فقر(?:ات|تين|تان|ة)|فقرة)(?: من)?", "paragraph"),
        (rf"{_JOINED}(?:{_THE}(?:مواد|ماد(?:تين|تان|ة))|مادة)(?: من)?", "article"),
        (rf"{_JOINED}(?:{_THE}مرفق(?:ات|ين|ان)?|مرفق)", "annex"),
        (rf"{_JOINED}(?:{_THE}(?:فصل(?:ين|ان)?|فصول)|فصل)", "chapter"),
        (rf"{_JOINED}{_THE}(?:فرع(?:ين|ان)?|فروع|جزء|جزأين|أجزاء)", "section"),
        (rf"{_JOINED}{_THE}(?:مبدأ(?:ين|ان)?|مبادئ)", "principle"),
        (rf"{_JOINED}{_THE}(?:قاعد(?:تين|تان|ة)|قواعد)", "rule"),
        (rf"{_JOINED}(?:{_THE}(?:جدول(?:ين|ان)?|جداول)|جدول)", "table"),
        (rf"{_JOINED}{_THE}مجلد(?:ات|ين|ان)?", None),
        (rf"{_JOINED}{_THE}(?:شكل(?:ين|ان)?|أشكال)", "figure"),
        (rf"{_JOINED}{_THE}(?:إطار(?:ين|ان)?|أطر)", "box"),
        (rf"{_JOINED}{_THE}(?:رسم(?:ين|ان)? {_THE}بياني(?:ين|ان)?|رسوم {_THE}بيانية)", "graph"),
    ),
    wrapped={},
    numerals=r"(?:الحادي|الثاني|الثالث|الرابع|الخامس|السادس|السابع|الثامن|التاسع) عشر|الأولى|الأول"
    r"|(?:الثاني|الثالث|الرابع|الخامس|السادس|السابع|الثامن|التاسع|العاشر)ة?",
    ordinal="",
    preamble="ديباجة",
    elsewhere=r"أعلاه|أدناه|من جدول (?:ال)?أعمال",
    of_another=rf" من (?!{_THE}?(?:ديباج|منطوق|مرفق|تقرير|وثيق|مذكر|نص))",
    announced=r"انظر|أيضا|ولا سيما|في|الديباجة",
    pinpoint_of=r" (?:من ?)?",
    of_outer=r" (?:من ?)?",
    name_words="و",
    instrument=r"اتفاقية|الاتفاقية|العهد|الميثاق|ميثاق|البروتوكول|الإعلان|القانون|النظام|(?:القرار|المقرر)، ",
    go_on=r"و|أو|في|بتاريخ|ل?عام|للعام|لعامي|ل?أعوام|للأعوام|ل?سنة|لسنتي|لسنوات|من|على|إلى|عن|الذي|التي|اللذان|اللذين|الصادر(?:ة|ين|ان)?|المؤرخ(?:ة|ين|ان)?|بشأن|انظر|المعنون(?:ة|ين|ان)?|للجنة|لجنة",
    ibid=r"(?:المرجع|المصدر) نفسه|نفس (?:المرجع|المصدر)",
    supra=r"supra",
    note=r"الحاشية",
    above=r"أعلاه",
    see=("انظر",),
    op_cit=r"op\. {0,2}cit|(?:المرجع|المصدر) السابق(?: ذكره)?",
    series=r"الدورة|الملحق",
    document=r"الوثيقة|الوثائق",
    page_sign=r"ص",
    article_sign=r"المادة",
    imprint=r"\bISBN\b|\bvol\.\s|\bPress\b",
    other_work=r"\bv\.\s",
    citing=NEVER,
    suffixes=r"add|corr",
    cites_before=NEVER,
    announces=r"انظر\s(?:أيضا\s)?",
    at_page="at",
    note_sign=r"nn?\.",
    versus="v|vs",
    outcome=NEVER,
    page_head="page",
    case_word=rf"(?:{_THE})?(?:قضية|دعوى|شكوى)",
    case_sign="رقم",
    party_word="",
    party_joint="",
    party_office="",
    before_case="",
    of_the="",
    agreed=r"بالإجماع|بتوافق الآراء|بدون تصويت",
    year_sign="م",
    new_clause=(),
    abbreviations=listed("ص"),
    no_mark_after=frozenset(
        f"{joined}{word}"
        for joined in ("", "و", "ب", "ل", "وب", "ول", "ف", "ك")
        for word in listed(
            "رقم رقمي أرقام و أو إلى الفقرة الفقرات الفقرتان الفقرتين فقرة للفقرة للفقرات للفقرتين"
            " المادة المواد المادتان المادتين مادة للمادة للمواد للمادتين الصفحة الصفحات الصفحتان الصفحتين صفحة"
            " القرار القرارات القرارين القراران قرار قراري قرارات المقرر المقررات المقررين"
            " الدورة الجزء الفرع الفصل المرفق البند البنود البندين"
            " الجدول الجداول الجدولين الجدولان الشكل الأشكال الإطار"
        )
    ),
    note_begins=r"انظر|المرجع نفسه|الوثائق الرسمية|تقرير",
    frequent=frozenset(),
    distinctive=("قرار", "تعليق"),
    others=OTHERS,
    lettered=(
        *("ألف", "باء", "جيم", "دال", "هاء", "واو", "زاي", "حاء", "طاء", "ياء", "كاف", "لام", "ميم", "نون", "سين"),
        *("عين", "فاء", "صاد", "قاف", "راء", "شين", "تاء"),
    ),
    session_sign=r"د ?(?:إ ?(?:ط ?)?)?- ?|(?:ال)?دورة ",
    special_signs=(r"د ?إ ?-", r"د ?إ ?ط ?-"),
    draft=r"مشاريع|مشروع",
    former=r"(?<!الجزء.)(?<!الباب.)(?<!المرفق.)(?<!الفصل.)(?<!الفرع.)(?<!الفقرة.)"
    r"(?:الأخيرة?|الأولى|الأول|الثانية?)(?! ?/)",
    joint="المشتركة?",
    acts_first="و?(?:اعتمد|أقر|اتخذ|أصدر|تبن)(?:ت|ى)?",
    joined_conjunction="و",
    joined_before="[وف]?[بلك]?ـ?",
    founds=r"لم (?:تعتمد|يعتمد|تقر|يقر)(?:ها|ه)?",
    at_its_meeting=r"في جلست(?:ها|ه)(?: العامة)?",
    contents=r"المحتويات|الوثائق الرسمية",
    authority=r"مجلس (?:ال)?(?:مدين[ةه]|بلدي?[ةه]?|قري[ةه]|محافظ[ةه]|وزراء|نواب|شورى|شعب)|وزار[ةه]|البرلمان|بلدي[ةه] ",
    mirrored=True,
    thereof=r"منه|منهما",
    society=r"لل?(?:ال)?(?:نقاب|جمعي[ةه] (?!العام)|شرك|رابط|اتحاد|نادي|حزب|مساهم"
    r"|جامع|كلي|مدرس|كنيس|بلدي|مدين|برلمان|حكوم|غرف)",
    cited=_CITES
    + r"|هو|هي|هذا|هذه|عن|مع|إلى|على|من|في|بعد|قبل|بين|عند|منذ|حتى|كما|أن|إن|التي|الذي|ثم|لكن|أو|غير|حسب|وفق"
    r"|وفقا|بموجب|بشأن|كان|كانت|ليس|لا|لم|قد|(?:ال)?نص",
    cited_by=_CITES + rf"|{_THE}?وثيقة|{_THE}?وثائق",
    heads_codes=r"(?:ال)?رمز(?: القطعة| المنتج| الصنف)?|(?:ال)?كود|رقم (?:القطعة|الصنف|المنتج)|قائمة القطع",
    session=r"(?:ال)?دورة",
    short_title=r"يشار إليه[ا]?|فيما يلي|فيما بعد",
)
