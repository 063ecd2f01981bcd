"""Fill in and send the page's own form, as a browser would: hidden fields and defaults included."""

from html.parser import HTMLParser


class _Felt(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.felt: dict[str, list[str]] = {}
        self.valgene: dict[str, list[str]] = {}
        self._tekst = self._valg = ""

    def handle_starttag(self, tag, attrs):
        a = dict(attrs)
        navn = a.get("name", "")
        if tag == "input" and a.get("type") in ("radio", "checkbox"):
            self.valgene.setdefault(navn, []).append(a.get("value") or "")
        if tag == "option" and self._valg and a.get("value"):
            self.valgene.setdefault(self._valg, []).append(a["value"] or "")
        if tag == "input" and navn and a.get("type") not in ("submit", "button"):
            if a.get("type") not in ("radio", "checkbox") or "checked" in a:
                self.felt.setdefault(navn, []).append(a.get("value") or ("on" if a.get("type") == "checkbox" else ""))
        elif tag == "textarea":
            self._tekst = navn
            self.felt[navn] = [""]
        elif tag == "select":
            self._valg = navn
        elif tag == "option" and self._valg and "selected" in a:
            self.felt.setdefault(self._valg, []).append(a.get("value") or "")

    def handle_endtag(self, tag):
        if tag == "textarea":
            self._tekst = ""
        elif tag == "select":
            self._valg = ""

    def handle_data(self, data):
        if self._tekst:
            self.felt[self._tekst] = [(self.felt[self._tekst][0] + data).lstrip("\n")]


def valgene(svar, navn) -> list[str]:
    """What one can choose in a field."""
    leser = _Felt()
    leser.feed(svar.content.decode())
    return leser.valgene.get(navn, [])


def felt(svar) -> dict[str, list[str]]:
    """Fields of the page's forms with their values."""
    leser = _Felt()
    leser.feed(svar.content.decode())
    leser.felt.pop("csrfmiddlewaretoken", None)
    return leser.felt


def send(klient, url, **valgt):
    """Get the page, fill in what is given, send; the answer after redirects."""
    svar = klient.get(url)
    assert svar.status_code == 200, (url, svar.status_code)
    return klient.post(url, felt(svar) | valgt, follow=True)
