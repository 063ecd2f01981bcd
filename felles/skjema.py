"""The bases of all forms: Norwegian messages, one renderer, a key for creating and a version for editing.

`class ReferatSkjema(MedNokkel, Skjema): ...`, and in the template `{{ skjema }}` inside
`<form method="post" class="hp-skjema" novalidate>{% csrf_token %}{{ skjema }}<div class="hp-knapper">…</div></form>`.
"""

import re
from collections.abc import Callable, Sequence
from datetime import date, datetime, time
from difflib import SequenceMatcher
from enum import Enum
from typing import Any, TypeVar
from uuid import UUID, uuid4
from zlib import crc32

from django import forms
from django.core.exceptions import ValidationError
from django.core.signing import BadSignature, Signer
from django.db.models import QuerySet
from django.forms.renderers import TemplatesSetting
from django.http import HttpRequest
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from .avslag import Konflikt
from .dato import Datofeil, klokkeslett, les_dato, talldato
from .personnummer import finn_personnummer, uten_personnummer
from .tastatur import BRUKERNAVN, SOK
from .tekst import en_form
from .tid import idag


class Tegner(TemplatesSetting):
    """Draws every form and field with our own templates (settings.FORM_RENDERER)."""

    form_template_name = "komponenter/skjema.html"
    field_template_name = "komponenter/felt.html"


KLOKKE = re.compile(r"(?:kl\.?\s*)?([0-9]{1,2})\s*[.:,]?\s*([0-9]{2})?")
GJENOPPTA = "hp_gjenoppta"  # the form comes from a draft: show it, do nothing (forside.avbrutt)
SETT_OVER = "sett_over"
IKKE_TEKST = (forms.ChoiceField, forms.ModelChoiceField, forms.FileField, forms.BooleanField)
View = TypeVar("View", bound=Callable[..., Any])
MELDINGER = {
    "invalid_choice": gettext_lazy("Velg ett av valgene i lista."),
    "invalid_list": gettext_lazy("Velg blant valgene i lista."),
    "invalid_pk_value": gettext_lazy("Velg ett av valgene i lista."),
}
FOR_LANG = gettext_lazy("Teksten er %(show_value)d tegn. Den kan være høyst %(limit_value)d tegn.")


def behold_aldri(view: View) -> View:
    """What is typed on this page is for the answer alone: no draft of it is kept, not even encrypted."""
    view.behold_aldri = True  # type: ignore[attr-defined]  # a mark on the function, read by forside.avbrutt
    return view


class VedPersonnummer(Enum):
    """What a form does when a birth number stands in one of its texts (R10, R44)."""

    AVVIS = "it is not saved"
    SPOR = "a case's own text, which lies encrypted: whoever writes changes it, or says that it is no birth number"
    SENERE = "a page of a report: the last page of it asks"


