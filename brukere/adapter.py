"""allauth's doors we keep shut: nobody makes an account or changes an address by themselves."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.contrib.auth.base_user import AbstractBaseUser
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _


class Konto(DefaultAccountAdapter):
    error_messages = DefaultAccountAdapter.error_messages | {
        "username_password_mismatch": _(
            "Brukernavnet eller passordet er feil. Prøv igjen, eller be systemansvarlig om et nytt passord."
        ),
        "too_many_login_attempts": _("Det er prøvd for mange ganger. Vent noen minutter, og prøv igjen."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        return reverse("min_side")

    def set_password(self, user: Any, password: str) -> None:
        """A password the user has chosen ends the one-time password's demand, and sessions elsewhere (ASVS 7.4.3)."""
        user.ma_bytte_passord = False
        super().set_password(user, password)
        user.okter.exclude(session_key=self.request.session.session_key).delete()

    def _get_login_attempts_cache_key(self, request: HttpRequest, **credentials: object) -> str:
        """Count failed tries per account and address, so that nobody can lock a colleague out from elsewhere."""
        return f"{super()._get_login_attempts_cache_key(request, **credentials)}:{self.get_client_ip(request)}"

    def authenticate(self, request: HttpRequest, **credentials: object) -> AbstractBaseUser | None:
        """A deactivated user is answered as an unknown one."""
        user = super().authenticate(request, **credentials)
        return user if user is not None and user.is_active else None
