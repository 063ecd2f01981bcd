"""How a person is reached: a number or an address as it was written, behind what a phone or a mail program opens."""

import re
from urllib.parse import quote

from django.utils.html import format_html
from django.utils.safestring import SafeString

NUMMER = re.compile(r"(?:\+|\b)[0-9](?:[ .\-]?[0-9])+")


def ringbart(telefon: str) -> str:
    """The first number of the text as a phone takes it: eight digits are Norwegian. Empty when there is none."""
    match = NUMMER.search(telefon.replace("(0)", ""))
    if not match:
        return ""
    number = re.sub(r"[^0-9+]", "", match[0])
    if number.startswith("00"):
        return f"+{number[2:]}"
    return f"+47{number}" if re.fullmatch(r"[2-9][0-9]{7}", number) else number


def telefonlenke(telefon: str) -> SafeString:
    """The number as it is written, as a link that rings."""
    number = ringbart(telefon)
    found = '<a class="hp-alenelenke" href="tel:{}">{}</a>' if number else "{1}"
    return format_html(found, number, telefon)


def epostlenke(epost: str) -> SafeString:
    """The address as a link that begins a letter."""
    return format_html('<a class="hp-alenelenke" href="mailto:{}">{}</a>', quote(epost, safe="@"), epost)
