"""What every act in the registry begins with: the right to do it."""

from django.core.exceptions import PermissionDenied

from brukere.models import Bruker

from ..policy import can_edit_registeret


def krev_redaktor(av: Bruker) -> None:
    """Only the koordinator keeps the registry (faggrunnlag 5)."""
    if not can_edit_registeret(av):
        raise PermissionDenied
