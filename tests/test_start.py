import pytest
from django.db import connection

from brukere.models import Rolletildeling


@pytest.mark.django_db
def test_tests_run_as_the_web_role():
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_user")
        assert cursor.fetchone() == ("hp_web",)


def test_start_page_is_for_those_logged_in(client, db, som):
    assert client.get("/").headers["Location"] == "/logg-inn/?next=/"
    assert som("slt").get("/").status_code == 200


@pytest.mark.django_db
def test_history_is_written_by_the_database_even_for_update():
    rad = Rolletildeling.objects.first()
    Rolletildeling.objects.filter(pk=rad.pk).update(grunn="endret")
    assert rad.history.first().grunn == "endret"