class Grunn(forms.BaseForm):
    """What Skjema and ModellSkjema share; also put before a form class of another package."""

    merk_felt = True
    ved_personnummer = VedPersonnummer.AVVIS
    forskjeller: list[dict[str, Any]]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        self.use_required_attribute = False  # the browser's own bubbles speak the browser's language
        self.forskjeller = []
        visible = [felt for felt in self.fields.values() if not felt.widget.is_hidden]
        mixed = len({felt.required for felt in visible}) == 2
        for navn, felt in self.fields.items():
            felt.widget.attrs.setdefault("class", "ds-input")
            felt.widget.attrs.pop("maxlength", None)  # the browser would cut what is pasted without saying so
            if isinstance(felt, forms.CharField):
                felt.error_messages.setdefault("max_length", FOR_LANG)
            felt.merk = self._merke(felt, mixed=mixed)  # type: ignore[attr-defined]  # ours, read by the template
            for kode, tekst in MELDINGER.items():
                if felt.error_messages.get(kode) == _standard(felt, kode):
                    felt.error_messages[kode] = tekst
            if felt.error_messages.get("required") == _standard(felt, "required"):
                felt.error_messages["required"] = _mangler(felt, navn)

    def full_clean(self) -> None:
        typed = self.data
        if self.is_bound:
            self.data = self._i_en_form()
        super().full_clean()
        self.data = typed  # what is shown again is what was typed
        if self.is_bound and GJENOPPTA in self.data:
            self.add_error(None, _("Dette skrev du før du ble logget ut. Se over, og send på nytt."))

    def _clean_fields(self) -> None:
        written = [navn for navn in self.fields if self._skrives(navn)]
        if self.ved_personnummer is VedPersonnummer.AVVIS:
            for navn in written:
                if uten_personnummer not in self.fields[navn].validators:  # one of a model's has it already
                    self.fields[navn].validators.append(uten_personnummer)
        super()._clean_fields()  # type: ignore[misc]  # Django's own step, which its stubs leave out
        sett: dict[str, Any] = self.cleaned_data
        if found := [funn for navn in written for funn in self.se_etter(navn, sett.get(navn) or "")]:
            self._spor_om(list(dict.fromkeys(found)))

    def se_etter(self, navn: str, tekst: str) -> Sequence[str]:
        """What the writer is asked to look at in this field, and may let stand. A case's forms look for more (R44)."""
        asks = self.ved_personnummer is VedPersonnummer.SPOR
        return [_("Teksten kan ha et fødselsnummer.")] if asks and finn_personnummer(tekst) else []

    def _spor_om(self, found: list[str]) -> None:
        """Ask, and take yes for an answer: account numbers too have eleven digits.

        The yes is to just this: what is added afterwards is asked about anew.
        """
        navn = f"{SETT_OVER}_{crc32(''.join(found).encode()):x}"
        felt = forms.BooleanField(label=_("Jeg har sett over teksten. Den kan stå som den er."), required=False)
        felt.merk = ""  # type: ignore[attr-defined]  # ours, read by the template
        felt.widget.attrs["class"] = "ds-input"
        self.fields[navn] = felt
        if not self[navn].data:
            lead = _("Se over teksten. Endre den, eller kryss av for at den kan stå.")
            self.add_error(navn, [ValidationError(lead), *map(ValidationError, found)])

    @property
    def sporsmal(self) -> list[forms.BoundField]:
        """What was asked about the texts, for a page that sets out its fields itself."""
        return [self[navn] for navn in self.fields if navn.startswith(SETT_OVER)]

    def _skrives(self, navn: str) -> bool:
        """Whether people write freely in the field: what is chosen, uploaded, hidden or a password is none of ours."""
        felt = self.fields[navn]
        hidden = isinstance(felt.widget, forms.PasswordInput) or felt.widget.is_hidden
        return isinstance(felt, forms.CharField) and not isinstance(felt, IKKE_TEKST) and not hidden

    def _i_en_form(self) -> Any:
        """What was sent, with the text of every field people write in brought to one form (beslutninger 58).

        A password is taken as it was typed, and what is chosen or uploaded is no text of the sender's.
        """
        data: Any = self.data.copy()  # type: ignore[attr-defined]  # a QueryDict or a dict, by who fills in the form
        for navn, felt in self.fields.items():
            key = self.add_prefix(navn)
            if key not in data or isinstance(felt, IKKE_TEKST) or isinstance(felt.widget, forms.PasswordInput):
                continue
            linjer = isinstance(felt.widget, forms.Textarea | forms.HiddenInput)
            if isinstance(data, MultiValueDict):
                data.setlist(key, [en_form(verdi, linjer=linjer) for verdi in data.getlist(key)])
            elif isinstance(data[key], str):
                data[key] = en_form(data[key], linjer=linjer)
        return data

    def _merke(self, felt: forms.Field, *, mixed: bool) -> str:
        """All required: no marks, as nobody can be in doubt. Otherwise every field says which it is."""
        if not self.merk_felt:
            return ""
        if not felt.required:
            return _("Valgfritt")
        return _("Må fylles ut") if mixed else ""

    def velg_blant(self, felt: str, valg: Any) -> None:
        """Fill a choice with pairs of value and name."""
        liste: Any = self.fields[felt]
        liste.choices = valg

    def tilby(self, felt: str, rader: Any, etikett: Callable[[Any], str] | None = None, *, tom: Any = None) -> None:
        """Fill a choice with these rows; `etikett` names one of them, `tom` is the line for none."""
        valg: Any = self.fields[felt]
        valg.queryset = rader
        if etikett is not None:
            valg.label_from_instance = etikett
        if tom is not None:
            valg.empty_label = tom


def _mangler(felt: forms.Field, navn: str) -> str:
    """What to do about a field left empty, worded for its kind."""
    label = str(felt.label or navn)
    if label.endswith("?"):
        return _("Svar på «%(navn)s»") % {"navn": label}
    if isinstance(felt, forms.BooleanField):
        return _("Kryss av for «%(navn)s».") % {"navn": label}
    if isinstance(felt, forms.ChoiceField | forms.ModelChoiceField):
        return _("Velg «%(navn)s».") % {"navn": label}
    return _("Fyll ut «%(navn)s».") % {"navn": label}


def _standard(felt: forms.Field, kode: str) -> Any:
    """Django's own wording, so that a form's own is never overwritten."""
    found = (getattr(slag, "default_error_messages", {}).get(kode) for slag in type(felt).__mro__)
    return next((tekst for tekst in found if tekst is not None), object())


