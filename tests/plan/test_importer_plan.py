"""The command: dry first, everything or nothing, and a reason in Norwegian when nothing."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import models

from tiltak.models import Ansvar, Avsnitt, MuligTiltak, Plan, Tiltak

from .conftest import OPPDIKTET

pytestmark = pytest.mark.django_db(databases=["default", "eier"])


def kjor(fil, **options) -> str:
    out = StringIO()
    call_command("importer_plan", str(fil), stdout=out, **options)
    return out.getvalue()


def fotavtrykk() -> list[object]:
    """Every row of the plan, so that «nothing changed» means nothing."""
    kinds: list[type[models.Model]] = [Plan, Tiltak, Ansvar, MuligTiltak, Avsnitt]
    return [list(kind._default_manager.using("eier").order_by("pk").values()) for kind in kinds]


def test_dry_run_shows_what_is_found_and_writes_nothing():
    before = fotavtrykk()
    text = kjor(OPPDIKTET, utgave=2031)
    assert fotavtrykk() == before
    assert "Innsatsområde 2: Barn og voksne på vei sammen til skolen (3 tiltak)" in text
    assert "Ukjent linje" in text
    assert "Her står en løs linje som ingen eier." in text
    assert "Merk: tiltak 4 mangler kolon" in text
    assert "Utgave 2031 finnes ikke og blir laget" in text
    assert "Ingenting er skrevet" in text


def test_a_new_edition_is_written_whole_and_supersedes():
    former = Plan.objects.using("eier").gjeldende()
    kjor(OPPDIKTET, utgave=2031, skriv=True)
    plan = Plan.objects.using("eier").gjeldende()
    assert (plan.utgave, plan.erstatter) == (2031, former)
    assert plan.tiltak.first().tittel_oversikt == "Fortau langs hele"
    assert plan.tiltak.get(nr=4).ansvar.get(rekkefolge=1).enhet_i_planen == "alle etater"
    assert not plan.tiltak.filter(ordlyd="").exists()
    assert not plan.mulige_tiltak.filter(ordlyd="").exists()
    assert not plan.avsnitt.filter(ordlyd="").exists()


def test_importing_again_changes_nothing():
    kjor(OPPDIKTET, utgave=2031, skriv=True)
    before = fotavtrykk()
    assert "Skrev 0 tekster" in kjor(OPPDIKTET, utgave=2031, skriv=True)
    assert fotavtrykk() == before


def test_a_changed_text_is_shown_before_it_is_written(tmp_path):
    kjor(OPPDIKTET, utgave=2031, skriv=True)
    fil = tmp_path / "rettet.txt"
    fil.write_text(OPPDIKTET.read_text().replace("sykkelskole hvert år", "sykkelskole annethvert år"))
    text = kjor(fil, utgave=2031)
    assert "Tiltak 5: «… holdes sykkelskole hvert år.» → «… holdes sykkelskole annethvert år.»" in text
    assert text.count("→") == 1


def refuse(fil, *messages, **options):
    before = fotavtrykk()
    with pytest.raises(CommandError) as error:
        kjor(fil, skriv=True, **options)
    assert error.value.returncode == 1
    assert all(message in str(error.value) for message in (*messages, "Ingenting er endret.")), str(error.value)
    assert fotavtrykk() == before


def test_another_plan_than_the_registered_one_is_refused_fact_by_fact():
    refuse(OPPDIKTET, "Tittelen på planen er ikke som registrert i utgave 2016", "Tiltak 1, tittel er ikke som")


def test_half_a_file_is_refused(tmp_path):
    fil = tmp_path / "halv.txt"
    fil.write_text(OPPDIKTET.read_text()[:1500])
    refuse(fil, "Er hele fila med?", utgave=2031)


def test_unknown_parties_are_named(tmp_path):
    fil = tmp_path / "ukjent.txt"
    fil.write_text(OPPDIKTET.read_text().replace("NAV integrering", "Månens veivesen"))
    refuse(fil, "Kjenner ingen aktør som heter «Månens veivesen»", utgave=2031)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "Fila er tom."),
        (b"%PDF-1.4\n%\xe2\xe3", "PDF"),
        (b"PK\x03\x04\x14\x00", "Word"),
        (bytes(range(256)) * 20, "UTF-8"),
        ("Tiltak 1: \tNoe på norsk".encode("latin-1"), "UTF-8"),
        (b"root:x:0:0:root:/root:/bin/bash\n", "Fant ingen tiltak"),
        (b"Handlingsplan\n" + b"Tiltak 1: \tNoe\n" * 3, "ikke nummerert fra 1 uten hull"),
    ],
)
def test_garbage_and_other_file_types_change_nothing(tmp_path, data, message):
    fil = tmp_path / "fil.txt"
    fil.write_bytes(data)
    refuse(fil, message)


def test_a_failure_half_way_leaves_nothing(monkeypatch):
    """The last text cannot be stored: none is."""
    before = fotavtrykk()
    real = MuligTiltak.save

    def save(self, *args, **kwargs):
        if self.nr == 2 and kwargs.get("update_fields"):
            raise RuntimeError("disken er full")
        real(self, *args, **kwargs)

    monkeypatch.setattr(MuligTiltak, "save", save)
    with pytest.raises(RuntimeError):
        kjor(OPPDIKTET, utgave=2031, skriv=True)
    assert fotavtrykk() == before


def test_a_serious_doubt_is_refused_until_it_is_accepted(tmp_path):
    fil = tmp_path / "tvil.txt"
    fil.write_text(
        "Sammen\nHandlingsplan 2033–2036\n\nMål 1: Skole\n\nTiltak 1.1 Dag\nAnsvarlig: NAV\nFrist: Snarest\n"
    )
    refuse(fil, "Fristen «Snarest» er ikke forstått", "--godta-tvil", lag_aktorer=True)
    kjor(fil, skriv=True, lag_aktorer=True, godta_tvil=True)
    assert Plan.objects.using("eier").filter(utgave=2033).exists()
