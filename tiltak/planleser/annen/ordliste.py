"""The words plans are made of, bokmål and nynorsk, in one place. All in lower case."""

OMRADEORD = (
    *("mål", "hovedmål", "hovudmål", "delmål", "satsingsområde", "satsningsområde", "innsatsområde", "fokusområde"),
    *("område", "strategi", "tema", "temaområde"),
)
INNHOLD = ("innhold", "innhald", "innholdsfortegnelse", "innhaldsliste", "innholdsliste", "innhaldsforteikning")
AVSNITT = {
    "forord": ("forord", "føreord"),
    "bakgrunn": (
        *("innledning", "innleiing", "bakgrunn", "om planen", "formål", "føremål", "situasjonsbilde"),
        *("kunnskapsgrunnlag", "situasjonsbilete"),
    ),
    "veien_fremover": (
        *("oppfølging", "evaluering", "rullering", "gjennomføring", "veien videre", "veien fremover"),
        *("vegen vidare", "vegen framover"),
    ),
}
FELT = {
    "ansvar": (
        *("ansvarlig", "ansvarlige", "ansvar", "hovedansvarlig", "hovedansvar", "ansvarlig enhet", "ansvarlig instans"),
        *("ansvarlig departement", "ansvarlig for tiltaket", "ansvar og samarbeid", "ansvarlig part", "ansvarlig etat"),
        *("ansvarleg", "ansvarlege", "hovudansvarleg", "hovudansvar", "ansvarleg eining", "ansvarleg instans"),
        *("ansvarlig/samarbeid", "ansvarlig / samarbeid", "ansvar/samarbeid", "ansvarleg/samarbeid"),
        *("ansvarlig/samarbeidspart", "ansvarlig og samarbeid", "ansvarleg og samarbeid"),
        *("ansvarleg for tiltaket", "ansvarlig virksomhet", "ansvarleg verksemd", "hvem", "kven", "tiltakseier"),
    ),
    "med": ("medansvarlig", "medansvarlige", "medansvarleg", "medansvarlege"),
    "samarbeid": (
        *("samarbeid", "samarbeider med", "samarbeidsparter", "samarbeidspart", "samarbeidspartner"),
        *("samarbeidspartnere", "i samarbeid med", "samarbeidspartar", "samarbeidspartnarar", "samarbeider"),
        *("involverte", "medvirkende", "medvirkere", "medverkande", "medverkarar", "bidragsytere", "bidragsytarar"),
        *("deltakere", "deltakarar", "deltagere", "andre aktører", "andre aktørar", "andre involverte", "støttes av"),
    ),
    "frist": (
        *("frist", "tidsfrist", "tidsramme", "tidspunkt", "når", "ferdig", "gjennomføring", "tidsplan", "periode"),
        *("tidsrom", "tid", "gjennomføres", "gjennomførast", "ferdigstilles", "ferdigstillast", "innan", "innen"),
    ),
    "start": ("oppstart", "startes", "start", "startar", "starter"),
    "tekst": ("beskrivelse", "om tiltaket", "innhold", "hva", "skildring", "innhald", "kva"),
}  # fmt: skip
FELT_FOR = {word: name for name, words in FELT.items() for word in words}
# Labels that may stand alone on a line without a colon, with the names on the next.
ALENE_ORD = {*FELT["ansvar"], *FELT["med"], "frist", "tidsfrist"}
NRORD, TILTAKSORD = {"nr", "nr.", "nummer", "#"}, {"tiltak", "tiltaket", "navn på tiltaket", "kva", "hva"}
SUMORD = {"sum", "total", "totalt", "i alt", "til sammen", "samla", "samlet"}
VEDLEGGSORD = ("vedlegg", "tillegg", "bilag", "appendiks", "appendix")
LOPENDE = (
    r"løpende|løpande|fortløpende|fortløpande|årlig|årleg|hvert år|kvart år|kontinuerlig|kontinuerleg"
    r"|(?:hvert|kvart) (?:halvår|kvartal)|halvårlig|halvårleg|månedlig|månadleg|hver måned|kvar månad|kvartalsvis"
    r"|ukentlig|kvar veke|(?:to|tre|fire) gang[ae]r i året|(?:hver|kvar) (?:høst|haust|vår)|jevnlig|jamleg|regelmessig"
)
ORGAN = r"kommunestyr\w*|formannskap\w*|bystyr\w*|fylkesting\w*|utval\w+|hovedutval\w+|råd\w*"
VEDTATT = r"vedtatt|vedteken|vedteke|godkjent|godkjend|behandlet|handsama"
# The ends of words that name somebody who can answer for a tiltak: «politikontakt», «rektorer», «helsestasjonen».
ROLLER = (
    *("koordinator", "leder", "leiar", "ledere", "leiarar", "rektor", "rektorer", "rektorar", "politi", "politiet"),
    *("kontakten", "koordinatoren", "lederen", "leiaren", "rektoren", "styreren", "overlegen"),
    *("kontakt", "styrer", "styrere", "styrar", "styrarar", "sjef", "sjefen", "sjefer", "mannen", "direktør"),
    *("direktøren", "stasjonen", "stasjon", "avdelingen", "avdelinga", "tjenesten", "tenesta", "skole", "skolen"),
    *("skolene", "skule", "skulen", "barnehagen", "barnehagene", "råd", "rådet", "ombud", "rådgiver", "rådgivar"),
    *("lege", "legen", "sykepleier", "sjukepleiar", "enheten", "eininga", "teamet", "utvalget", "kontoret", "lag"),
)
