"""The nynorsk catalogue: extracted from code and templates and compiled with Babel, without system gettext.

Bokmål is the source. locale/nb holds only our words for a few of Django's own messages."""

import io
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_python
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

BASE = Path(__file__).resolve().parents[1]
ROM = ("felles", "brukere", "vern", "samarbeid", "tiltak", "bekymring", "rapport", "forside", "demo", "handlingsplan")
NOKKELORD: dict[str, tuple[int | tuple[int, str], ...] | None] = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
}
# Django's own English messages that a form may show; both our catalogues word them anew.
FRA_DJANGO: tuple[str | tuple[str, str], ...] = (
    "This field is required.",
    "Enter a valid value.",
    "Enter a whole number.",
    "Enter a number.",
    "Enter a valid date.",
    "Enter a valid time.",
    "Enter a valid email address.",
    "Enter a valid URL.",
    "Null characters are not allowed.",
    "Select a valid choice. %(value)s is not one of the available choices.",
    "Select a valid choice. That choice is not one of the available choices.",
    "Enter a list of values.",
    "Ensure this value is less than or equal to %(limit_value)s.",
    "Ensure this value is greater than or equal to %(limit_value)s.",
    (
        "Ensure this value has at most %(limit_value)d character (it has %(show_value)d).",
        "Ensure this value has at most %(limit_value)d characters (it has %(show_value)d).",
    ),
    "%(model_name)s with this %(field_label)s already exists.",
    "No file was submitted. Check the encoding type on the form.",
    "The submitted file is empty.",
)
HODE = """\
# Nynorsk. Holdes ved like med: python manage.py sprak
msgid ""
msgstr ""
"Language: nn\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

"""
Melding = tuple[Path, int, str | tuple[str, ...], str | None]


def _from_source(text: str, path: Path) -> Iterator[Melding]:
    # line, function, texts, comments: Babel's types say otherwise
    found: Iterator[Any] = extract_python(io.BytesIO(text.encode()), NOKKELORD, [], {"encoding": "utf-8"})
    for line, function, message, _comments in found:
        parts = message if isinstance(message, tuple) else (message,)
        context = None
        if function.startswith("pgettext"):
            context, parts = parts[0], parts[1:]
        texts = tuple(part for part in parts[:2] if part)
        if not texts or (function.startswith("ngettext") and len(texts) < 2):
            continue  # not written out here: its parts are texts of their own elsewhere
        yield path, line, texts[:2] if function.startswith("ngettext") else texts[0], context


def meldinger() -> Iterator[Melding]:
    """Every text of code and templates that a user may read."""
    for room in ROM:
        for path in sorted((BASE / room).rglob("*.py")):
            if "migrations" not in path.parts:
                yield from _from_source(path.read_text(), path.relative_to(BASE))
    for path in sorted((BASE / "templates").rglob("*")):
        if path.suffix in {".html", ".txt", ".svg", ".css"}:
            code = templatize(path.read_text(), origin=str(path))
            flat = "\n".join(line.strip() for line in code.splitlines())
            yield from _from_source(flat, path.relative_to(BASE))


def po_fil(sprak: str = "nn") -> Path:
    return BASE / "locale" / sprak / "LC_MESSAGES" / "django.po"


def les(sprak: str = "nn") -> Catalog:
    path = po_fil(sprak)
    if not path.exists():
        return Catalog(locale=sprak)
    with path.open("rb") as file:
        return read_po(file, locale=sprak)


def oppdater() -> Catalog:
    """The nynorsk catalogue with today's texts: new ones empty, those no longer used left out."""
    old, new = les(), Catalog(locale="nn", fuzzy=False)
    for path, _line, message, context in meldinger():
        flags = ("python-format",) if re.search(r"%\(", str(message)) else ()
        place: Any = (str(path), None)  # no line: Babel writes it so, and types it as a number
        new.add(message, locations=[place], context=context, flags=flags)
    for message_id in FRA_DJANGO:
        new.add(message_id, flags=("python-format",) if "%(" in str(message_id) else ())
    for entry in new:
        known = old.get(entry.id, entry.context) if entry.id else None
        if known and known.pluralizable == entry.pluralizable:
            entry.string = known.string
    return new


def skriv(catalog: Catalog) -> None:
    """Sorted and without line numbers, so that two branches seldom touch the same lines."""
    path = po_fil()
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        file.write(HODE.encode())
        write_po(file, catalog, width=110, sort_output=True, omit_header=True, include_lineno=False)


def kompiler() -> None:
    """Make the .mo files that Django reads. Called at set-up; they are not kept in git."""
    for path in sorted((BASE / "locale").glob("*/LC_MESSAGES/django.po")):
        with path.open("rb") as source:
            catalog = read_po(source, locale=path.parts[-3])
        fresh = io.BytesIO()
        write_mo(fresh, catalog)
        target = path.with_suffix(".mo")
        if not target.exists() or target.read_bytes() != fresh.getvalue():
            target.write_bytes(fresh.getvalue())


def _ordlyder(message: Message) -> Sequence[object]:
    """One, or one for each number."""
    return message.string if isinstance(message.string, list | tuple) else [message.string]


def mangler(catalog: Catalog) -> list[str]:
    """Texts without a translation, or with one nobody has looked over."""
    return [str(message.id) for message in catalog if message.id and (message.fuzzy or not all(_ordlyder(message)))]
