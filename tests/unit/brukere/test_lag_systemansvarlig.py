"""The first account of an installation, and only the first."""

import pytest
from django.core.management import CommandError, call_command

from brukere.models import Bruker, Rolletildeling

pytestmark = pytest.mark.django_db


@pytest.fixture
def passord(tmp_path):
    file = tmp_path / "passord"
    file.write_text("et langt nok passord\n")
    return file


def test_it_makes_the_first_systemansvarlig(passord):
    Rolletildeling.objects.filter(rolle="systemansvarlig").update(til="2020-01-01T00:00Z", fra="2019-01-01T00:00Z")
    call_command("lag_systemansvarlig", "anne", "Anne Lund", passord_fil=passord)
    anne = Bruker.objects.get(username="anne")
    assert anne.har_rolle("systemansvarlig") and anne.check_password("et langt nok passord")


def test_it_refuses_when_there_is_one_already(passord):
    with pytest.raises(CommandError, match="finnes alt"):
        call_command("lag_systemansvarlig", "anne", "Anne Lund", passord_fil=passord)


def test_it_refuses_a_weak_password(tmp_path):
    Rolletildeling.objects.filter(rolle="systemansvarlig").update(til="2020-01-01T00:00Z", fra="2019-01-01T00:00Z")
    (tmp_path / "p").write_text("passord")
    with pytest.raises(CommandError):
        call_command("lag_systemansvarlig", "anne", "Anne Lund", passord_fil=tmp_path / "p")
    assert not Bruker.objects.filter(username="anne").exists()
