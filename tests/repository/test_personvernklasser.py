"""Every field of every room has a privacy class, and what must not be recorded has no field (faggrunnlag 11, R44).

Free text about a person exists in one form only: encrypted (`Tekst`, `Utkast`). All else is a code, a time, a yes or
no, an employee, or another row. A plain text field must stand in FRITEKST with the reason why no person is in it.
"""

import ast
from functools import cache
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models

from tests.repository.personvernklasser import klasser

FRITEKST = {
    "Kjernegruppe.navn": "name of a group",
    "Kjernegruppe.omrade": "name of an area",
    "Medlemskap.funksjon": "an employee's function",
    "Sak.ref": "random",
    "Sak.nummer": "random",
    "Sperre.grunn": "a phrase about an employee's habilitet; never shown to others than the leader",
    "Hendelse.fra": "a state's code",
    "Hendelse.til": "a state's code",
    "Utkast.skjema": "name of a form",
    "Hjemmel.navn": "name of a law",
    "Hjemmel.henvisning": "reference to a law",
    "Hjemmel.forklaring": "about a law",
    "Hjemmel.kilde": "about a law",
    "Hjemmelgodkjenning.jurist": "the jurist who has read the law, by name and place of work",
    "Hjemmelgodkjenning.arkivref": "where the jurist's assessment lies",
    "Personvernvurdering.versjonsnr": "number of an edition",
    "Personvernvurdering.arkivref": "where the assessment lies",
    "Kvittering.nummer": "random",
    "Nodtilgang.nummer": "random",
    "Gjenapning.nummer": "random",
    "Mote.ref": "random",
    "Samtale.deltakere": "codes of roles, chosen from a list in the form",
}
KRYPTERT = {"Tekst.innhold", "Utkast.innhold", "Nodtilgang.begrunnelse", "Nodtilgang.vurdering"} | {
    "Gjenapning.begrunnelse",
    "Gjenapning.svar",
}
INNSYN = "bekymring/lesing/innsyn.py"
KODE = (models.BooleanField, models.DateField, models.DateTimeField, models.IntegerField, models.UUIDField)
AUTO = (models.AutoField, models.BigAutoField)
FORBUDT = """
religion trossamfunn menighet livssyn etnis nasjonal landbakgrunn opprinnelse morsmal ideolog parti miljo nettverk
risiko score trafikklys profil straff siktelse dom diagnose helse fodselsnummer personnummer foto bilde klar bonn
diett rykte pst kjonn skolenavn klasse venner sosken
"""
# In the encrypted card (services.identitet.Kort) and nowhere else.
BARE_PA_KORTET = "fodselsar fodselsdato fodt telefon mobil adresse epost kontakt fornavn etternavn person"
TALL_OG_DATOER = """
Sak.frist Sak.versjon Hjemmel.gyldig_fra Hjemmel.gyldig_til Hjemmel.jurist_godkjent Samtykke.gyldig_til Part.nummer
Samtykkeregel.gyldig_fra Samtykkeregel.gyldig_til Aldersgrense.dato Konklusjon.frist Oppgave.frist Samtale.holdt
Samtale.versjon Ansvarsgruppe.neste_mote Ansvarsgruppe.evaluering Mentorforlop.erklaering Mentorforlop.politiattest
Mentorforlop.evaluering Mentorforlop.versjon Kontakt.dato Kontakt.hvordan Tilgangsgjennomgang.kvartal Personsok.bruker
Tall.ar Tall.maned Tall.verdi Hjemmelgodkjenning.dato Personvernvurdering.dato Personvernvurdering.vurderes
Personvernvurdering.godkjent_til Gjenapning.dager Oppgave.overlatt_frist Samtykkeregel.under
"""
FELTER = [
    (modell, felt)
    for modell in apps.get_app_config("bekymring").get_models()
    if not modell.__name__.startswith("Historical")
    for felt in modell._meta.concrete_fields
]


