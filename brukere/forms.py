"""allauth's log-in form in our own dress."""

from typing import Any

from allauth.account.forms import LoginForm

from felles.skjema import Grunn


class Innlogging(Grunn, LoginForm):
    """The label says what to write; a placeholder that vanishes says it worse."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields.pop("remember", None)
        for field in self.fields.values():
            field.widget.attrs.pop("placeholder", None)
            field.help_text = ""
