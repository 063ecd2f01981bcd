"""Every field of the case part has a privacy class, and what must not be recorded has no field (domene.md §4, R44).

Free text about a person exists in one form only: encrypted (`Tekst`, `Utkast`). All else is a code, a time, a yes or
no, an employee, or another row. A plain text field must stand in FRITEKST with the reason why no person is in it.
"""

import pytest
from django.apps import apps
from django.contrib.postgres.fields import ArrayField
from django.db import models

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
    "Kvittering.nummer": "random",
    "Nodtilgang.nummer": "random",
    "Mote.ref": "random",
    "Samtale.deltakere": "codes of roles, chosen from a list in the form",
}
KRYPTERT = {"Tekst.innhold", "Utkast.innhold", "Nodtilgang.begrunnelse", "Nodtilgang.vurdering"}
KODE = (models.BooleanField, models.DateField, models.DateTimeField, models.IntegerField, models.UUIDField)
AUTO = (models.AutoField, models.BigAutoField)
FORBUDT = """
religion trossamfunn menighet livssyn etnis nasjonal landbakgrunn opprinnelse morsmal ideolog parti miljo nettverk
risiko score trafikklys profil straff siktelse dom diagnose helse fodselsnummer personnummer foto bilde klar bonn
diett rykte pst kjonn skolenavn klasse venner sosken
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
    if isinstance(felt, KODE + AUTO):
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


def test_history_keeps_no_encrypted_text():
    for modell in apps.get_app_config("bekymring").get_models():
        if modell.__name__.startswith("Historical"):
            assert not any(isinstance(felt, models.BinaryField) for felt in modell._meta.concrete_fields), modell