def klasse(modell, felt) -> str:
    """What kind of information the field holds, or nothing when it is not known."""
    navn = f"{modell.__name__}.{felt.name}"
    if felt.is_relation:
        return "ansatt" if felt.related_model._meta.label == "brukere.Bruker" else "lenke"
    if isinstance(felt, models.BinaryField) and navn in KRYPTERT:
        return "kryptert"
    if felt.choices or (isinstance(felt, ArrayField) and felt.base_field.choices):
        return "kode"
    if isinstance(felt, KODE + AUTO) or (isinstance(felt, ArrayField) and isinstance(felt.base_field, KODE)):
        return "teknisk"
    return "fritekst" if navn in FRITEKST else ""


@pytest.mark.parametrize(("modell", "felt"), FELTER, ids=lambda del_: getattr(del_, "name", None) or del_.__name__)
def test_every_field_has_a_privacy_class(modell, felt):
    assert klasse(modell, felt), f"{modell.__name__}.{felt.name} har ingen personvernklasse"


def test_the_list_of_plain_text_fields_is_in_use():
    finnes = {f"{modell.__name__}.{felt.name}" for modell, felt in FELTER}
    assert set(FRITEKST) - finnes == set()


def test_what_must_not_be_recorded_has_no_field():
    navn = {felt.name for _, felt in FELTER}
    assert {ord for ord in FORBUDT.split() if ord in navn} == set()
    assert [n for n in navn if any(n.startswith(ord) for ord in FORBUDT.split() if len(ord) > 4)] == []
    assert not any(isinstance(felt, (models.FileField, models.JSONField, models.TextField)) for _, felt in FELTER)
    assert navn & set(BARE_PA_KORTET.split()) == set()


def test_numbers_and_dates_of_a_case_are_listed_one_by_one():
    """A year of birth is a number and a date of birth a date: neither may come in by its type."""
    slag = (models.IntegerField, models.DateField, models.DecimalField, models.FloatField)
    funnet = {
        f"{modell.__name__}.{felt.name}"
        for modell, felt in FELTER
        if isinstance(felt, slag) and not isinstance(felt, (*AUTO, models.DateTimeField)) and not felt.choices
    }
    assert funnet == set(TALL_OG_DATOER.split())


def test_history_keeps_no_encrypted_text():
    for modell in apps.get_app_config("bekymring").get_models():
        if modell.__name__.startswith("Historical"):
            assert not any(isinstance(felt, models.BinaryField) for felt in modell._meta.concrete_fields), modell


# --- The other rooms: no person of concern has a field there. Field by field in personvernklasser.py. ---
ROM = ("felles", "brukere", "vern", "samarbeid", "tiltak", "rapport", "handlingsplan")
ANDRE = [
    (modell, felt)
    for rom in ROM
    for modell in apps.get_app_config(rom).get_models()
    if not modell.__name__.startswith("Historical")
    for felt in modell._meta.concrete_fields
]
PRODUKT = [
    sti
    for rom in (*ROM, "bekymring")
    for sti in sorted((Path(settings.BASE_DIR) / rom).rglob("*.py"))
    if "migrations" not in sti.parts
]


def uten_kjent_slag(felt) -> bool:
    """Words, bytes or a number: what they hold does not follow from their type."""
    apne = (models.CharField, models.TextField, models.BinaryField, models.JSONField, models.FileField, ArrayField)
    tall = (models.IntegerField, models.DecimalField, models.FloatField)
    kjent = felt.is_relation or felt.choices or isinstance(felt, AUTO)
    return not kjent and isinstance(felt, apne + tall)


def test_every_field_of_the_other_rooms_has_a_privacy_class():
    felt = {f"{modell._meta.label}.{felt.name}" for modell, felt in ANDRE if uten_kjent_slag(felt)}
    assert len(ANDRE) > 250 and len(felt) > 150
    assert felt - set(klasser()) == set(), "felt uten personvernklasse (tests/repository/personvernklasser.py)"
    assert set(klasser()) - felt == set(), "klasser for felt som ikke finnes"


def test_a_field_of_a_kind_nobody_has_thought_of_has_no_class():
    """A new kind of field must not pass because its type was not named above."""
    kjente = (*KODE, *AUTO, models.CharField, models.TextField, models.BinaryField, models.JSONField, ArrayField)
    kjente += (models.ForeignKey, models.DecimalField)
    assert [f"{m._meta.label}.{f.name}" for m, f in (*FELTER, *ANDRE) if not isinstance(f, kjente)] == []


