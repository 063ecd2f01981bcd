"""allauth's log-in form in our own dress."""

from typing import Any

from allauth.account.forms import LoginForm

from felles.skjema import Tegner


class Innlogging(LoginForm):
    """The label says what to write; a placeholder that vanishes says it worse."""

    default_renderer = Tegner

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, label_suffix="", **kwargs)
        self.fields.pop("remember", None)
        for field in self.fields.values():
            field.widget.attrs["class"] = "ds-input"
            field.widget.attrs.pop("placeholder", None)
            field.help_text = ""
