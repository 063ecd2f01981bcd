"""Look-ups in the log, at the time and by the hand a test needs; the product can only make them now, by oneself."""

from datetime import datetime
from typing import Any

from bekymring.models import Sak
from tests.factories.rapporter import forbi_veggene
from tests.factories.saker import bruker, sql


def oppslag(sak: Sak, hvem: str, tid: datetime | None = None, grunnlag: str = "gruppe", utsnitt: str = "sak") -> int:
    """One look at one case; its id."""
    with forbi_veggene():
        [(pk,)] = sql(
            "INSERT INTO vern_innsyn (tid, bruker, roller, saker, utsnitt, soner, grunnlag) "
            "VALUES (coalesce(%s, now()), %s, '{}', ARRAY[%s], %s, '{register,felles}', ARRAY[%s]) RETURNING id",
            tid,
            bruker(hvem).pk,
            sak.pk,
            utsnitt,
            grunnlag,
        )
    return int(pk)


def uvanlig(sak: Sak, hvem: str, **mer: Any) -> int:
    """One that waits for review."""
    pk = oppslag(sak, hvem, **mer)
    with forbi_veggene():
        sql(
            "INSERT INTO vern_oppslagsvurdering (innsyn, bruker, tid, regler, merknad) "
            "VALUES (%s, %s, now(), '{uten_oppgave}', '')",
            pk,
            bruker(hvem).pk,
        )
    return pk
