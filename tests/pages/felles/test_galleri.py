import re

import pytest
from django.conf import settings
from django.template import TemplateSyntaxError
from django.template.loader import get_template

from felles.templatetags.komponenter import register, statusmerke

UTEN_MAL = {"ikon", "feilord"}  # the vendored file itself, and a word in the page's title
KILDE = (settings.BASE_DIR / "templates/felles/galleri.html").read_text()


def test_the_gallery_is_drawn(som):
    svar = som("slt").get("/galleri/")
    assert svar.status_code == 200
    assert "9 dager over frist" in svar.text


@pytest.mark.parametrize(
    "navn", sorted(navn for navn in set(register.tags) - {"feilord"} if not navn.startswith("end"))
)
def test_the_gallery_shows_every_component(navn):
    assert re.search(rf"{{% {navn}\b", KILDE), f"{navn} mangler i templates/felles/galleri.html"


def test_every_component_has_a_template_of_its_own_name():
    for navn in set(register.tags) - UTEN_MAL:
        get_template(f"komponenter/{navn}.html")


def test_a_misspelt_status_is_an_error_and_not_an_empty_place():
    with pytest.raises(TemplateSyntaxError):
        statusmerke(status="irute")
