"""One of a thing is not said as many: a text with a number before a plural has a form for one."""

import re

from felles.sprak import meldinger

ETTER_TALL = re.compile(r"%\(\w+\)[sd] ([^\W\d]+)")
LIKE = {"oppslag", "flere", "færre"}  # the same for one
ALDRI_EN = {
    "%(antall)s ganger": "said from two on",
    "meldt %(antall)s ganger": "said from two on",
    "av %(antall)s saker": "said from four on",
    "Arket «%(ark)s» har flere enn %(maks)s rader. Bruk regnearket du lastet ned herfra.": "a limit",
}
PAR = "bekymring/visning/oversikt.py"  # its headings stand in pairs, of which `ngettext` takes one


def entall_og_flertall() -> tuple[list[tuple[str, str]], set[str]]:
    """The texts without a form for one, each with its place; and the words that follow a number in the plural only."""
    uten, flertall, entall = [], set(), set()
    for sti, linje, tekst, _sammenheng in meldinger():
        if isinstance(tekst, tuple):
            entall |= set(ETTER_TALL.findall(tekst[0]))
            flertall |= set(ETTER_TALL.findall(tekst[1]))
        else:
            uten.append((tekst, f"{sti}:{linje}"))
    return uten, flertall - entall - LIKE


def test_no_number_stands_before_a_plural_without_a_form_for_one():
    uten, flertall = entall_og_flertall()
    assert flertall > {"nye", "ganger", "saker", "rader", "personer"}
    funnet = [(tekst, sted) for tekst, sted in uten if flertall & set(ETTER_TALL.findall(tekst))]
    assert [(tekst, sted) for tekst, sted in funnet if tekst not in ALDRI_EN and PAR not in sted] == []
    assert ALDRI_EN.keys() <= {tekst for tekst, _sted in funnet}, "nothing is excused that is not there"
