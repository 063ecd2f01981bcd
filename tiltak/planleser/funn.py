"""What the reader finds."""

from dataclasses import dataclass, field
from datetime import date

TOM = "tom"
UKJENT = ""


@dataclass
class Dokumentlinje:
    """One line of the document. `funnet_som` says what it became; `UKJENT` means that nobody claimed it."""

    nr: int
    raa: str
    tekst: str
    innrykk: bool
    ny_side: bool
    funnet_som: str = UKJENT


@dataclass(frozen=True)
class LestPart:
    navn: str
    rolle: str
    enhet: str = ""


@dataclass
class LestTiltak:
    nr: int
    tittel: str
    omrade: int
    har_kolon: bool
    ordlyd: str = ""
    etikett: str = ""
    ansvarslinje: str = ""
    ansvar: list[LestPart] = field(default_factory=list)
    merke: str = ""  # its own number where the plan counts otherwise: «2.3»
    frist: date | None = None
    fristar: int | None = None
    lopende: bool = True
    linje: int = 0


@dataclass
class LestOmrade:
    nr: int
    tittel: str
    linje: int = 0


@dataclass
class LestMulig:
    nr: int
    tittel: str
    ordlyd: str


@dataclass
class LestFotnote:
    """`tiltak` is where its marker stands, or, without a marker, where its words are spelt out."""

    nr: int
    tekst: str
    forkortelse: str = ""
    tiltak: int | None = None
    har_merke: bool = False


@dataclass(frozen=True)
class LestVedtak:
    organ: str
    dato: date


@dataclass(frozen=True)
class Tvil:
    """A question for the one who brings the plan in: the line, what it says, what was understood of it.

    One that is `alvorlig` must be answered before anything is written."""

    linje: int
    tekst: str
    hva: str
    alvorlig: bool = False


@dataclass
class Lesing:
    """Everything found in one document."""

    linjer: list[Dokumentlinje]
    kjente: frozenset[str] = frozenset()
    sjanger: str = ""
    tittel: str = ""
    forste_ar: int | None = None
    vedtatt: date | None = None
    signatarer: list[str] = field(default_factory=list)
    avsnitt: dict[str, str] = field(default_factory=dict)
    fokusomrader: list[str] = field(default_factory=list)
    prinsipper: list[tuple[str, str]] = field(default_factory=list)
    vedtak: LestVedtak | None = None
    sier_antall: tuple[int, int] | None = None
    omrader: list[LestOmrade] = field(default_factory=list)
    tiltak: list[LestTiltak] = field(default_factory=list)
    oversikt_omrader: dict[int, str] = field(default_factory=dict)
    oversikt: dict[int, str] = field(default_factory=dict)
    mulige: list[LestMulig] = field(default_factory=list)
    fotnoter: list[LestFotnote] = field(default_factory=list)
    nettsteder: list[str] = field(default_factory=list)
    tvil: list[Tvil] = field(default_factory=list)

    @property
    def ukjente(self) -> list[Dokumentlinje]:
        """Lines nobody claimed: shown, never dropped."""
        return [linje for linje in self.linjer if linje.funnet_som == UKJENT]
