"""French words."""

from __future__ import annotations

from mandate_data.citations.languages.folding import ACCENTS, with_accents_lost
from mandate_data.citations.languages.groups_of_words import NEVER
from mandate_data.citations.languages.words import Words, listed

_ORDINAL = (
    r"premier|deuxième|troisième|quatrième|cinquième|sixième|septième|huitième|neuvième|dixième|onzième"
    r"|douzième|treizième|quatorzième|quinzième|seizième|dernier"
)

_CITES = (
    r"cit(?:e|ent|ait|aient|ant|ée?s?|ation)|mentionn(?:e|ent|ait|ant|ée?s?)|référence|renv(?:oie|oyant|oi)"
    r"|rappel(?:le|é|ant)"
    r"|cont(?:ient|enant|enue?s?)|reprodui(?:t|te|tes|ts|sant)|publiée?s?|distribuée?s?|parue?s?|voir|docs?"
    r"|documents?|cotes?"
)
"""Verbs that cite a document."""

WORDS = Words(
    code="fr",
    letters=ACCENTS,
    free_capitals=True,
    capitals=True,
    edge=r"\b",
    resolution=with_accents_lost("réso(?:- )?lu(?:- )?tions?") + r"|rés|(?-i:RCSNU|RAGNU|UNSCRs?|SCRs?)",
    decision=with_accents_lost("décisions?") + "|déc",
    number_sign=r"n(?:\.? ?os?|\.|umé?ros?|um)\.?|№{1,2}|#",
    filler=r"(?:notamment|y compris|en particulier)(?: les?)?|à savoir|telles que|dont|comme|sont|ci-après"
    r"|et décisions?|suivantes|intitulée?s?|adoptées?",
    amended=r"(?:telles? que )?(?:modifiée|amendée)s?",
    among=r"dont|notamment|y compris|à savoir|telles que|en particulier",
    closing=None,
    conjunction=r"et,? (?:plus récemment|dernièrement|tout récemment),?|et(?: (?:(?:à|de|dans|par) )?la)?"
    r"|ou|ainsi que|puis|et aussi",
    to=r"à|au",
    of_organ=r"des|du|de|d'|par le|par la|par|adoptées? par",
    before_number=r"dans|par|a|ont|avait|avaient|sa|ses|la|les|le|de|du|une?|en|vertu|voir|aussi|projet"
    r"|récentes?|pertinentes?|adoptées?"
    r"|également|leurs?|à|précédentes?",
    adopted=r"adoptée?s? par|adoptée?s?|votée?s? par|votée?s?|vota|votèrent|adopta|adoptèrent",
    pronoun=r"il|elle|ils|elles|qui|on|ayant|également",
    dated=r"du|en date du|datée du|de|adoptée le|le",
    months=(
        "janvier|janv\\.?",
        "février|févr?\\.?",
        "mars",
        "avril|avr\\.?",
        "mai",
        "juin",
        "juillet|juil\\.?",
        "août",
        "septembre|sept\\.?",
        "octobre|oct\\.?",
        "novembre|nov\\.?",
        "décembre|déc\\.?",
    ),
    date=r"(?:{day} )?{month} {year}",
    day_month=r"{day} {month}",
    separator=None,
    relative="qui|que|qu'|dont|lequel|laquelle",
    expressed=r"(?:telle?s? qu')?(?:exprimée?s?|énoncée?s?|formulée?s?|faite?s?|contenue?s?|figurant)",
    founds=r"créé|établi|institué|constitué|nommé|mandaté|chargé|prié|invité|engagé|demandé (?:à|au)",
    auxiliary=r"(?:[nl]')?(?:a|ont|avait|avaient|aurait)|été|également|aussi|déjà|ensuite|alors|pas|unanimement",
    ordinal_part=rf"({_ORDINAL}|première|seconde|dernière) partie\b",
    treaty=r"\b(?:traités?|conventions?|pactes?|protocoles?|statuts?|constitutions?)\b",
    refused=r"(?:pas|jamais|point)(?: (?:été|encore)){0,2} (?:adopt|approuv|vot|entérin|examin)[a-zé]*"
    r"|rejet(?:é|ée|ées|és|te)|refusé d'(?:adopter|approuver)",
    clause=r"par (?:laquelle|lequel|lesquelles)|dans (?:laquelle|lequel|lesquelles)|qui|contenant|établissant"
    r"|portant|créant|approuvant|proclamant|énonçant|adoptant|prorogeant|autorisant",
    titled=r"sur|relatives? à|relatives? aux?|concernant|intitulée?s?|portant sur|au sujet de|relatif à|relatif aux?",
    possessive=r"sa|ses|son|cette|ces|cet|ladite|leurs?",
    introduction=r"dans|par|avec|en|selon|conformément à|en application de|aux termes de|de|à",
    heads={
        "Conseil": "council",
        "Commission": "commission",
        "Assemblée": "assembly",
        "Comité": "committee",
        "Conférence": "conference",
    },
    subject=r"(?:Rappelant|Réaffirmant|Notant|Prenant|Se félicitant|Ayant|Guidée?|Considérant|Constatant|Soulignant"
    r"|Exprimant|Consciente?|Convaincue?|Préoccupée?|Profondément|Tenant|Reconnaissant|Agissant|Saluant|Condamnant"
    r"|Vue?|Estimant|Affirmant|Alarmée?|Gravement|Animée?|Attachée?|Persuadée?|Résolue?|Déterminée?|Insistant"
    r"|Remerciant|Regrettant|Déplorant|Accueillant|Sachant|S'inspirant|S'appuyant|Gardant|Désireu(?:x|se)"
    r"|Rappelle|Réaffirme|Prend|Prie|Décide|Demande|Invite|Félicite|Souligne|Exhorte|Note|Approuve|Se déclare"
    r"|Se félicite|Crée|Renvoie|Recommande|Autorise|Charge|Adopte|Remercie|Regrette|Déplore|Condamne|Encourage|Engage"
    r"|Appelle|Lance|Proclame|Déclare|Constate|Considère|Confirme|Accueille)\b",
    united_nations=r"(?:Organisation des )?Nations[ -][Uu]nies|NATIONS UNIES|ONU|Onu|O\.N\.U\.",
    article_before=r"(?:la |le )?même|la|le|les|l'",
    owner=r"des|du|de|d'",
    purpose=r"sur|pour|contre",
    agent=r"par (?:l'|la |le )?",
    not_an_owner=r"M\.|Mme|États|Programme|Plan|Stratégie|Cadre|Objectifs|Rapport|Secrétaire|Haut|Président|Article"
    r"|Conseil|Assemblée|Commission|Comité|Gouvernement",
    organization=r"Association|Union|Organisation|Parlement|Sénat|Fédération|Société|Université|Ligue|Banque|Institut"
    r"|Agence|Parti|Ville|actionnaires|République|Assemblée (?![Gg]énérale)|Congrès",
    organ_word=NEVER,
    actor=r"(?:(?:[Cc]omité|[Gg]roupe|[Tt]ribunal)(?: (?:d'|des? |du )(?:la |l')?[a-zé-]+"
    r"| (?!adopt|approuv)[a-zé-]+)?|Bureau"
    r"|Cabinet|Chambre|[Mm]inistère|Secrétariat|Autorité|[Ss]ociété|[Dd]iète)(?: fédérale)?",
    acts_by=r"par",
    not_a_document=r"formulaires?|bureau|salle|vol|plaque|permis|lot|facture|porte|modèle|tél|poste|type",
    never_a_document=r"appartements?|appt|parcelles?|factures?|billets?|bons? de commande|numéros? de série"
    r"|immatriculations?|gendarme|pièces? à conviction|codes? (?:produit|article)s?"
    r"|véhicules?|voitures?|camions?|motos?|immatriculée?s?|plaques?(?: d'immatriculation)?|passeports?|reçus?"
    r"|dossiers? médica(?:l|ux)|références? cadastrales?|chambres? d'hôtel",
    elsewhere_a_thing=r"numéros? d(?:e |u |')(?!doc|publi|rapport)\w+|téléphones?|vols?|camionnettes?"
    r"|cartes? d'identité|chambres?|salles?|bureaux?|maisons?|villas?|immeubles?|bâtiments?|cellules?|blocs?|tours?"
    r"|étages?|contrats?|polices?|comptes?|colis|conteneurs?|routes?|autobus|trains?|échantillons?|lots?|modèles?"
    r"|moteurs?|puits|poteaux?|compteurs?|permis|chèques?|commandes?|(?:notre|votre|nos|vos) réf|lits?|patients?",
    numbered_document=r"docs?|documents?|rapports?|lettres?|télégrammes?|notes?|suppléments?|projets?"
    r"|résolutions?|décisions?|cotes?"
    r"|publications?|communications?|études?|mémorandums?|propositions?|textes?|additifs?|rectificatifs?|réponses?"
    r"|demandes?|exposés?|déclarations?|observations?|directives?|principes?|recommandations?|avis|listes?",
    prices=frozenset(),
    not_a_name=listed("La Le Les L En Par Dans Selon Sous Vu Cette Sa Son Voir Nations ONU"),
    participle=("ant",),
    of_another_kind=r"(?i:académique|universitaire|étudiante?|scolaire|constituante|populaire|métropolitain)|"
    r"(?:extra)?ordinaire|presbytéral|paroissial|diocésain|syndical|communa(?:l|ux)|municipa(?:l|ux)|nationale?s?"
    r"|constitutionnel|régiona(?:l|ux)|départementa(?:l|ux)"
    r"|généra(?:l|ux)|fédérale?|cantona(?:l|ux)|provincia(?:l|ux)|législati(?:f|ve)|supérieure?|nordique|de l'Arctique"
    r"|sociale?|publique|routière|civile|nucléaire|privée|alimentaire|intérieure|sanitaire"
    r"|parlementaire|interparlementaire|interaméricaine|africaine|européenne|mondiale|exécutif|des ministres",
    capital_article=r"(?:L'|La |Le )",
    general_comment=with_accents_lost("observations? générale"),
    general_recommendation=with_accents_lost("recommandations? générale"),
    before_comment=r"dans|sa|ses|son|le|la|les|l'|de|du|des|voir|aussi|adoptée?s?|publiée?s?|par|en|et|sur|à",
    within_year=r"en",
    short_labels=r"paras?|par|arts?|pp?",
    communication=r"communications?",
    labels=(
        (r"(?-i:OPs?|PPs?)", "paragraph"),
        (r"(?:pages?|pp?)\b\.?", "page"),
        (
            r"(?:alinéas?|al|paragraphes?(?: opérat(?:ifs?|oires?))?|paragr|paras?)\b ?\.?|para?\.|¶{1,2}|§{1,2}",
            "paragraph",
        ),
        (r"(?:articles?|arts?)\b\.?", "article"),
        (r"(?:annexes?|appendices?)\b|(?:ann|app)\.", "annex"),
        (r"(?:chapitres?|chap)\b\.?", "chapter"),
        (r"(?:sections?|sect)\b\.?", "section"),
        (r"principes?\b", "principle"),
        (r"règles?\b", "rule"),
        (r"parties?\b", "part"),
        (r"tableaux?\b", "table"),
        (r"(?:figures?|fig)\b\.?", "figure"),
        (r"encadrés?\b", "box"),
        (r"(?:graphiques?|diagrammes?)\b", "graph"),
        (r"(?:vol(?:ume)?s?)\b\.?", None),
    ),
    wrapped={},
    numerals=r"un|deux|trois|quatre",
    ordinal=rf"((?:{_ORDINAL})(?:(?:,|,? et|,? à) (?:{_ORDINAL})){{0,4}}) alinéas?\b(?: du préambule)?",
    preamble="préambule",
    elsewhere=r"ci-dessus|ci-dessous|supra|infra|ci-après|du présent|de la présente|plus haut|plus bas"
    r"|(?:de l'|à l'|de son |à son )ordre du jour",
    of_another=r" (?:de|du|des) (?!(?:son|sa|l'|la |le )?(?:annexe|préambule|rapport|document|résolution"
    r"|décision|observation"
    r"|note|additif|même)\b)|\sde\sl'(?!annexe|observation|additif)",
    announced=r"voir|aussi|(?:en|dans|à) (?:son|ses|sa)|également|en particulier|notamment|cf\.?|à|au|aux|surtout"
    r"|spécialement|les|le|dispositif|du"
    r"|préambule|son|sa|ses",
    pinpoint_of=r"(?:,? (?:de|du|des|dans)| (?:à|au)) (?!(?:présent|présente|la présente)\b)",
    of_outer=r",? (?:de|du|des|à|dans) ?(?:la |l'|le |son |sa )?",
    name_words="et|de|des|du|la|le|les|l'|pour|aux|à|économique|social|sociaux|générale|droits|d'|sécurité"
    r"|contre|torture|l'enfant|l'homme|l'élimination|l'égard|discriminations?|raciale|toutes|formes|femmes|personnes"
    r"|handicapées|travailleurs|migrants|disparitions|forcées|économiques|culturels|civils|politiques",
    instrument=r"\bet (?:le |la |l'|les )?$"
    r"|\b(?:Convention|Pacte|Charte|Protocole|Déclaration|Constitution|Loi|Traité|Statut|Règles|Principes|Code"
    r"|Programme|[Rr]èglement(?! (?:intérieur )?\())\b"
    r"|\b(?:[Aa]vis consultatif|[Aa]rrêt)\b|\b(?:la|cette|ladite) (?:résolution|décision), ",
    go_on=r"et|ou|à|au|de|du|des|dans|en|sur|par|pour|avec|qui|que|où|voir|intitulée?|relative?|concernant"
    r"|adoptée?|est|sont"
    r"|sur|le|la|les|aux|portant|puis|ainsi|demande|prévoit|annexe|datée|ci",
    ibid=r"ibid(?:em)?|idem|(?-i:Id)",
    supra=r"supra",
    note=r"notes?(?: de bas de page)?",
    above=r"ci-dessus|supra|plus haut",
    see=("voir", "Voir", "voir aussi", "Voir aussi", "voir également", "Voir également"),
    op_cit=r"(?:op|loc)\.? {0,2}cit",
    note_above=r"(?:préc\.|précitée?s?),? note",
    series=r"session|Suppléments?|année|séances?|annexes|plénières?",
    document=r"docs?\b\.?(?: N\.?U\.?| ONU)?|documents?|publication|cotes?",
    page_sign=r"pp?\.",
    article_sign=r"art(?:icle)?s?\.?",
    imprint=r"\bvol\.\s|\b[ée]ds?\.|\bISBN\b|\b[ÉE]ditions\b|\bPresses?\b",
    other_work=r"\bdisponible\s(?:à|sur)\b|\b[vc]\.\s|\baffaire\sn|\bpar\.\s\d|\bcontribution\s(?:de|du|des)\b",
    citing=r"citant|cité(?:e|s|es)?\sdans|reproduite?s?\sdans",
    suffixes=r"par|add|corr|annexe",
    cites_before=r"voir|dans|de|du|et|à|au|document|doc\.|aussi|par|rapport|cf\.",
    announces=r"voir\s(?:aussi\s|également\s)?|cf\.\s",
    at_page="at",
    note_sign=r"nn?\.",
    versus="v|vs|c",
    outcome="constatations|décision|avis|adoptée?s?",
    page_head="page",
    case_word="requêtes?|affaires?",
    decided=r"(?:[Aa]rrêt|[Jj]ugement|[Dd]écision|[Aa]vis)",
    case_sign="n[°º]",
    party_word="de|la|al|et",
    party_joint="et",
    party_office="pour",
    before_case=r"(?:Voir|Affaire|Arrêt)(?: l'affaire)?",
    of_the="du|de la",
    new_clause=("Voir ", "voir "),
    abbreviations=listed(
        "v vs c doc docs no nos par paragr p pp art arts vol chap sect m mm mme mmes mlle dr prof cf ed éd eds al res"
        " rés add corr ann app"
        " supp off préc obs gén ass plén rapp rec coll trad comm cons"
        " rev e.g i.e ibid op cit voir dec déc suppl n sess st fig janv févr avr juil sept oct nov env"
    ),
    no_mark_after=listed(
        "no no. nos nos. par par. paragr paragr. art art. arts arts. p p. pp pp. sect sect. chap chap. vol vol."
        " paragraphe"
        " paragraphes article articles page pages section sections chapitre chapitres annexe annexes règle"
        " règles objectif"
        " objectifs cible cibles principe principes volume tableau tableaux figure figures encadré graphique"
        " session sessions"
        " partie parties"
        " note notes résolution résolutions âge"
    ),
    note_begins=r"voir|ibid|cf|id|supra|op\. cit|disponible|rapport|documents officiels|assemblée générale|observation"
    r"|recommandation|droits de l'homme|comité|commission|conseil|nations unies|communications?",
    frequent=listed(
        "le la les des du et dans que qui une pour au aux à en ses ce cette ainsi "
        "par sur est résolution résolutions décision voir paragr droits conseil générale assemblée nations unies "
        "documents officiels supplément annexe annexes rapports paragraphe paragraphes chapitre comité"
    ),
    distinctive=("ésolution", "écision", "bservation générale"),
    own="sa|ses|son",
    work_in_prose=r"(?:le|un|son|leur)\s(?:livre|roman|manuel|ouvrage)",
    elliptic="la|les",
    agreed=r"à l'unanimité|par consensus|sans vote",
    hereafter=r"ci-après(?: dénommée?)?",
    units=r"degrés?|bits?|pixels?|px|dpi|ppp|k?m|[cm]m",
    several="s",
    periodical=r"(?:Le|La|Les)(?:\s[A-Z][\w'-]+){1,4}",
    its_own="propres?",
    draft=r"(?:avant-)?projets? de",
    former=r"ce(?:lui|lle)-(?:ci|là)|ce dernier|cette dernière|le premier|la première|le second|la seconde|l'autre",
    joint="conjointes?",
    at_its_meeting=r"[àa] sa \d{1,5} ?(?:re|e|er|ère|ème) séance(?: plénière)?",
    main_committees=listed("Premiere Deuxieme Troisieme Quatrieme Cinquieme Sixieme"),
    indefinite=r"une?",
    contents=r"table des matières|sommaire|documents officiels|chapitre|page",
    main_committee=r"(?:première|deuxième|troisième|quatrième|cinquième|sixième) commission",
    passive=r"(?:a|ont|avait|avaient) été|fut|furent|est|sont|était",
    authority=r"hautes? autorités?|autorités? de|agences? (?:nationale|française)|comités? de la réglementation"
    r"|conseils? (?:municipa(?:l|ux)|communa(?:l|ux)|régiona(?:l|ux)|généra(?:l|ux)|départementa(?:l|ux)"
    r"|cantona(?:l|ux)|provincia(?:l|ux)|d'administration|des ministres)"
    r"|ministres? de|grand conseil|bundestag|municipalités?|mairies?|communes?|préfectures?"
    r"|ministères?|parlements?|sénats?|assemblées? (?:nationales?|provinciales?|législatives?|régionales?)|ville de",
    society=r"syndicats?|associations?|coopératives?|clubs?|compagnies?|entreprises?|sociétés?|actionnaires"
    r"|congrès|synodes?"
    r"|paroisses?|diocèses?|églises?|écoles?|universités?|facultés?|étudiants|fédérations?|confédérations?|ligues?"
    r"|fondations?|copropriétaires|locataires|habitants|salariés|villes?|communes?|municipalités?|provinces?|cantons?"
    r"|parlements?|sénats?|gouvernements?|chambres? de commerce|barreau|partis?",
    supported=r"(?:fait|font|fit) (?:siennes?|leurs?)|appuyé|appuie|entériné|entérine",
    adjective=r"(?:annuelle|biennale|connexe|triennale|budgétaire|historique|pertinente|précitée|susmentionnée"
    r"|précédente|récente|importante|célèbre|unanime|humanitaire|fondatrice|thématique|technique)(?:e?s)?",
    same_work=r"(?:(?:ce|cet|cette|ces) (?:rapport|document|texte|publication|résolution|compte rendu)s?\b[^.;]{0,80}"
    r"|(?:il|elle|le (?:rapport|document|texte)) (?:est )?|(?:ils|elles|les (?:rapport|document|texte)s) (?:sont )?)"
    r"\b(?:disponibles?|peu(?:t|vent) être consultée?s?|consultables?|accessibles?)",
    thereof=r"de (?:celle-ci|cette résolution|ladite résolution|cette décision)",
    copula=r"est|était|sont|étaient",
    enumerated=r"(?:ce sont|ce furent|il s'agit|elles sont|celles-ci sont)(?: de| des)?",
    taken_up=r"(?:(?:et|puis|tel que|telle que|ensuite|plus récemment|dernièrement|tout récemment|enfin"
    r"|encore)\b,? ){0,4}"
    r"(?:[a-zà-ÿ]{3,}[éi]e?s?\b,? (?:(?:plus récemment|dernièrement|ensuite"
    r"|de nouveau)\b,? )?)?"
    r"(?:par|dans|de)(?: la| les)?",
    cited=_CITES + r"|\w+ment|lire|lu|lus|avec|sans|sous|entre|vers|chez|contre|pendant|depuis|avant|après"
    r"|près|comme|que|qui|dont|où|quand|car|mais|donc|puis|ainsi|selon|parmi|malgré|hormis|sauf|concernant"
    r"|suivant|ne|pas"
    r"|plus|moins|via|est|sont|fut|soit|dit|remplace|modifie|complète|paragraphes?|pages?|chapitres?|annexe"
    r"|ibid|version",
    cited_by=_CITES,
    heads_codes=r"codes?|articles?|(?:référence|réf)\.?(?: (?:article|produit))?|produits?|catalogue"
    r"|liste des (?:pièces|articles)|pièces(?: détachées)?|nomenclature|désignation",
    session=r"session|sess\.",
    short_title=r"ci-après|dénommée?|désormais",
    adopted_text=r"déclaration|principes|règles|directives|programme|plan|code|stratégie",
)
