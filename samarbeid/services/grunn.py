"""What every act in the registry begins with: the right to do it."""

from django.core.exceptions import PermissionDenied

from brukere.models import Bruker
from felles.handler import krev_handler

from ..policy import can_edit_registeret


def krev_redaktor(av: Bruker) -> None:
    """Only the koordinator keeps the registry (faggrunnlag 5)."""
    krev_handler(av)
    if not can_edit_registeret(av):
        raise PermissionDenied
