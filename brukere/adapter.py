"""allauth's doors we keep shut: nobody makes an account or changes an address by themselves."""

from allauth.account.adapter import DefaultAccountAdapter
from django.contrib.auth.base_user import AbstractBaseUser
from django.http import HttpRequest


class Konto(DefaultAccountAdapter):
    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def _get_login_attempts_cache_key(self, request: HttpRequest, **credentials: object) -> str:
        """Count failed tries per account and address, so that nobody can lock a colleague out from elsewhere."""
        return f"{super()._get_login_attempts_cache_key(request, **credentials)}:{self.get_client_ip(request)}"

    def authenticate(self, request: HttpRequest, **credentials: object) -> AbstractBaseUser | None:
        """A deactivated user is answered as an unknown one."""
        user = super().authenticate(request, **credentials)
        return user if user is not None and user.is_active else None
