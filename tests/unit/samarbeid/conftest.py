"""The registry's unit tests act as a persona: `with som_bruker("slt") as slt: ...`."""

from contextlib import contextmanager

import pytest

from brukere.models import Bruker
from samarbeid.models import Aktor
from vern.kontekst import som


@pytest.fixture
def som_bruker(db):
    @contextmanager
    def som_bruker(brukernavn):
        bruker = Bruker.objects.get(username=brukernavn)
        with som(bruker):
            yield bruker

    return som_bruker


@pytest.fixture
def aktor(db):
    """`aktor("moske", type="trossamfunn")`: a partner with the code as its name."""

    def lag(slug, type="frivillig", **felt):
        return Aktor.objects.create(slug=slug, navn=felt.pop("navn", slug), type=type, **felt)

    return lag