class Skjema(Grunn, forms.Form):
    """Base of all plain forms."""

    def som_rad(self, rad: Any) -> dict[str, Any]:
        """The row's values for the fields people fill in."""
        return {felt.name: getattr(rad, felt.name) for felt in self.visible_fields() if hasattr(rad, felt.name)}


class ModellSkjema(Grunn, forms.ModelForm):
    """Base of all forms on a model."""


class Filterskjema(Skjema):
    """A GET form above a list: nothing is required, nothing is marked, junk is left out of the answer."""

    merk_felt = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for felt in self.fields.values():
            felt.required = False
            if type(felt.widget) is forms.TextInput and isinstance(felt, forms.CharField):
                felt.widget.attrs |= SOK

    def valgt(self) -> dict[str, Any]:
        """The filters that were understood."""
        self.is_valid()
        return {navn: verdi for navn, verdi in self.cleaned_data.items() if verdi not in ("", None, [])}


# --- Fields ---------------------------------------------------------------------------------------------------
class DatoFelt(forms.Field):
    """A date typed as people type it; see felles.dato.les_dato."""

    widget = forms.TextInput
    default_error_messages = {
        "fram": gettext_lazy("Dato kan ikke være fram i tid."),
        "bak": gettext_lazy("Dato kan ikke være tilbake i tid."),
    }

    def __init__(self, *, fram_i_tid: bool = True, bak_i_tid: bool = True, **kwargs: Any) -> None:
        kwargs.setdefault("help_text", gettext_lazy("For eksempel 18.11.2026"))
        self.fram_i_tid, self.bak_i_tid = fram_i_tid, bak_i_tid
        super().__init__(**kwargs)

    def widget_attrs(self, widget: forms.Widget) -> dict[str, str]:
        """Letters too: «24. desember» and «i morgen» are dates."""
        return {"inputmode": "text", "autocomplete": "off", "autocapitalize": "none", "class": "ds-input hp-kort-felt"}

    def prepare_value(self, value: Any) -> Any:
        return talldato(value) if isinstance(value, date) else value

    def to_python(self, value: Any) -> date | None:
        if value in self.empty_values or not str(value).strip():
            return None
        if isinstance(value, date):
            return value
        try:
            return les_dato(str(value))
        except Datofeil as feil:
            raise ValidationError(str(feil.melding), code="invalid") from None

    def validate(self, value: date | None) -> None:
        super().validate(value)
        if value and not self.fram_i_tid and value > idag():
            raise ValidationError(self.error_messages["fram"], code="fram")
        if value and not self.bak_i_tid and value < idag():
            raise ValidationError(self.error_messages["bak"], code="bak")

    def has_changed(self, initial: Any, data: Any) -> bool:
        try:
            return self.to_python(data) != initial
        except ValidationError:
            return True


class KlokkeFelt(forms.Field):
    """A time of day as people type it: 9, 9.30, 09:30, 0930, kl. 9."""

    widget = forms.TextInput
    default_error_messages = {"invalid": gettext_lazy("Skriv klokkeslettet slik: 14.00.")}

    def widget_attrs(self, widget: forms.Widget) -> dict[str, str]:
        return {"inputmode": "decimal", "autocomplete": "off", "class": "ds-input hp-kort-felt"}

    def prepare_value(self, value: Any) -> Any:
        return f"{value:%H.%M}" if isinstance(value, time) else value

    def to_python(self, value: Any) -> time | None:
        if value in self.empty_values or not str(value).strip():
            return None
        match = KLOKKE.fullmatch(str(value)[:20].strip().lower())
        try:
            return time(int(match[1]), int(match[2] or 0))  # type: ignore[index]  # no match: TypeError
        except (TypeError, ValueError):
            raise ValidationError(self.error_messages["invalid"], code="invalid") from None


class TekstFelt(forms.CharField):
    """Free text with a bound, counted while one writes. `linjer=1` gives one line."""

    def __init__(self, *, max_length: int = 4000, linjer: int = 5, **kwargs: Any) -> None:
        if linjer > 1:
            kwargs.setdefault("widget", forms.Textarea(attrs={"rows": linjer, "data-hp-maks": max_length}))
        super().__init__(max_length=max_length, **kwargs)
        self.error_messages["max_length"] = FOR_LANG
        for validator in self.validators:
            if getattr(validator, "code", "") == "null_characters_not_allowed":
                self.validators.remove(validator)
                break

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        """No maxlength: the browser would cut what is pasted without saying so."""
        return {}

    def to_python(self, value: Any) -> str:
        tekst = (super().to_python(value) or "").replace("\r\n", "\n").replace("\r", "\n")
        if "\x00" in tekst:
            raise ValidationError(_("Teksten har tegn som ikke kan lagres. Skriv den på nytt."), code="nul")
        return tekst


