"""English words."""

from __future__ import annotations

from mandate_data.citations.languages.groups_of_words import NEVER
from mandate_data.citations.languages.words import Words, listed

_ORDINAL = (
    r"(?:twenty-|thirty-)?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|tenth|eleventh|twelfth"
    r"|(?:thir|four|fif|six|seven|eigh|nine)teenth|twentieth|thirtieth|penultimate|last"
)

_CITES = (
    r"cit(?:e|es|ed|ing|ation)|quot(?:e|es|ed|ing)|mention(?:s|ed|ing)?|refer(?:s|red|ring)?|recall(?:s|ed|ing)?"
    r"|contain(?:s|ed|ing)?|reproduc(?:es|ed|ing)|publish(?:es|ed|ing)|issued|circulated|distributed|superseded"
    r"|supersed(?:es|ing)|transmit(?:s|ted|ting)|submitted|documents?|docs?|pursuant|see|cf|symbols?|referenced|listed"
)
"""Verbs that cite a document."""

WORDS = Words(
    code="en",
    letters={},
    capitals=True,
    edge=r"\b",
    resolution=r"reso(?:- )?lu(?:- )?tions?|res|(?-i:UNSCRs?|UNGARs?|SCRs?)",
    decision=r"deci(?:- )?sions?|dec",
    number_sign=r"n(?:\.? ?[oº°]s?|rs?|umbers?|ums?)\.?|№{1,2}|#",
    filler=r"including|in particular|notably|namely|such as|inter alia|are|these are|especially|and decisions?"
    r"|as follows|and its|entitled|among them|contained in|also|adopted",
    amended=r"as (?:subsequently |later )?amended",
    among=r"including|in particular|notably|namely|such as|inter alia|especially",
    closing=None,
    conjunction=r"and (?:for|against)|and|or|also|as well as|and also|as well as its|and,? most recently,?"
    r"|most recently,?",
    to=r"to|through",
    of_organ=r"of|by|from|(?:adopted|passed) by",
    before_number=r"in|by|its|the|has|had|have|which|who|that|whose|through|under|see|also|annual|draft|recent"
    r"|relevant|landmark|adopted|passed"
    r"|unanimously|subsequent|latest|first|earlier|new|binding|similar|previous|annexed to",
    adopted=r"adopted|passed|approved|issued|took|enacted|endorsed",
    pronoun=r"it|they|we|he|she|which|who|that|having|have|has|had|been|was|were|not|also|and",
    dated=r"of|dated|adopted on",
    months=(
        r"January|Jan\.?",
        r"February|Feb\.?",
        r"March|Mar\.?",
        "April|Apr\\.?",
        "May",
        "June",
        "July",
        "August|Aug\\.?",
        "September|Sept?\\.?",
        "October|Oct\\.?",
        "November|Nov\\.?",
        "December|Dec\\.?",
    ),
    date=r"(?:{day} (?:of )?)?{month}(?: {day})?,? {year}",
    day_month=r"{day} (?:of )?{month}",
    separator=None,
    relative="(?:of |to |for )?(?:which|whom)|who",
    expressed=r"(?:as )?(?:expressed|stated|made|contained|set out|set forth|reflected|formulated|outlined|laid down)",
    founds=r"establish(?:ed|es|ing)|creat(?:ed|es|ing)|set(?:s|ting)? up|appoint(?:ed|s|ing)|mandat(?:ed|ing)"
    r"|request(?:ed|ing)|ask(?:ed|ing)|invit(?:ed|ing)|urg(?:ed|ing)|call(?:ed|ing) (?:up)?on|instruct(?:ed|ing)"
    r"|conven(?:ed|es|ing)|dispatch(?:ed|es|ing)|re-?establish(?:ed|es|ing)",
    auxiliary=r"having|have|has|had|been|was|were|is|are|not|also|since|then|now|just|already|later|recently"
    r"|unanimously",
    ordinal_part=rf"({_ORDINAL}) part\b",
    treaty=r"(?<!draft\s)(?:treaty|treaties|conventions?|covenants?|protocols?|statutes?|constitutions?)\b",
    refused=r"(?:never|not|n't)(?: (?:yet|been|formally|be|ever)){0,2}"
    r" (?:adopt|pass|approv|endors|issu|enact|vot|consider)[a-z]*"
    r"|(?:refused|declined|failed) to (?:adopt|pass|approve|endorse)|reject(?:s|ed)",
    clause=r"by which|in which|through which|under which|whereby|which|containing|establishing|approving|adopting"
    r"|creating|proclaiming|setting (?:out|up)|extending|renewing|authorizing|convening|launching|declaring|endorsing"
    r"|annexing",
    titled=r"on|concerning|regarding|relating to|entitled|about",
    possessive=r"its|whose|that|this|the same|said|above-mentioned",
    introduction=r"in|by|under|through|with|per|pursuant to",
    heads={
        "Council": "council",
        "Commission": "commission",
        "Assembly": "assembly",
        "Committee": "committee",
        "Conference": "conference",
        "Board": "board",
    },
    subject=r"(?:Recall|Reaffirm|Not|Tak|Welcom|Bear|Hav|Guid|Acknowledg|Recogni[sz]|Stress|Emphasi[sz]|Express"
    r"|Consider"
    r"|Express|Underlin|Underscor|Re-?iterat|Reiterat|Remind|Deepl?y? |Conscious|Mindful|Convinc|Determin|Alarm|Concern"
    r"|Affirm|Commend|Condemn|Act|Referr|Request|Urg|Decid|Adopt|Endors|Invit|Call|Pursu)[a-z]*",
    united_nations=r"United Nations|UN|U\.N\.",
    article_before=r"the same|the",
    owner=r"of",
    purpose=r"on|for|against",
    agent=r"by (?:the )?",
    not_an_owner=r"Member|Mr|Ms|Mrs|Dr|Sir|His|Her|Heads?|Special|Secretary|Under|Assistant|High|President|Chair|Judge"
    r"|Ambassador|Reports?|Programme|Plan|Strategy|Framework|Goals?|Global|Guiding|Sustainable|World|Universal"
    r"|Millennium|International|Basic|Standard|Body|Model|Annex|Part|Chapter|Section|Article|Item|Terms|Operation"
    r"|States|Council|Assembly|Commission|Committee|Governments?",
    organization=r"CFSP|EU[A-Z]{2,8}\b|Common Position|adequacy|Association|Union|Organi[sz]ation|Legislature"
    r"|Parliament|Senate|Federation|Forum|Company|Corporation"
    r"|[Ss]hareholders|Students?|University|League|Bank|Society|Institute|Agency|Party|City|Municipal|Province"
    r"|Assemblies|Republic|Inter[a-z]*-?[A-Z]?[a-z]* Assembly|Congress|Duma|Knesset|Bundestag"
    r"|Bundesrat|Storting|Riksdag|Sejm|Rada|Majlis|Diet\b",
    organ_word=r"Authority|Programme|Program|Secretariat|Fund|Sub-?[Cc]ommittee|Agency|Office|Committee|Board"
    r"|Meeting|Summit|Court|Tribunal|Panel|Bureau|Bank|Forum|Union|Congress|Senate|House",
    actor=r"(?:Sub-?)?[Cc]ommittee|[Bb]oard|Bureau|Cabinet|Chamber|Ministry|Court|Tribunal|Panel|Bank|Group|Plenary"
    r"|Working Party|Secretariat|Authority|Agency|Department|Faculty|Company|Society|Senate|Forum|Storting|Riksdag|Duma"
    r"|Rada|Majlis|Folketing|Bundesrat|Sejm",
    acts_by=r"in|by|through",
    not_a_document=r"forms?|rooms?|flights?|plates?|licen[cs]es?|lots?|invoices?|gates?|seats?|parts?|models?"
    r"|grades?|apt|ext|tel"
    r"|dockets?|p\.o\. box|box|codes?|items?|type|passports?|prices?|patients?|isin|bond series|appeals?"
    r"|class(?:es)?|files?|accounts?|polic(?:y|ies)|s/n|serials|sections?|lp|marks?",
    never_a_document=r"case files?|(?:our|your) ref(?:erence)?"
    r"|drawings?|blueprints?|flats?|apartments?|plots?|highways?|motorways?|invoices?|tickets?"
    r"|receipts?|vouchers?|lot"
    r"|purchase orders?|batch(?:es)?|asset tags?|badges?|serial(?: numbers?|(?! n))|licen[cs]e|building permits?"
    r"|annexures?|(?:product|part|stock|article) codes?|land registry|exhibit|circulars?|constables?|sergeants?"
    r"|paintings?|vehicles?|cars?|trucks?|lorr(?:y|ies)|motor(?:cycle|bike)s?"
    r"|(?:licen[cs]e |number |registration )?plates?"
    r"|passports?|grid references?|map references?|cell blocks?|lockers?|hotel rooms?|parking (?:spaces?|bays?)"
    r"|account numbers?|part numbers?|policy numbers?|claim numbers?|tracking numbers?|reference numbers?"
    r"|registration numbers?|hull numbers?|order numbers?|call numbers?",
    elsewhere_a_thing=r"flights?|dockets?|heats?|rolls?|shades?|parts?|flight plans?(?: filed)?|alternates?"
    r"|(?:student|national) ids?|id cards?|identity cards?|telephones?|phones?"
    r"|warehouses?|vans?|houses?|villas?|suites?|rooms?|cells?|blocks?|towers?|buildings?|barracks|shops?|stalls?"
    r"|desks?|shel(?:f|ves)|box(?:es)?|crates?|cartons?|parcels?|packages?|pallets?|containers?|trailers?|tank(?:er)?s?"
    r"|boats?|ships?|wagons?|engines?|helicopters?|bus(?:es)?|routes?|roads?|trails?|trains?|platforms?|masts?|poles?"
    r"|pylons?|wells?|boreholes?|meters?|samples?|specimens?|slides?|exam papers?|chassis|(?:our|your|my) ref"
    r"|contracts?|orders?|che(?:ques?|cks?)|rifles?|pistols?|printers?|laptops?|cages?|wards?|beds?|halls?|doors?"
    r"|keys?|tags?|models?|appeals?|writ petitions?|criminal cases?|civil suits?|diplomas?|coupons?|patients?|claims?",
    numbered_document=r"docs?|documents?|reports?|letters?|(?:cable|tele)grams?|notes?|records?|papers?"
    r"|symbols?|supplements?|drafts?"
    r"|resolutions?|decisions?|statements?|communications?|publications?|memorand(?:um|a)|stud(?:y|ies)|submissions?"
    r"|proposals?|texts?|addend(?:um|a)|corrigend(?:um|a)|surveys?|reviews?|repl(?:y|ies)|responses?|requests?"
    r"|compilations?|summar(?:y|ies)|guidelines?|principles?|recommendations?|observations?|opinions?|agendas?|lists?",
    prices=frozenset(),
    not_a_name=listed(
        "The This That These Those Its In By See Under Per Through With And Or Of On At From To For As Both Each Any "
        "All No When While Where If Since Before After Draft UN New Also Relevant Several Other Previous Recent "
        "Nations First Second Third Fourth Fifth Sixth Seventh Eighth Ninth Tenth Eleventh Twelfth Thirteenth "
        "Fourteenth Fifteenth Sixteenth Seventeenth Eighteenth Nineteenth Twentieth Thirtieth Fortieth Fiftieth "
        "Sixtieth Seventieth Eightieth"
    ),
    tens=listed("Twenty Thirty Forty Fifty Sixty Seventy Eighty"),
    participle=("ing",),
    operative=("s",),
    of_another_kind=NEVER,
    capital_article=r"The ",
    general_comment=r"general comment|gen\.? (?:comment|cmt\.?)",
    general_recommendation=r"general recommendation|gen\.? rec(?:ommendation|\.)?",
    before_comment=r"in|its|the|their|joint|draft|see|also|has|makes|made|adopted|adopts|issued|published"
    r"|through|under|by|of|recent"
    r"|respective|latest|with|on|new|revised|and",
    within_year=r"in",
    short_labels=r"paras?|arts?|pp?",
    communication=r"communications?|commc?'n\.?|comm?\. nos?\.?",
    labels=(
        (r"(?-i:OPs?|PPs?|O\.P\.|P\.P\.)", "paragraph"),
        (r"(?:pages?|pp?)\b\.?", "page"),
        (
            r"(?:(?:operative|preambular) )?(?:paragraphs?|sub-?paragraphs?|subparas?|paras?|par)\b ?\.?|¶{1,2}|§{1,2}",
            "paragraph",
        ),
        (r"(?:articles?|arts?)\b\.?", "article"),
        (r"(?:annex(?:es)?|appendix|appendices)\b|(?:anns?|app)\.", "annex"),
        (r"(?:chapters?|chaps?|ch)\b\.?", "chapter"),
        (r"(?:sections?|sects?|secs?)\b\.?", "section"),
        (r"principles?\b|princ\b\.", "principle"),
        (r"(?:staff |financial )?rules?\b|(?:staff|financial) regulations?\b|(?-i:rr?)\b\.?", "rule"),
        (r"(?:parts?\b\.?|pts?\.)", "part"),
        (r"tables?\b", "table"),
        (r"(?:figures?|figs?)\b\.?", "figure"),
        (r"box(?:es)?\b", "box"),
        (r"(?:graphs?|charts?|diagrams?)\b", "graph"),
        (r"(?:vol(?:ume)?s?)\b\.?", None),
    ),
    wrapped={},
    numerals=r"one|two|three|four|five|six|seven|eight|nine|ten",
    ordinal=rf"((?:{_ORDINAL})(?:(?:,|,? and|,? to) (?:{_ORDINAL})){{0,4}}) "
    r"(?:(?:preambular|operative) (?:sub-?)?para(?:graph)?s?\b\.?|paragraphs?\b)",
    preamble=r"preamb|\b(?:pmbl|prmbl|pream)\b|\b(?-i:PPs?|P\.P\.)",
    elsewhere=r"above|below|supra|infra|of (?:this|the present) |hereof"
    r"|(?:of|on) (?:the|its) (?:provisional )?agenda(?! for| 20?\d)",
    of_another=r" (?:CRC|ICCPR|ICESCR|CEDAW|CAT|CRPD|CERD|ICERD|CMW|UDHR|OPSC|OPAC)\b(?!/)"
    r"|,? of (?!\d{1,2} [A-Z]|(?:19|20)\d\d\b)"
    r"(?!which|that\b|whom|(?:its|the|that) (?:annex|preamble|report|document|resolution|decision"
    r"|general comment|comment|note|addendum|same)\b(?! (?:no\.? ?)?\d))",
    announced=r"see|also|in its|in particular|especially|particularly|notably|esp\.?|specifically|at|cf\.?|operative"
    r"|preambular|(?:preamble|(?:pmbl|prmbl|pream|preamb)\.),?|op\.|op(?= para)|e\.g\.|inter alia|mainly"
    r"|including|its|whose|the(?= annex (?:to|of) which\b)"
    r"|in(?=(?: (?!of\b)[^\s.;]{1,15}){2,8} (?:thereof|of which)\b)",
    pinpoint_of=r",? (?:of|in|from|to(?= (?:$|(?:the|its|his|her|their|that|document|resolution) |[A-Z(\"\[])))"
    r" (?!(?:the present|this) )",
    of_outer=r",? (?:of|in) (?:the |its )?",
    name_words="and|on|of|the|for|against|its",
    instrument=r"\band (?:the |its )?$"
    r"|\b(?:CRC|ICCPR|ICESCR|CEDAW|CAT|CRPD|CERD|ICERD|CMW|UDHR|OPSC|OPAC)\b(?! Committee|\s{1,2}$)"
    r"|\b(?:Convention|Covenant|Charter|Protocol|Declaration|Constitution|Act|Treaty|Statute|Rules|Guidelines"
    r"|Principles"
    r"|Law|Code|Agenda|Platform)\b"
    r"|\b(?:[Aa]dvisory [Oo]pinion|Court's (?:\w+ )?[Oo]pinion|[Jj]udge?ment)\b"
    r"|\b(?:the|that|this|said) (?:resolution|decision), ",
    go_on=r"and|or|to|through|of|in|on|at|as|by|for|with|from|ff|et|which|where|that|see|above|below|supra"
    r"|infra|adopted"
    r"|concerning|para|paras|entitled|reaffirming|dated|is|was|are|were|shall|should|has|have|had|called|provides?"
    r"|requested|decided|states?|the|thereof",
    ibid=r"[i1l]bid(?:em)?|idem"
    r"|(?-i:Id|(?:[Ss]ee|also|[Cc]f\.|[Ee]\.g\.,?|[Cc]iting|[Qq]uoting|[Cc]ompare|with|under) id)",
    supra=r"supra",
    note=r"(?:foot|end)?notes?|fn\.?|nn?\.",
    above=r"above|supra",
    see=("see", "see also", "mentioned in", "cited in", "referred to in"),
    op_cit=r"(?:op|loc)\.? {0,2}cit",
    series=r"Sess(?:ion)?|[Mm]eetings?|[Mm]tgs?|Suppl(?:ements?)?|Year|Annexes|Plenary|Sessional",
    document=r"(?:UN |U\.N\. |United Nations )?docs?\b\.?|documents?|symbols?",
    page_sign=r"pp?\.",
    article_sign=r"art(?:icle)?s?\.?",
    imprint=r"\bvol\.\s|\beds?\.|\bISBN\b|\bPress\b",
    other_work=r"\bavailable\s(?:at|from)\b|\bv\.\s|\bcase\sNo|\bparas?\.?\s\d|\bsubmission\s(?:of|from|by)\b",
    citing=r"citing|quoting|quoted\sin|cited\sin|as\scited"
    r"|(?<!been\s)(?<!is\s)(?<!are\s)(?<!was\s)(?<!were\s)reproduced\sin",
    suffixes=r"para|add|corr|annex",
    cites_before=r"see|in|of|and|to|document|doc\.|also|by|from|report|cf\.",
    announces=r"see\s(?:also\s)?|cf\.\s",
    at_page="at",
    note_sign=r"nn?\.?",
    versus="v|vs",
    outcome="views|(?:in)?admissibility decision|decision|opinion|adopted",
    page_head="page",
    case_word=r"applications?|appl?\.|petitions?|cases?",
    decided=r"(?:[Jj]udge?ment|[Dd]ecision|[Mm]erits|[Oo]pinion)",
    case_sign=r"nos?\.?",
    party_word="of|for|the|and|others",
    party_joint="and",
    party_office="for the|for",
    before_case=r"(?:See|In|Cf\.?|Also|The|But|And|For|Case|Judge?ment|Matter)(?: also| the| of(?: the)?| in)?",
    of_the="of the|of",
    new_clause=("See ", "see "),
    abbreviations=listed(
        "doc docs no nos para paras par p pp art arts vol vols ch chap chaps sec sect sects mr mrs ms dr prof st "
        "cf ed eds al res add corr rev u.n g.a e.g i.e ibid op cit see viz inter approx resp dec id ser suppl jr n nn "
        "fn v vs sess mtg supp rep reps comm hum rts gen conf conv conn dep dept div nat natl intl prot spec stat "
        "subcomm assoc univ jan feb mar apr jun jul aug sep sept oct nov dec econ soc envtl educ cult cong"
        " fig figs ann anns app pmbl prmbl pream preamb"
    ),
    no_mark_after=listed(
        "no no. nos nos. para para. paras paras. art art. arts arts. p p. pp pp. sect sect. sects sects. chap "
        "chap. vol vol. paragraph paragraphs article articles page pages section sections chapter chapters annex "
        "rule rules goal goals target targets principle principles volume table tables figure figures box boxes graph "
        "session sessions part parts note notes footnote footnotes resolution resolutions age aged"
    ),
    note_begins=r"see|ibid|cf|id|supra|op\. cit|available|report|official|general (?:assembly|comment|recommendation)"
    r"|human rights|committee|commission|security|economic|united nations|submissions?|communications?",
    frequent=listed("the of and to in for on that with is by its this see comment resolution resolutions para paras"),
    distinctive=("esolution", "ecision", "eneral comment", "ouncil", "ssembly"),
    own="its",
    thereof="thereof|of which|of (?:that|the said) (?:resolution|decision)",
    volumes=r"U\.? ?N\.? (?:GA|SC|ESC|TC)OR|U\.N\.T\.S|UNTS|I\.L\.M|ILM|U\.S\.T|L\.N\.T\.S",
    work_in_prose=r"(?:the|an?|his|her|their|'s)\s(?:\w+\s)?(?:book|newspaper|novel|memoir|textbook|thesis)",
    agreed=r"unanimously|by consensus|without a vote",
    hereafter=r"hereinafter|hereafter",
    units=r"degrees?|deg|bits?|pixels?|px|dpi|k?m|[cm]m|arc|microns?",
    several="s",
    periodical=r"The(?:\s[A-Z][\w'-]+){1,4}",
    its_own="own",
    draft=r"drafts?|proposed",
    former="the (?:former|latter|first|second|other)",
    at_its_meeting=r"at its (?:resumed )?\d{1,5}(?:st|nd|rd|th) (?:\(\w+\) )?(?:plenary )?meeting",
    indefinite=r"an?",
    supported=r"endorsed",
    contents=r"contents|official records|chapter|page",
    main_committee=r"(?:first|second|third|fourth|fifth|sixth) committee",
    passive=r"was|were|is|are|(?:has|have|had) been",
    authority=r"(?:city|town|village|municipal|county|parish|borough|district|provincial|regional|cantonal"
    r"|communal|tribal|school"
    r"|student|students'|state) (?:councils?|assembl(?:y|ies)|boards?|legislatures?|senates?)|municipalit(?:y|ies)"
    r"|(?:city|town) hall|ministr(?:y|ies)|prefectures?|parliaments?|senates?|legislatures?|house of representatives"
    r"|congress|synods?"
    r"|chamber of deputies|central bank|mayor|governor|(?:state )?duma|board of (?:directors|trustees"
    r"|supervisors|education|aldermen)|(?:city|town|municipality) of",
    society=r"unions?|associations?|co-?operatives?|clubs?|compan(?:y|ies)|corporations?|shareholders|stockholders"
    r"|congress|synods?|parish(?:es)?|dioceses?|church(?:es)?|schools?|universit(?:y|ies)|facult(?:y|ies)"
    r"|students|federations?|confederations?|leagues?|societ(?:y|ies)|foundations?|directors|trustees|guilds?"
    r"|tenants|residents|employees|workers|cit(?:y|ies)|towns?|municipalit(?:y|ies)|villages?|count(?:y|ies)"
    r"|provinces?|legislatures?|parliaments?|senates?|cabinets?|chambers? of commerce|bar|storting|riksdag"
    r"|duma|rada|majlis|folketing|bundesrat|bundestag|landtag|knesset|sejm|riigikogu"
    r"|loya jirga"
    r"|house of (?:commons|lords|deputies|representatives)|presbytery",
    same_work=r"(?:(?:this|these) (?:report|document|resolution|text|paper|publication|record|speech)(?:e?s)?\b"
    r"[^.;]{0,80}"
    r"|(?:it|they|both|all|the (?:full |whole )?(?:report|document|text)s?) (?:(?:is|are) )?(?:(?-i:[a-z])+ ){0,2})"
    r"\b(?:available|accessible|(?:can|may) be (?:found|consulted|accessed|downloaded))",
    copula=r"is|was|are|were",
    enumerated=r"(?:these|those|they) (?:are|were|include|included)",
    taken_up=r"(?:[a-z]+ ){1,5}[a-z]{3,}ed (?:most recently )?by"
    r"|(?:(?:and|as|then|later|also|further|again|which was|most recently|more recently|recently|subsequently"
    r"|last|since|successively|thereafter|finally)\b,? ){0,4}(?:[a-z]{3,}ed\b,? "
    r"(?:(?:most recently|subsequently|again|further|lately|last)\b,? )?)?(?:by|in|under|through|pursuant to)",
    published="reports?|stud(?:y|ies)|surveys?",
    kind_of_report=rf"{_ORDINAL}|annual|biennial|quarterly|monthly|interim|final|preliminary|initial|progress|joint|new"
    r"|combined|consolidated|periodic|supplementary|mid-?term|thematic|special|draft|revised|follow-?up|background",
    of_a_parliament=r"(?:concurrent|joint) ?reso"
    r"|(?:[HS]|(?<!n\son\s)(?<!m\.\son\s)H\. ?R)\. ?(?:(?:J|Con|Jt)\. ?)?res\.",
    cited=_CITES + r"|\w{4,}ed|\w+ly|reads?|reading|consults?|mandate|predecessor|successor|passages?|excerpts?"
    r"|adopts?|notes?|noting|amends?|amending|revises|revising|replaces?"
    r"|replacing|considers?|considering|examines?|discuss(?:es)?|reviews?|welcom(?:es?|ing)|endors(?:es?|ing)"
    r"|presents?|calls|called|via|about|than|like|between|within|into|onto|until|till|since|before|after|because|while"
    r"|when|where|how|what|why|neither|nor|only|even|still|again|here|there|too|across|against|along|among"
    r"|around|behind"
    r"|below|beneath|beside|besides|beyond|concerning|despite|during|except|following|near|over|regarding|towards?"
    r"|upon|without|though|although|unless|whether|then|thus|hence|but|yet|are|not|did|does|will|would|may|might|can"
    r"|could|must|per|versus|plus|minus|this|these|those|said|says|shows?|states?|explains?|contradicts?|matters?"
    r"|paragraphs?|paras?|pages?|chapters?|annex|ibid|respectively|online|entitled|version|versions|sources?"
    r"|footnotes?",
    cited_by=_CITES,
    heads_codes=r"codes?|articles?|items?|products?|stock|catalogue|materials?|sku|p/n|art|ref(?:erence)?s?|ids?"
    r"|parts? list|list of parts|packing list|inventory|price list",
    session=r"sessions?\b|sess\b\.?",
    short_title=r"hereinafter|hereafter|henceforth|(?:referred to|cited|known) as",
    adopted_text=r"declarations?|principles|rules|guidelines|programme|program|platform|agenda|plan|code|strategy",
)