def test_no_form_or_page_of_the_rooms_takes_a_secret_or_the_log_by_name():
    """Classes are for something: what is secret stands in no form and no template."""
    hemmelige = {navn.rsplit(".", 1)[1] for navn, klasse in klasser().items() if klasse == "hemmelig"} - {"avtrykk"}
    for mal in (Path(settings.BASE_DIR) / "templates").rglob("*.html"):
        assert not [felt for felt in hemmelige if f".{felt} " in mal.read_text() or f".{felt}|" in mal.read_text()], mal


def test_no_room_has_a_field_for_what_must_not_be_recorded():
    assert {felt.name for _, felt in ANDRE} & set(FORBUDT.split()) == {"bilde"}  # Rapport.bilde: the frozen year


def test_no_upload_has_a_place_to_lie():
    """No uploads in the case part (beslutninger 28), and none on a disk: documents lie in the database."""
    assert [f"{m._meta.label}.{f.name}" for m, f in (*FELTER, *ANDRE) if isinstance(f, models.FileField)] == []


# --- Forms, pages, PDF and export name what they take -----------------------------------------------------------------
@cache
def _tre(sti):
    return list(ast.walk(ast.parse(sti.read_text())))


def _kall(sti):
    for node in _tre(sti):
        if isinstance(node, ast.Call):
            navn = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            yield navn, node


def test_forms_name_their_fields_one_by_one():
    """A ModelForm would follow the model: a new column would turn up in a page by itself."""
    funnet = [
        f"{sti.name}: {node.name}"
        for sti in PRODUKT
        for node in _tre(sti)
        if isinstance(node, ast.ClassDef)
        and node.name != "ModellSkjema"
        and any("ModelForm" in ast.unparse(base) or "ModellSkjema" in ast.unparse(base) for base in node.bases)
    ]
    assert funnet == []


def test_no_page_or_export_takes_all_columns_of_a_row():
    """`model_to_dict`, and serializers would take what nobody chose."""
    alt = {"model_to_dict", "serialize", "get_fields"}
    assert [f"{sti.name}: {navn}" for sti in PRODUKT for navn, _node in _kall(sti) if navn in alt] == []
    for sti in PRODUKT:
        for navn, node in _kall(sti):
            if navn == "values_list":
                assert node.args or node.keywords, sti


def test_confidential_text_is_opened_in_three_places_and_nowhere_else():
    """The read log's ring (by zone), one's own drafts, and the reasons for break-glass, which are logged first."""
    steder = {sti.name for sti in PRODUKT if "krypto.apne(" in sti.read_text()}
    assert steder == {"innsyn.py", "utkast.py", "nodtilgang.py", "gjenapning.py"}
    hentere = {sti.name for sti in PRODUKT if "nokler.hent(" in sti.read_text()}
    assert hentere == {"innsyn.py", "utkast.py", "nodtilgang.py", "gjenapning.py"}


def test_a_ring_of_keys_is_asked_for_by_the_question_that_logs_and_by_nothing_else():
    rot = Path(settings.BASE_DIR)
    nevner = {str(sti.relative_to(rot)): sti.read_text() for sti in PRODUKT}
    assert {sti for sti, tekst in nevner.items() if "nokkelring" in tekst} == {INNSYN, "vern/innsyn.py"}
    assert {sti for sti, tekst in nevner.items() if "Nokkelring(" in tekst} == {"vern/innsyn.py"}
    assert {sti for sti, tekst in nevner.items() if "vern.innsyn(" in tekst} == {INNSYN}


def test_no_template_shows_a_ciphertext():
    felt = {navn.split(".")[1] for navn in KRYPTERT} - {"begrunnelse", "vurdering", "svar"}  # words of other rows too
    for mal in (Path(settings.BASE_DIR) / "templates").rglob("*.html"):
        assert not any(f".{navn} " in mal.read_text() or f".{navn}|" in mal.read_text() for navn in felt), mal