class TelefonFelt(TekstFelt):
    """A telephone number, with blanks and + as people write it."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(linjer=1, widget=forms.TelInput(), **kwargs)

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        return {"autocomplete": "tel"}


class BrukernavnFelt(TekstFelt):
    """A user name, letter for letter."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(linjer=1, **kwargs)

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        return BRUKERNAVN


class NokkelFelt(forms.Field):
    """A signed UUID that becomes the row's key: a second send finds the row the first one made (beslutninger 29)."""

    widget = forms.HiddenInput
    signer = Signer(salt="felles.skjema.nokkel")

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**({"initial": self.ny} | kwargs))

    @classmethod
    def ny(cls) -> str:
        return cls.signer.sign(uuid4().hex)

    def to_python(self, value: Any) -> UUID:
        try:
            return UUID(self.signer.unsign(str(value or "")))
        except (BadSignature, ValueError):
            raise ValidationError(
                _("Vi kunne ikke kjenne igjen skjemaet. Se over det du skrev, og send på nytt."), code="nokkel"
            ) from None

    def bound_data(self, data: Any, initial: Any) -> Any:
        """A spoilt key is replaced by a fresh one when the form is shown again."""
        try:
            self.to_python(data)
        except ValidationError:
            return initial
        return data


class MedNokkel(forms.Form):
    """For forms that create: `cleaned_data["nokkel"]` is the new row's UUID key (felles.engang)."""

    nokkel = NokkelFelt()


def sendt_nokkel(request: HttpRequest) -> UUID | None:
    """The key in what was sent, for a page that after the act no longer has the form to read it with."""
    try:
        return NokkelFelt().to_python(request.POST.get("nokkel"))
    except ValidationError:
        return None


class MedVersjon(forms.Form):
    """For forms that edit: `versjon` is the one the user saw; a service refuses an older one."""

    versjon = forms.IntegerField(
        widget=forms.HiddenInput,
        min_value=0,
        max_value=2**31 - 1,
        error_messages={"invalid": gettext_lazy("Vi kunne ikke kjenne igjen skjemaet. Last siden på nytt.")},
    )

    def konflikt(self, konflikt: Konflikt) -> None:
        """Someone saved first: say who and when, show the difference, let a second save win knowingly."""
        lagret = self.som_rad(konflikt.rad)  # type: ignore[attr-defined]  # Skjema has it
        self.add_error(None, konflikt_melding(konflikt.navn, konflikt.tid))
        self.forskjeller = [
            {"navn": self[navn].label, "lagret": verdi, "ditt": mine, "deler": forskjell(verdi, mine)}
            for navn, verdi in ((navn, self._som_tekst(navn, verdi)) for navn, verdi in lagret.items())
            if (mine := self._som_tekst(navn, self.cleaned_data.get(navn))) != verdi
        ]
        self.har_sett(konflikt.versjon)

    def har_sett(self, versjon: int) -> None:
        """The next try knows this version, and wins over it."""
        data: Any = self.data  # a QueryDict, which the stubs call a Mapping
        self.data = data = data.copy()
        data[self.add_prefix("versjon")] = str(versjon)

    def _som_tekst(self, navn: str, verdi: Any) -> str:
        if verdi in (None, ""):
            return ""
        if isinstance(verdi, date):
            return talldato(verdi)
        if isinstance(verdi, time):
            return f"{verdi:%H.%M}"
        if isinstance(verdi, (list, tuple, QuerySet)):
            return ", ".join(str(ett) for ett in verdi)
        choices = getattr(self.fields[navn], "choices", None)
        if choices is not None:
            pairs: Any = forms.ChoiceField(choices=choices).choices  # in whatever form they were given
            return str(dict(pairs).get(verdi, verdi))
        return str(verdi)


def konflikt_melding(navn: str, tid: datetime | None) -> str:
    """«Ola endret dette kl. 10.12 mens du skrev. Se forskjellen før du lagrer.»"""
    return _("%(navn)s endret dette kl. %(klokke)s mens du skrev. Se forskjellen før du lagrer.") % {
        "navn": navn,
        "klokke": klokkeslett(tid) if tid else "",
    }


def forskjell(lagret: str, ditt: str) -> list[tuple[str, str]]:
    """Word for word: [("lik" | "bare_lagret" | "bare_ditt", text), …]. Long texts are compared line by line."""
    split = str.split if len(lagret) + len(ditt) < 8000 else str.splitlines
    old, new = split(lagret), split(ditt)
    parts: list[tuple[str, str]] = []
    for tag, a1, a2, b1, b2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            parts.append(("lik", " ".join(old[a1:a2])))
            continue
        if a2 > a1:
            parts.append(("bare_lagret", " ".join(old[a1:a2])))
        if b2 > b1:
            parts.append(("bare_ditt", " ".join(new[b1:b2])))
    return parts
