"""The privacy class of every field that could hold words, bytes or a number, outside the case part.

One line: model, class, fields. No patterns: a new field has no class until somebody has thought about it. Codes, times,
yes or no and links to other rows are known by their type.
"""

FORKLARING = {
    "ansatt": "about somebody who works here or with us, in that role; goes when the account goes",
    "kontakt": "a role at a partner and its official channel; deleted by plan (samarbeid.tasks)",
    "virksomhet": "about an organisation, a meeting or an agreement; no person",
    "vedtatt": "the adopted document's own words and numbers; public",
    "plan": "an employee's words about the plan's work, open to all who log in; the forms say that no person is named",
    "telling": "a number of persons, never one: 1-4 are kept as «under fem», never as a number",
    "frosset": "what was published, its figures suppressed before they came here",
    "hemmelig": "a key or a password's print; shown to nobody",
    "logg": "who looked or was refused: codes and random keys, at most 64 signs of an address",
    "teknisk": "an order, a version, a size",
}
KLASSER = """
brukere.Bruker hemmelig: password
brukere.Bruker ansatt: username email navn tittel
brukere.Rolletildeling ansatt: grunn sluttgrunn
brukere.Okt hemmelig: session_key session_data
brukere.Okt ansatt: nettleser
brukere.Kalenderadresse hemmelig: avtrykk
vern.Innsyn logg: roller saker utsnitt soner grunnlag bruker
vern.Avvist logg: referanse side metode bruker
vern.Segl logg: logg ider avtrykk forrige hash nr fra_xid til_xid
vern.Oppslagsvurdering logg: regler merknad innsyn bruker vurdert_av
samarbeid.Aktor virksomhet: slug navn kortnavn nettsted merknad
samarbeid.Aktor teknisk: versjon
samarbeid.AktorAlias virksomhet: navn merknad
samarbeid.Tilknytning ansatt: funksjon
samarbeid.Forum virksomhet: navn formal tiltak_nr moter_per_ar
samarbeid.Forum teknisk: versjon
samarbeid.Mote virksomhet: sted saksliste referat
samarbeid.Mote teknisk: versjon
samarbeid.Motedeltakelse telling: antall
samarbeid.Oppfolgingspunkt virksomhet: tekst
samarbeid.Oppfolgingspunkt teknisk: versjon
samarbeid.Kontaktrolle kontakt: verv navn telefon epost kilde
samarbeid.Kontaktrolle teknisk: versjon
samarbeid.Avtale virksomhet: tittel dokumentreferanse
samarbeid.Avtale teknisk: versjon
samarbeid.Kurs virksomhet: tittel sted tiltak_nr
samarbeid.Kurs teknisk: versjon
samarbeid.Kursdeltakelse telling: antall
tiltak.Plan vedtatt: tittel dato_merknad signatarer utgave
tiltak.Innsatsomrade vedtatt: tittel nr
tiltak.Fokusomrade vedtatt: tittel ordlyd nr
tiltak.Prinsipp vedtatt: tittel ordlyd nr
tiltak.Tiltak vedtatt: tittel tittel_oversikt ordlyd nr
tiltak.Tiltak plan: sammendrag fristar
tiltak.Vedtak vedtatt: gjelder organ saksnummer
tiltak.Vedtak plan: merknad
tiltak.Vedtak teknisk: versjon
tiltak.MuligTiltak vedtatt: tittel ordlyd nr
tiltak.MuligTiltak plan: sammendrag
tiltak.Avsnitt vedtatt: ordlyd
tiltak.Fotnote vedtatt: forkortelse tekst nr
tiltak.Kilde vedtatt: tittel adresse ar
tiltak.Merknad plan: kode tekst
tiltak.Ansvar vedtatt: navn_i_planen enhet_i_planen
tiltak.Ansvar plan: grunn
tiltak.Ansvar teknisk: rekkefolge
tiltak.Aktivitet plan: tittel notat adresse
tiltak.Aktivitet telling: antall
tiltak.Aktivitet teknisk: versjon
tiltak.Indikator plan: navn definisjon enhet kilde maltall mal_ar
tiltak.Indikator teknisk: versjon
tiltak.Maling plan: merknad ar
tiltak.Maling telling: verdi
tiltak.Lenke plan: tittel adresse nasjonal_nr
tiltak.Lenke teknisk: versjon
tiltak.Kommentar plan: tekst
tiltak.Statusrapport plan: begrunnelse gjort avvik neste_steg ar
tiltak.Statusvurdering plan: kommentar
tiltak.Milepael plan: tittel
tiltak.Vedlegg plan: tittel innhold
tiltak.Vedlegg teknisk: versjon storrelse
tiltak.Statusrunde plan: melding ar
tiltak.Varseltekst plan: emne tekst
tiltak.Varseltekst teknisk: versjon
tiltak.Sammendrag plan: emne tekst tiltak
tiltak.Sammendrag teknisk: forsok
tiltak.Statusutkast plan: felt ar
tiltak.MuligHendelse plan: begrunnelse
tiltak.Rullering plan: tittel omrader utgave
tiltak.Rullering teknisk: versjon
tiltak.Rulleringstiltak plan: tittel sammendrag ansvar prinsipper fokusomrader fristar
tiltak.Rulleringstiltak teknisk: plass omrade_nr versjon
tiltak.Rulleringskobling plan: begrunnelse
rapport.Rapport frosset: bilde avtrykk ar
rapport.Rapport teknisk: versjon
rapport.Jobb teknisk: forsok
rapport.Dokument frosset: innhold sha256
rapport.Dokument teknisk: storrelse
"""


def klasser() -> dict[str, str]:
    """«room.Model.field» → class."""
    funnet: dict[str, str] = {}
    for linje in KLASSER.strip().splitlines():
        hode, _, felt = linje.partition(":")
        modell, klasse = hode.split()
        assert klasse in FORKLARING, linje
        for navn in felt.split():
            assert f"{modell}.{navn}" not in funnet, f"{modell}.{navn} står to ganger"
            funnet[f"{modell}.{navn}"] = klasse
    return funnet
