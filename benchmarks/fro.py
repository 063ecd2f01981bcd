"""What the walls are measured on, beside what `fyll` made: cases that two readers share, with fifty texts each.

The first has its texts encrypted, the second has the same texts plain: a page without encryption must have something to
read. The third is to be moved, over and over.
"""

from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid4

from .benk import Benk, som_eier

TEKSTER = 50
TEKST = "Dette er en oppdiktet tekst som bare finnes for å måle hvor lang tid det tar å lese den. " * 17  # 1,500 signs


@dataclass(frozen=True)
class Fro:
    """Addresses and ids of the three cases."""

    kryptert: str
    klar: str
    flyttes: str
    ider: tuple[UUID, UUID, UUID]


def lag(benk: Benk, lett: str, tung: str) -> Fro:
    """Take the light reader's three newest cases and make them what we need."""
    lesere = [benk.bruker(navn).pk for navn in (lett, tung)]
    with som_eier() as link:
        rader = link.execute(
            "SELECT s.id, s.ref FROM bekymring_tilgang t JOIN bekymring_sak s ON s.id = t.sak_id "
            "WHERE t.user_id = %s AND t.rett = 'se' ORDER BY t.sist_endret DESC LIMIT 3",
            [lesere[0]],
        ).fetchall()
        for (sak, _ref), tilstand, grunnlag in zip(
            rader, ("pa_saksliste", "pa_saksliste", "tiltak_pagar"), ("gruppe", "gruppe", "ansvarsgruppe"), strict=True
        ):
            _tom(link, sak, tilstand)
            for bruker in lesere:
                _slipp_inn(link, sak, bruker, grunnlag)
        _tekster(link, rader[0][0], lesere[0], kryptert=True)
        _tekster(link, rader[1][0], lesere[0], kryptert=False)
        link.execute("VACUUM ANALYZE bekymring_tekst, bekymring_hendelse, bekymring_tilgang, bekymring_sak")
    ider, refer = zip(*rader, strict=True)
    return Fro(*refer, ider)


def _tom(link: Any, sak: UUID, tilstand: str) -> None:
    link.execute("DELETE FROM bekymring_hendelse WHERE sak_id = %s", [sak])
    link.execute("DELETE FROM bekymring_tekst WHERE sak_id = %s", [sak])
    link.execute("DELETE FROM bekymring_tilgang WHERE sak_id = %s AND rett NOT IN ('se', 'led')", [sak])
    link.execute(
        "DELETE FROM bekymring_tilgang t USING bekymring_sak s WHERE s.id = t.sak_id AND s.id = %s "
        "AND NOT EXISTS (SELECT FROM bekymring_tilgang l WHERE l.sak_id = s.id AND l.user_id = t.user_id "
        "AND l.rett = 'led')",
        [sak],
    )
    link.execute("UPDATE bekymring_sak SET tilstand = %s, aldersspenn = '13_15' WHERE id = %s", [tilstand, sak])


def _slipp_inn(link: Any, sak: UUID, bruker: int, grunnlag: str) -> None:
    for rett, sone in (("se", ""), ("les", "felles"), ("skriv", "felles")):
        formal = {"gruppe": "kjernegruppe"}.get(grunnlag, grunnlag)
        hva = ("", "") if rett == "se" else ("uten_navn", formal)
        link.execute(
            "INSERT INTO bekymring_tilgang (user_id, permission_id, sak_id, rett, sone, grunnlag, opplysning, formal, "
            "fra, sist_endret) SELECT %s, p.id, s.id, %s, %s, %s, %s, %s, s.opprettet, s.sist_endret "
            "FROM auth_permission p, bekymring_sak s WHERE p.codename = %s AND s.id = %s",
            [bruker, rett, sone, grunnlag, *hva, f"{rett}_{sone or 'sak'}", sak],
        )


def _tekster(link: Any, sak: UUID, av: int, *, kryptert: bool) -> None:
    from vern import krypto, nokler

    nokkel = nokler.lag(sak, "felles")
    for nr in range(TEKSTER):
        rad = uuid4()
        aad = krypto.sted(sak, "felles", "tekst", "innhold", rad)
        innhold = krypto.lukk(nokkel, TEKST, aad) if kryptert else TEKST.encode()
        link.execute(
            "INSERT INTO bekymring_tekst (id, sak_id, sone, art, kilde, innhold, av_id, tid) "
            "SELECT %s, id, 'felles', 'vurdering', '', %s, %s, sist_endret - %s * interval '1 hour' "
            "FROM bekymring_sak WHERE id = %s",
            [rad, innhold, av, nr, sak],
        )
        link.execute(
            "INSERT INTO bekymring_hendelse (id, sak_id, sone, art, fra, til, av_id, tid, tekst_id) "
            "SELECT %s, sak_id, 'felles', 'vurdering', '', '', av_id, tid, id FROM bekymring_tekst WHERE id = %s",
            [uuid4(), rad],
        )


def bryter_for_historikk() -> None:
    """The history triggers can be passed by a connection that says so. Only ever in a throw-away database."""
    with som_eier() as link:
        for tabell, uttrykk in link.execute(
            "SELECT tgrelid::regclass::text, pg_get_triggerdef(oid) FROM pg_trigger "
            "WHERE tgname = 'historikk' AND tgqual IS NULL"
        ).fetchall():
            nytt = uttrykk.replace(
                " EXECUTE FUNCTION", " WHEN (current_setting('hp.uten_historikk', true) IS NULL) EXECUTE FUNCTION"
            )
            link.execute(f"DROP TRIGGER historikk ON {tabell}")
            link.execute(nytt)
