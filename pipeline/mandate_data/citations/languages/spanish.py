"""Spanish words."""

from __future__ import annotations

from mandate_data.citations.languages.folding import ACCENTS, with_accents_lost
from mandate_data.citations.languages.groups_of_words import NEVER
from mandate_data.citations.languages.words import Words, listed

_ORDINAL = r"primero?|segundo|tercero?|cuarto|quinto|sexto|séptimo|octavo|noveno|décimo|undécimo|duodécimo|último"

_CITES = (
    r"cit(?:a|an|ó|aba|ando|ad[ao]s?)|mencion(?:a|an|ó|ando|ad[ao]s?)|referencia|refier(?:e|en)|recuerd(?:a|an)|recordó"
    r"|conten(?:id[ao]s?|iendo)|contiene|reproduc(?:e|id[ao]s?)|publicad[ao]s?|distribuid[ao]s?|figura|véase|véanse|ver"
    r"|docs?|documentos?|signaturas?"
)
"""Verbs that cite a document."""

WORDS = Words(
    code="es",
    letters=ACCENTS,
    free_capitals=True,
    capitals=True,
    edge=r"\b",
    resolution=with_accents_lost("reso(?:- )?lu(?:- )?ci(?:ón|ones)") + r"|res|(?-i:RCSNU|RAGNU|UNSCRs?|SCRs?)",
    decision=with_accents_lost("decisi(?:ón|ones)") + "|dec",
    number_sign=r"n(?:\.? ?os?|\.|ros?|ú?meros?|ú?ms?)\.?|№{1,2}|#",
    filler=r"en particular(?: las?)?|incluidas?(?: las?)?|a saber|entre ellas|(?:tales )?como(?: las?)?|son"
    r"|las siguientes"
    r"|y decisi(?:ón|ones)|tituladas?|aprobadas?",
    amended=r"(?:en su forma |en su versión )?(?:enmendada|modificada)s?|con sus enmiendas",
    among=r"incluidas?|entre ellas|en particular|a saber|tales como",
    closing=None,
    conjunction=r"y,? (?:más recientemente|recientemente|últimamente),?|(?:y|e)(?: (?:(?:con|en|por|de|a) )?las?)?"
    r"|o|u|así como|y también",
    to=r"a|al",
    of_organ=r"del|de|por el|por la|por|aprobadas? por",
    before_number=r"en|por|ha|han|había|habían|su|sus|la|las|el|los|de|del|una?|véase|véanse|también|proyecto"
    r"|recientes?"
    r"|pertinentes?|aprobadas?"
    r"|anteriores|mediante|con|conformidad|virtud|lo|dispuesto",
    adopted=r"aprobadas? por|aprobadas?|adoptadas?|adoptado|aprobado|aprobó|adoptó|dictó|emitió|expidió|expide"
    r"|expedida por|dictada por|tomó",
    pronoun=r"que|quien|ella|ellos|se|habiendo|también",
    dated=r"de|de fecha|del|de fecha de|aprobada el",
    months=(
        "enero|ene\\.?",
        "febrero|feb\\.?",
        "marzo|mar\\.?",
        "abril|abr\\.?",
        "mayo",
        "junio|jun\\.?",
        "julio|jul\\.?",
        "agosto|ago\\.?",
        "septiembre|setiembre|sept?\\.?",
        "octubre|oct\\.?",
        "noviembre|nov\\.?",
        "diciembre|dic\\.?",
    ),
    date=r"(?:{day} de )?{month} (?:de|del) {year}",
    day_month=r"{day} de {month}",
    separator=None,
    relative="(?:(?:de|a) (?:la|las|el|los) )?que|al que|quien|el cual|la cual",
    expressed=r"(?:expresad|formulad|hech|contenid|enunciad)[ao]s?|que figuran?",
    founds=r"creó|creado|estableció|establecido|instituyó|nombró|encargó al?|pidió al?|invitó al?"
    r"|exhortó al?|instó al?|solicitó al?",
    adopts_first=True,
    auxiliary=r"ha|han|había|habían|sido|también|ya|luego|después|no",
    ordinal_part=r"(primera|segunda|tercera|cuarta|quinta|sexta|última) parte\b",
    treaty=r"\b(?:tratados?|convenios?|convenci(?:ón|ones)|pactos?|protocolos?|estatutos?|constituci(?:ón|ones))\b",
    refused=r"(?:no|nunca|jamás)(?: (?:fue|fueron|ha|han|había|sido|ser|la|las|lo|los)){0,3}"
    r" (?:aprob|adopt|respald|examin)[a-zóá]*"
    r"|rechaz(?:ó|ada|adas|aron)",
    clause=r"(?:por|en|mediante) (?:la|las|el|los) (?:que|cual|cuales)|que|en cuyo anexo|estableciendo|aprobando"
    r"|proclamando",
    titled=r"sobre|relativas? a|relativas? al?|relativo a|relativo al|relacionadas? con|tituladas?|acerca de"
    r"|referentes? a",
    possessive=r"su|sus|esa|esas|esta|estas|dicha|dichas|la misma",
    introduction=r"en|por|mediante|según|conforme a|de conformidad con|en virtud de|con arreglo a|de",
    heads={
        "Consejo": "council",
        "Comisión": "commission",
        "Asamblea": "assembly",
        "Comité": "committee",
        "Conferencia": "conference",
        "Junta": "board",
    },
    subject=r"(?:Recordando|Reafirmando|Observando|Tomando|Acogiendo|Teniendo|Guiada|Guiado|Reconociendo"
    r"|Destacando|Subrayando"
    r"|Expresando|Consciente|Convencid[ao]|Preocupad[ao]|Profundamente|Habiendo|Considerando|Haciendo|Actuando"
    r"|Encomiando"
    r"|Vist[oa]s?|Deseos[ao]|Afirmando|Alarmad[ao]|Gravemente|Animad[ao]|Decidid[ao]|Resuelt[ao]|Persuadid[ao]"
    r"|Lamentando|Deplorando|Agradeciendo|Insistiendo|Poniendo|Inspirándose|Basándose|Advirtiendo|Estimando|Reiterando"
    r"|Condenando|Recuerda|Reafirma|Toma|Solicita|Pide|Decide|Invita|Acoge|Subraya|Insta|Observa|Hace|Aprueba|Alienta"
    r"|Celebra|Expresa|Exhorta|Recomienda|Autoriza|Proclama|Declara|Confirma|Encomia|Condena|Deplora|Lamenta|Agradece"
    r"|Reitera|Crea|Establece|Encarga|Adopta)\b",
    united_nations=r"(?:Organización de las )?Naciones [Uu]nidas|NACIONES UNIDAS|ONU|Onu|O\.N\.U\.|NN\. ?UU\.|NNUU",
    article_before=r"(?:la |el )?mism[oa]|la|el|los|las",
    owner=r"del|de",
    purpose=r"sobre|para|contra",
    agent=r"por (?:la |el )?",
    not_an_owner=r"Estados Miembros|Programa|Plan|Estrategia|Marco|Objetivos|Informe|Secretario|Alto|Presidente"
    r"|Artículo|Consejo|Asamblea|Comisión|Comité|Gobiernos?",
    organization=r"Asociación|Unión|Organización|Parlamento|Senado|Federación|Sociedad|Universidad|Liga|Banco|Instituto"
    r"|Agencia|Partido|Ciudad|accionistas|República|Asamblea (?![Gg]eneral)|Congreso|Distrito",
    organ_word=NEVER,
    actor=r"(?:[Cc]omité|[Gg]rupo|[Jj]unta|[Cc]ámara|[Tt]ribunal|[Mm]esa|[Dd]ieta)"
    r"(?: del? (?:la )?[a-zéó-]+| (?!adopt|aprob)[a-zéó-]+)?"
    r"|Gabinete|Secretaría|Ministerio|[Ss]ociedad",
    acts_by=r"por|en",
    not_a_document=r"formularios?|sala|oficina|vuelo|placa|licencia|lote|factura|puerta|modelo|tel|tipo",
    never_a_document=r"piso|apartamentos?|parcelas?|facturas?|billetes?|boletos?|números? de serie"
    r"|órden(?:es)? de compra|matrículas?|códigos? de producto"
    r"|vehículos?|coches?|automóvil(?:es)?|cami(?:ón|ones)|motos?|placas?|pasaportes?|recibos?"
    r"|expedientes? médicos?",
    elsewhere_a_thing=r"números? de(?: |l )(?!doc|publi|informe)\w+|teléfonos?|vuelos?|camionetas?|autobús|autobuses"
    r"|documentos? de identidad"
    r"|habitaci(?:ón|ones)|casas?|salas?|oficinas?|edificios?|celdas?|bloques?|torres?|pisos?"
    r"|contratos?|pólizas?|cuentas?|paquetes?|contenedor(?:es)?|muestras?|rutas?|carreteras?|lotes?|modelos?"
    r"|motor(?:es)?|pozos?|postes?|medidor(?:es)?|cheques?|permisos?|licencias?|camas?|pacientes?"
    r"|(?:nuestra|vuestra|su) ref",
    numbered_document=r"docs?|documentos?|informes?|cartas?|(?:cable|tele)gramas?|notas?|suplementos?"
    r"|proyectos?|resoluci(?:ón|ones)"
    r"|decisi(?:ón|ones)|signaturas?|publicaci(?:ón|ones)|comunicaci(?:ón|ones)"
    r"|estudios?|memorandos?|propuestas?|textos?|adici(?:ón|ones)|respuestas?|solicitud(?:es)?|declaraci(?:ón|ones)"
    r"|observaci(?:ón|ones)|directrices|principios?|recomendaci(?:ón|ones)|opini(?:ón|ones)|listas?",
    prices=frozenset({"S"}),
    not_a_name=listed("La El Las Los En Por Según Mediante Conforme Con Tras Esta Su Véase Naciones ONU"),
    participle=("ndo",),
    of_another_kind=r"[Oo]rdinaria|[Ee]xtraordinaria|[Nn]acional(?:es)?|[Mm]unicipal|[Cc]onstitucional"
    r"|(?i:universitari[oa]|académic[oa]|directiv[oa]|facultativ[oa]|estudiantil|escolar|metropolitan[oa]|popular"
    r"|constituyente|cantonal)"
    r"|[Rr]egional|[Dd]epartamental|[Ff]ederal"
    r"|[Pp]rovincial|[Ll]egislativ[ao]|[Ss]uperior|[Ee]statal|[Pp]arlamentaria|[Ii]nterparlamentaria|[Ii]nteramericana"
    r"|[Aa]fricana|[Ee]urope[ao]|[Mm]undial|[Ee]jecutiv[ao]|de [Mm]inistros"
    r"|[Ss]ocial|[Ii]ndustrial|[Ii]nterior|[Ss]anitaria|[Cc]iudadana|[Vv]ial|[Pp]rivada|[Pp]ública|[Aa]limentaria"
    r"|Nuclear|[Dd]irectivo",
    capital_article=r"(?:La |El )",
    general_comment=with_accents_lost("observaci(?:ón|ones) general(?:es)?"),
    general_recommendation=with_accents_lost("recomendaci(?:ón|ones) general(?:es)?"),
    before_comment=r"en|su|sus|el|la|las|los|de|del|véase|también|aprobadas?|publicadas?|por|y|sobre|con|a",
    within_year=r"en",
    short_labels=r"párrs?|paras?|arts?|págs?|pp?",
    communication=r"comunicaci(?:ón|ones)",
    labels=(
        (r"(?-i:OPs?|PPs?)", "paragraph"),
        (r"(?:páginas?|págs?|pp?)\b\.?", "page"),
        (
            r"(?:párrafos?(?: operativos?)?|párrs?|apartados?|incisos?|numeral(?:es)?)\b ?\.?|paras\b ?\.?|para\."
            r"|¶{1,2}|§{1,2}",
            "paragraph",
        ),
        (r"(?:artículos?|arts?)\b\.?", "article"),
        (r"(?:anexos?|apéndices?)\b", "annex"),
        (r"(?:capítulos?|caps?)\b\.?", "chapter"),
        (r"(?:secci(?:ón|ones)|secc)\b\.?", "section"),
        (r"principios?\b", "principle"),
        (r"(?:reglas?|artículos? del reglamento)\b", "rule"),
        (r"partes?\b", "part"),
        (r"(?:cuadros?|tablas?)\b", "table"),
        (r"(?:figuras?|figs?)\b\.?", "figure"),
        (r"recuadros?\b", "box"),
        (r"(?:gráfic[oa]s?|diagramas?)\b", "graph"),
        (r"(?:vol(?:umen)?(?:es)?s?)\b\.?", None),
    ),
    wrapped={},
    numerals=r"uno|dos|tres|cuatro",
    ordinal=rf"((?:{_ORDINAL})(?:(?:,|,? y|,? a) (?:{_ORDINAL})){{0,4}})"
    r" párrafos? (?:del preámbulo|de la parte dispositiva|preambular(?:es)?|dispositivos?)"
    rf"|párrafos? ((?:{_ORDINAL})(?:(?:,|,? y|,? a) (?:{_ORDINAL})){{0,4}}) (?:del preámbulo|de la parte dispositiva)",
    preamble="preámbulo|preambular",
    elsewhere=r"supra|infra|precedentes?|más arriba|más abajo|del presente|de la presente|que antecede|anterior"
    r"|siguiente"
    r"|(?:del|de su) (?:programa(?! de (?:[Aa]cción|[Tt]rabajo|[Aa]ctividades|las? [A-Z]))"
    r"|orden del día|temario)(?: provisional)?",
    of_another=r" (?:de|del) (?!(?:su|el|la|los)? ?(?:anexo|preámbulo|informe|documento|resolución|decisión"
    r"|observación|nota"
    r"|adición|mismo|misma)\b)",
    announced=r"véase|véanse|ver|también|en particular|especialmente|en especial|cf\.?|en|sobre todo|los|el|sus?"
    r"|de la parte|del"
    r"|dispositiva|dispositivo|preámbulo",
    pinpoint_of=r"(?:,? (?:de|del|en)| (?:a|al)) (?!(?:presente|la presente)\b)",
    of_outer=r",? (?:de|del|en) (?:la |el |su )?",
    name_words="y|e|de|del|la|el|las|los|para|sobre|contra|económico|social|general",
    instrument=r"\by (?:el |la |los |las )?$"
    r"|\b(?:Convención|Convenio|Pacto|Carta|Protocolo|Declaración|Constitución|Ley|Tratado|Estatuto|Reglas"
    r"|Principios|Código"
    r"|Programa|[Rr]eglamento(?! \())\b"
    r"|\b(?:[Oo]pinión [Cc]onsultiva|[Ss]entencia)\b|\b(?:la|esa|dicha) (?:resolución|decisión), ",
    go_on=r"y|o|a|al|de|del|en|sobre|por|para|con|que|donde|véase|titulada|relativa|aprobada|es|son|el|la|los"
    r"|las|e|así|se"
    r"|dispone|pidió|anexo|supra|infra|relacionada",
    ibid=r"ibid(?:em)?|idem|(?-i:Id)",
    supra=r"supra",
    note=r"notas?(?: (?:a|de|al) pie(?: de (?:la )?página)?)?",
    above=r"supra|más arriba|anterior|precedente",
    see=("véase", "véase la", "ver", "Véase", "Véase la", "véanse las", "véase también la", "Véase también la"),
    op_cit=r"(?:op|ob|loc)\.? {0,2}cit",
    note_above=r"\b(?:cit\.|citad[oa]s?),? nota",
    series=r"período|Suplementos?|sesi(?:ón|ones)|año|Anexos|plenarias?",
    document=r"docs?\b\.?(?: N\.?U\.?| ONU)?|documentos?|publicación|signaturas?",
    page_sign=r"págs?\.|pp?\.",
    article_sign=r"art(?:ículo)?s?\.?",
    imprint=r"\bvol\.\s|\beds?\.|\bISBN\b|\bEditorial\b|\bcoord\.",
    other_work=r"\bdisponible\sen\b|\bc\.\s|\bcontra\s[A-Z]|\bcausa\sn|\bpárrs?\.\s\d",
    citing=r"citando|citad[oa]s?\sen|reproducid[oa]s?\sen",
    suffixes=r"párr|add|corr|anexo",
    cites_before=r"véase|ver|en|de|del|y|al|documento|doc\.|también|por|informe|cf\.",
    announces=r"véase\s(?:también\s)?|véanse\s|cf\.\s",
    at_page="at",
    note_sign=r"nn?\.",
    versus="v|vs|Vs|c",
    outcome="dictamen|decisión|opinión|aprobad[ao]s?",
    page_head="página",
    case_word="casos?",
    decided=r"(?:[Ss]entencia|[Dd]ecisión|[Oo]pinión)",
    case_sign=r"n[uú]m\.",
    party_word="de|la|y|otros|del",
    party_joint="y|e",
    party_office="para",
    before_case=r"(?:Véase|Caso|Asunto)(?: el)?(?: caso)?",
    of_the="del|de la",
    new_clause=("Véase ", "véase "),
    abbreviations=listed(
        "v vs c doc docs núm núms num nums no párr párrs parr pág págs pag p pp art arts vol vols cap caps secc sr sra"
        " supl supls suplem ofic ses per trad rec com cons obs gral asam asamb sres dr dra"
        " prof cf ed eds res add corr rev e.g i.e ibid ibíd op cit dec supl n ses ee uu aprox inc fig"
    ),
    no_mark_after=listed(
        "núm núm. núms núms. no no. párr párr. párrs párrs. pág pág. págs págs. p p. pp pp. art art. arts arts."
        " cap cap."
        " caps. secc secc. vol vol. párrafo párrafos artículo artículos página páginas sección secciones"
        " capítulo capítulos"
        " anexo regla reglas objetivo objetivos meta metas principio principios cuadro cuadros gráfico recuadro figura"
        " período sesión parte"
        " partes nota notas resolución resoluciones edad"
    ),
    note_begins=r"véase|véanse|ver|ibíd|ibid|cf|id|supra|op\. cit|disponible|informe|documentos oficiales"
    r"|asamblea general"
    r"|observación|recomendación|derechos humanos|comité|comisión|consejo|naciones unidas|comunicaci",
    frequent=listed(
        "el los las del y que en una por con a al se sus como "
        "su la resolución resoluciones véase párr párrs observación derechos consejo asamblea naciones unidas "
        "documentos oficiales período períodos sesiones suplemento núm anexo anexos informe informes párrafo párrafos "
        "págs capítulo"
    ),
    distinctive=("esoluci", "ecisión", "bservación general"),
    own="sus?",
    work_in_prose=r"(?:el|un|su)\s(?:libro|periódico|manual)|(?:la|una|su)\s(?:novela|tesis)",
    elliptic="la|las",
    thousands=r"\.",
    agreed=r"por unanimidad|por consenso|sin votación",
    hereafter=r"en adelante",
    units=r"grados?|bits?|píxeles|px|dpi|ppp|k?m|[cm]m",
    several="s",
    periodical=r"(?:El|La|Los)(?:\s[A-Z][\w'-]+){1,4}",
    its_own="propi[oa]s?",
    draft=r"(?:ante)?proyectos? de",
    former=r"est[ae] última|este último|aquella|aquel|est[ae]|la primera|el primero|la segunda|el segundo|la otra",
    joint="conjuntas?",
    at_its_meeting=r"en su \d{1,5}[ªa]\.? (?:sesión|reunión)(?: plenaria)?",
    main_committees=listed("Primera Segunda Tercera Cuarta Quinta Sexta"),
    indefinite=r"una?",
    contents=r"índice|sumario|documentos oficiales|capítulo|página",
    main_committee=r"(?:primera|segunda|tercera|cuarta|quinta|sexta) comisión",
    passive=r"fue|fueron|(?:ha|han|había) sido|es|son",
    authority=r"(?:consejos?|concejos?|juntas?) (?:municipal(?:es)?|comunal(?:es)?|departamental(?:es)?|directiv[oa]s?"
    r"|provincial(?:es)?|de ministros)"
    r"|banco central|fiscalías?|procuradurías?|concejos?|ministerios?|ministr[oa]s? de|ayuntamientos?"
    r"|municipalidad(?:es)?|servicios? (?:de|nacional)|agencias? (?:de|nacional)|institutos? nacional"
    r"|direcci[oó]n general"
    r"|SUNAT|AFIP|DIAN|INDECOPI"
    r"|alcaldías?|intendencias?|gobernaciones|gobernación|superintendencias?|secretarías? de (?:hacienda|salud"
    r"|estado|educación)"
    r"|parlamentos?|senados?|congreso|asambleas? (?:nacional(?:es)?|departamental(?:es)?|legislativas?)|diputación",
    society=r"sindicatos?|asociaci(?:ón|ones)|cooperativas?|clubes|club|compañías?|empresas?|sociedad(?:es)?"
    r"|accionistas"
    r"|congresos?|sínodos?|parroquias?|diócesis|iglesias?|escuelas?|universidad(?:es)?|facultad(?:es)?|estudiantes"
    r"|federaci(?:ón|ones)|confederaci(?:ón|ones)|ligas?|fundaci(?:ón|ones)|vecinos|inquilinos|trabajadores"
    r"|ciudad(?:es)?"
    r"|ayuntamientos?|municipios?|provincias?|parlamentos?|senados?|gobiernos?|cámaras? de comercio|partidos?",
    supported=r"(?:hizo|hace|hicieron) (?:suyas?)|apoyó|apoyado|respaldó|respaldado",
    adjective=r"(?:anual|bienal|trienal|presupuestaria|histórica|pertinente|citada|mencionada|precedente"
    r"|anterior|reciente|importante|célebre|unánime|humanitaria|fundacional|temática|técnica|ómnibus)(?:e?s)?",
    same_work=r"(?:(?:este|esta|estos|estas) (?:informe|documento|texto|publicación|resoluci(?:ón|ones))s?\b[^.;]{0,80}"
    r"|el (?:informe|documento|texto) (?:está )?|los (?:informe|documento|texto)s (?:están )?)"
    r"\b(?:disponibles?|pueden? consultarse|accesibles?)",
    thereof=r"de (?:la misma|dicha resolución|esa resolución|esta última|dicha decisión)",
    copula=r"es|era|son|eran",
    enumerated=r"(?:estas|éstas|ellas) (?:son|fueron)|son|se trata de",
    taken_up=r"(?:(?:y|luego|después|posteriormente|más recientemente|recientemente|últimamente|por último)\b,? ){0,4}"
    r"(?:[a-z]{3,}[ai]d[oa]s?\b,? "
    r"(?:(?:más recientemente|posteriormente|de nuevo)\b,? )?)?(?:por|en|mediante)(?: la| las)?",
    cited=_CITES
    + r"|\w{3,}(?:ad|id)[ao]s?|\w+mente|lee|leer|leyó|con|sin|bajo|entre|hacia|hasta|desde|contra|durante|antes"
    r"|después|cerca|como|que|donde|cuando|pero|pues|luego|según|salvo|excepto|sobre|tras|ante|más|menos|es|son|era|fue"
    r"|sea|dice|sustituye|modifica|párrafos?|páginas?|capítulos?|anexo|ibid|versión",
    cited_by=_CITES,
    heads_codes=r"códigos?|artículos?|(?:referencia|ref)\.?(?: (?:del? )?(?:artículo|producto))?|productos?|catálogo"
    r"|lista de (?:piezas|artículos)|piezas|repuestos",
    session=r"períodos?(?: (?:extra)?ordinario)? de sesiones|sesi(?:ón|ones)|per\. de ses\.",
    short_title=r"en adelante|en lo sucesivo|de aquí en adelante|denominad[oa]",
    adopted_text=r"declaración|principios|reglas|directrices|programa|plan|código|estrategia",
)
