"""Each wall against the same page without it. The switches are here and nowhere in the product.

`rad` row-level security: a role with BYPASSRLS, no transaction that tells the database who asks, no savepoints around
what it may refuse. `logg` the read log: nothing is written, and the zones are known. `kryptering`: the text is the
bytes, and no key is asked for. `historikk`: the triggers look away.
"""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from typing import Any

from .benk import Benk, forbindelse, som_eier
from .fro import Fro
from .takt import NOYE, Gruppe, Kall

RAD, LOGG, KRYPTERING, HISTORIKK = VEGGER = ("rad", "logg", "kryptering", "historikk")
LESERE = {"lett": "politi", "tung": "kjerne.barnevern"}
UTEN_ROLLE = "benk_uten"
Bytte = tuple[Any, str, Any]


class Brytere:
    """What is put in the place of each wall."""

    def __init__(self) -> None:
        from django.db import connections

        with som_eier() as link:
            if not link.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [UTEN_ROLLE]).fetchone():
                link.execute(f"CREATE ROLE {UTEN_ROLLE} LOGIN INHERIT BYPASSRLS IN ROLE hp_web")
        av = "-c hp.uten_historikk=1"
        self.vanlig = connections["default"]
        self.linker = {
            (False, False): self.vanlig,
            (False, True): forbindelse("hp_web", av),
            (True, False): forbindelse(UTEN_ROLLE),
            (True, True): forbindelse(UTEN_ROLLE, av),
        }
        self.bytter = {RAD: _uten_rad(), LOGG: _uten_logg(), KRYPTERING: _uten_kryptering(), HISTORIKK: []}
        self.na: list[Bytte] = []
        self.hvem: Any = None

    def sett(self, av: frozenset[str], hvem: int) -> None:
        """These walls are down, all others stand."""
        from django.db import connections

        for sted, navn, ekte in self.na:
            setattr(sted, navn, ekte)
        self.na = []
        for vegg in av:
            for sted, navn, i_stedet in self.bytter[vegg]:
                self.na.append((sted, navn, getattr(sted, navn)))
                setattr(sted, navn, i_stedet)
        link = self.linker[RAD in av, HISTORIKK in av]
        connections["default"] = link
        if RAD in av and self.hvem != (link, hvem):
            with link.cursor() as cursor:  # functions and triggers still ask who it is
                cursor.execute("SELECT set_config('hp.uid', %s, false)", [str(hvem)])
            self.hvem = (link, hvem)


def _uten_rad() -> list[Bytte]:
    import bekymring.services.tilgang as tilgang
    import vern.middleware as middleware
    from vern.kontekst import Kontekst

    @contextmanager
    def kontekst(user: Any) -> Iterator[Kontekst]:
        yield Kontekst(user, 0)

    return [(middleware, "kontekst", kontekst), (tilgang, "oversatt", nullcontext)]


def _uten_logg() -> list[Bytte]:
    """In every module that took the function by its name."""
    import bekymring.lesing.innsyn as sakens
    from vern.innsyn import Nokkelring

    ekte = sakens.innsyn

    def innsyn(hvem: Any, saker: Any, *, del_: str) -> Any:
        ider = frozenset(sak.pk for sak in saker)
        return Nokkelring(ider, frozenset((sak, "felles") for sak in ider))

    moduler = [m for m in list(sys.modules.values()) if getattr(m, "innsyn", None) is ekte]
    return [(modul, "innsyn", innsyn) for modul in moduler]


def _uten_kryptering() -> list[Bytte]:
    import vern.innsyn as vern_innsyn
    from vern import krypto, nokler

    return [
        (vern_innsyn.Nokkelring, "apne", lambda self, tekst: bytes(tekst.innhold).decode()),
        (krypto, "lukk", lambda nokkel, klartekst, aad: klartekst.encode()),
        (nokler, "lag", lambda sak, sone: b""),
    ]


# --- The pages -------------------------------------------------------------------------------------------------
def grupper(benk: Benk, fro: Fro) -> list[Gruppe]:
    """One group a page and reader: all walls, each one down, all down. What is read comes before what is written."""
    brytere = Brytere()
    sider = {slag: _sider(benk, fro, navn) for slag, navn in LESERE.items()}
    ut = []
    for par in zip(*sider.values(), strict=True):
        for (slag, navn), (hva, vegger, lag) in zip(LESERE.items(), par, strict=True):
            pk = benk.bruker(navn).pk
            kall = {"alle vegger": _kall(brytere, lag, frozenset(), pk)}
            kall |= {f"uten {vegg}": _kall(brytere, lag, frozenset([vegg]), pk) for vegg in vegger}
            kall["uten vegger"] = _kall(brytere, lag, frozenset(VEGGER), pk)
            navngitt = {f"vegg: {hva}, {slag}: {k}": v for k, v in kall.items()}
            ut.append(Gruppe(navngitt, dict.fromkeys(navngitt, f"vegg: {hva}, {slag}: alle vegger"), NOYE))
    return ut


Lag = Callable[[frozenset[str]], Kall]


def _kall(brytere: Brytere, lag: Lag, av: frozenset[str], pk: int) -> Kall:
    side = lag(av)

    def forst() -> None:
        brytere.sett(frozenset(), pk)
        side.forst()
        brytere.sett(av, pk)

    return Kall(side.kall, forst)


def _sider(benk: Benk, fro: Fro, navn: str) -> list[tuple[str, tuple[str, ...], Lag]]:
    """Name, the walls that have a part in it, and how it is asked for."""

    def ref(av: frozenset[str]) -> str:
        return fro.klar if KRYPTERING in av else fro.kryptert

    return [
        ("mine saker", (RAD, LOGG), lambda av: Kall(benk.side(navn, "/bekymring/"))),
        ("søk i mine saker", (RAD, LOGG), lambda av: Kall(benk.side(navn, "/bekymring/?tilstand=pa_saksliste"))),
        ("en sak, 50 tekster", (RAD, LOGG, KRYPTERING), lambda av: Kall(benk.side(navn, f"/bekymring/{ref(av)}/"))),
        ("skriv en tekst", (RAD, KRYPTERING), lambda av: _skriv(benk, navn, ref(av))),
        ("flytt saken", (RAD, HISTORIKK), lambda av: _flytt(benk, navn, fro)),
    ]


def _skriv(benk: Benk, navn: str, ref: str) -> Kall:
    """A member's assessment: one text and one event."""
    from felles.skjema import NokkelFelt

    send = benk.sending(navn, f"/bekymring/{ref}/vurdering/")
    felter = {"innhold": "Dette er en oppdiktet vurdering. " * 20, "sone": "felles", "nokkel": ""}

    def forst() -> None:
        benk.glem_beskjeder(navn)
        felter["nokkel"] = NokkelFelt.ny()

    return Kall(lambda: send(felter), forst)


def _flytt(benk: Benk, navn: str, fro: Fro) -> Kall:
    """One move: the register line with its history, and one event."""
    send = benk.sending(navn, f"/bekymring/{fro.flyttes}/steg/evaluer/")
    link = som_eier()

    def forst() -> None:
        benk.glem_beskjeder(navn)
        link.execute(
            "UPDATE bekymring_sak SET tilstand = 'tiltak_pagar', versjon = 1 WHERE ref = %s AND versjon <> 1",
            [fro.flyttes],
        )

    return Kall(lambda: send({"versjon": "1"}), forst)
