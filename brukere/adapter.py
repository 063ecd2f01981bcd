"""allauth's doors we keep shut: nobody makes an account or changes an address by themselves."""

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest


class Konto(DefaultAccountAdapter):
    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False
