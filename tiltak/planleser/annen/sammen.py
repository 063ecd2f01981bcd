"""The outline becomes a plan: front page, chapters, areas, tiltak. Each line is marked with where it went."""

import re
from collections.abc import Iterable, Sequence

from felles.dato import finn_datoer

from ..ansvar import HOVED, MED, SAMARBEID
from ..funn import TOM, Dokumentlinje, Lesing, LestOmrade, LestPart, LestTiltak, LestVedtak, Tvil
from ..tekst import blokker, flyt, merk
from . import disposisjon
from .disposisjon import BART, KAPITTEL, MAL, TABELL, TILTAKET, Hode, avsnittskode
from .felt import LestFelt, celler, er_nrord, er_strek, les_felt, merkelapper, omradekolonne
from .frist import ER_LOPENDE, les_frist
from .ordliste import FELT_FOR, ORGAN, SUMORD, TILTAKSORD, VEDLEGGSORD, VEDTATT
from .parter import Navn, les_parter
from .sider import rydd

FOTNOTE = re.compile(r"[¹²³⁰⁴-⁹]+$")
ARENE = re.compile(r"\b(20\d\d)\s*[–-]\s*(20\d\d)\b")
VEDTAK = re.compile(rf"\b(?:{VEDTATT})\b|^(?:K-sak|{ORGAN})\b", re.IGNORECASE)
BEHANDLET = re.compile(r"\b(?:behandlet|handsama)\b", re.IGNORECASE)  # not yet decided, where another line says so
SAKSNUMMER = re.compile(r"\b(?:K-|PS |KS-|F-)?(?:sak|saksnr\.?)?\s*:?\s*\d+/\d{2,4}(?![-./]\d)", re.IGNORECASE)
PUBLISERT = re.compile(r"^(?:Ansvar for utføring|Ansvar for oppfølging):", re.MULTILINE)
NUMMER = re.compile(r"^\f?\s*Tiltak \d+\.\d+\s*[.:–-]?\s+\S", re.IGNORECASE | re.MULTILINE)
VEDLEGG = re.compile(rf"(?:{'|'.join(VEDLEGGSORD)})\b", re.IGNORECASE)
REVIDERT = re.compile(r"\b(?:revidert|sist endret|sist endra|oppdatert)\b", re.IGNORECASE)
LANGT = 80  # letters; a longer line with years in it says more than the years
TITTELSLUTT = ".:?!"
Linjer = Sequence[Dokumentlinje]


def kjenner(tekst: str, linjer: Linjer) -> bool:
    """Not the published document of 2016: that has its own label, or its headings and no label of this genre."""
    if NUMMER.search(tekst):
        return True
    if PUBLISERT.search(tekst):
        return False
    if any(linje.tekst in ("Handlingsplan", "Tiltaksoversikt") for linje in linjer):
        return any(merkelapper(linje.raa) for linje in linjer)
    return True


def les(lesing: Lesing, known: Iterable[str] = ()) -> Lesing:
    """Sort the lines. Never fails: what is not understood is left as unknown."""
    linjer, kjente = rydd(lesing.linjer), list(known)
    lesing.sjanger = "annen"
    found = disposisjon.finn(linjer)
    lesing.tvil += found.tvil
    steder = [hode.sted for hode in found.hoder]
    _forside(lesing, linjer[: steder[0] if steder else len(linjer)])
    if not lesing.vedtatt and steder and linjer[steder[-1] + 1 :]:
        linjer = linjer[: steder[-1] + 1] + _vedtatt_til_slutt(lesing, linjer[steder[-1] + 1 :])
    vedlegg = next((linje.nr for linje in linjer if VEDLEGG.match(linje.tekst)), None)
    for hode, end in zip(found.hoder, [*steder, len(linjer)][1:], strict=True):
        if hode.slag == TILTAKET and vedlegg and linjer[hode.sted].nr > vedlegg:
            lesing.tvil.append(Tvil(linjer[hode.sted].nr, linjer[hode.sted].tekst, "står i et vedlegg", alvorlig=True))
        if hode.slag in (KAPITTEL, MAL):
            _utenfor(lesing, linjer[hode.sted : end])
        _del(lesing, hode, [li for li in linjer[hode.sted : end] if not li.funnet_som.startswith("oversikt")], kjente)
    _uten_tiltak(lesing)
    _ulest(lesing)
    _uten_frist(lesing)
    lesing.oversikt = {t.nr: f"{t.merke} {t.tittel}".strip() for t in lesing.tiltak}
    lesing.oversikt_omrader = {o.nr: o.tittel for o in lesing.omrader}
    lesing.tvil.sort(key=lambda tvil: tvil.linje)
    return lesing


def _utenfor(lesing: Lesing, linjer: list[Dokumentlinje]) -> None:
    """A responsible or a deadline with no tiltak over it: a tiltak in a form that was not known again."""
    for linje in linjer:
        if any(FELT_FOR.get(navn.lower()) in ("ansvar", "frist") and verdi for navn, verdi in merkelapper(linje.raa)):
            lesing.tvil.append(
                Tvil(linje.nr, linje.tekst, "hører ikke til noe tiltak som ble kjent igjen", alvorlig=True)
            )


def _del(lesing: Lesing, hode: Hode, linjer: list[Dokumentlinje], kjente: list[str]) -> None:
    if hode.slag == KAPITTEL:
        _kapittel(lesing, linjer)
    elif hode.slag == MAL:
        _mal(lesing, hode, linjer)
    elif hode.slag == TILTAKET:
        _tiltak(lesing, hode, linjer, kjente)
    elif hode.slag == TABELL:
        _tabell(lesing, linjer, kjente)


# --- Around the tiltak ------------------------------------------------------------------------------------------------
def _forside(lesing: Lesing, linjer: Linjer) -> None:
    """The title is the first lines that stand together after the municipality's name; the years and the decision."""
    for block in blokker(li for li in linjer if not li.funnet_som.startswith("oversikt"))[:5]:
        block = _uten_kommunen(_uten_vedtak(lesing, block))
        tekst = flyt(block)
        if not tekst:
            continue
        if not lesing.tittel:
            lesing.tittel = tekst
            merk(block, "tittel")
        if (arene := ARENE.search(tekst)) and not lesing.forste_ar:
            lesing.forste_ar = int(arene[1])
            merk(block if len(tekst) < LANGT else [], "tittel")
    if not lesing.forste_ar and lesing.vedtatt:
        lesing.forste_ar = lesing.vedtatt.year


def _uten_kommunen(block: list[Dokumentlinje]) -> list[Dokumentlinje]:
    names = [linje for linje in block if re.fullmatch(r"[\w -]{2,40} kommune", linje.tekst, re.IGNORECASE)]
    merk(names, "kommune")
    return [linje for linje in block if linje not in names]


def _uten_vedtak(lesing: Lesing, block: list[Dokumentlinje]) -> list[Dokumentlinje]:
    """The decision takes one line, or two when its day stands on the next."""
    steder = [i for i, linje in enumerate(block) if VEDTAK.search(linje.tekst)]
    at = next((i for i in steder if not BEHANDLET.search(block[i].tekst)), steder[0] if steder else len(block))
    for size in (1, 2):
        if at < len(block) and _vedtak(lesing, block[at : at + size]):
            return [*block[:at], *block[at + size :]]
    if at < len(block):
        lesing.tvil.append(Tvil(block[at].nr, block[at].tekst, "ser ut som et vedtak, men har ingen dag"))
    return block


def _vedtatt_til_slutt(lesing: Lesing, linjer: list[Dokumentlinje]) -> list[Dokumentlinje]:
    """The decision may be the document's last line, or the last two with its day on the second, with who decided."""
    filled = [linje for linje in linjer if linje.funnet_som != TOM]
    for last in (filled[-1:], filled[-2:]):
        tekst = flyt(last)
        if len(last) > 1 and finn_datoer(last[0].tekst):
            continue
        decides = last and VEDTAK.search(last[0].tekst) and re.search(rf"\b(?:{ORGAN})\b", tekst, re.IGNORECASE)
        if decides and not any(merkelapper(linje.raa) for linje in last) and _vedtak(lesing, last):
            lesing.forste_ar = lesing.forste_ar or (lesing.vedtatt.year if lesing.vedtatt else None)
            return [linje for linje in linjer if linje not in last]
    return linjer


def _vedtak(lesing: Lesing, block: list[Dokumentlinje]) -> bool:
    """«Vedtatt av kommunestyret i sak 46/22 den 21.06.2022»: who and when, in any order."""
    tekst = flyt(block)
    dager = finn_datoer(SAKSNUMMER.sub(" ", REVIDERT.split(tekst)[0]))
    if not dager:
        return False
    organ = re.search(rf"\b(?:{ORGAN})\b", tekst, re.IGNORECASE)
    lesing.vedtatt = dager[-1]
    lesing.vedtak = LestVedtak(_bestemt(organ[0].lower()), dager[-1]) if organ else None
    merk(block, "vedtak")
    return True


def _bestemt(organ: str) -> str:
    """«Fjellbygda kommunestyre» is the kommunestyret."""
    return f"{organ}t" if organ.endswith("styre") else organ


def _legg_avsnitt(lesing: Lesing, kode: str, tekst: str) -> None:
    lesing.avsnitt[kode] = "\n\n".join(part for part in (lesing.avsnitt.get(kode, ""), tekst) if part)


def _kapittel(lesing: Lesing, linjer: list[Dokumentlinje]) -> None:
    """Chapters we know become parts of the plan; the others are left as unknown."""
    if kode := avsnittskode(linjer[0].tekst):
        _legg_avsnitt(lesing, kode, "\n\n".join(flyt(block) for block in blokker(linjer[1:])))
        merk(linjer[1:], f"avsnitt: {kode}")
        merk(linjer[:1], f"overskrift: {linjer[0].tekst}")


def _uten_tiltak(lesing: Lesing) -> None:
    """An area with nothing under it is said: it may be a goal above other goals, or its tiltak were not seen."""
    used = {tiltak.omrade for tiltak in lesing.tiltak}
    for omrade in lesing.omrader:
        if omrade.nr not in used:
            lesing.tvil.append(Tvil(omrade.linje, omrade.tittel, "har ingen tiltak under seg", alvorlig=True))


def _ulest(lesing: Lesing) -> None:
    """A numbered line that nobody claimed may be a tiltak in a form unlike the others."""
    for linje in lesing.ukjente if lesing.tiltak else []:
        if BART.match(linje.tekst):
            lesing.tvil.append(Tvil(linje.nr, linje.tekst, "kan være et tiltak som ikke ble lest", alvorlig=True))


def _uten_frist(lesing: Lesing) -> None:
    """Where others have a deadline, one without may have lost it on the way."""
    with_one = [tiltak for tiltak in lesing.tiltak if tiltak.frist or tiltak.fristar]
    if (
        len(lesing.tiltak) > 1
        and not with_one
        and not any(ER_LOPENDE.search(tiltak.ordlyd) for tiltak in lesing.tiltak)
    ):
        lesing.tvil.append(Tvil(0, "Planen", "har ingen frister, og alle tiltakene blir lest som løpende"))
    for tiltak in lesing.tiltak if with_one else []:
        if not (tiltak.frist or tiltak.fristar) and tiltak.lopende and not ER_LOPENDE.search(tiltak.ordlyd):
            name = f"Tiltak {tiltak.merke or tiltak.nr}"
            lesing.tvil.append(Tvil(tiltak.linje, name, "har ingen frist, og blir lest som løpende"))


def _mal(lesing: Lesing, hode: Hode, linjer: list[Dokumentlinje]) -> None:
    """Its title stands on the line or on the next; what it says besides goes with the background."""
    size = 1
    if not hode.tittel:
        size += next((i for i, linje in enumerate(linjer[1:], 1) if linje.funnet_som != TOM), 0)
        tittel = flyt(linjer[size - 1 : size]) if size > 1 else ""
    else:
        size = _tittelslutt(linjer)
        tittel = _tittel(hode, linjer[:size])
    nr = len(lesing.omrader) + 1
    lesing.omrader.append(LestOmrade(nr, tittel, linjer[0].nr))
    merk(linjer[:size], f"mål {nr}")
    if tekst := "\n\n".join(flyt(block) for block in blokker(linjer[size:])):
        _legg_avsnitt(lesing, "bakgrunn", f"{tittel}: {tekst}")
        merk(linjer[size:], f"mål {nr}: innledning")


# --- Tiltak -----------------------------------------------------------------------------------------------------------
def _tittel(hode: Hode, linjer: Linjer) -> str:
    first = Dokumentlinje(0, "", hode.tittel, innrykk=False, ny_side=False)
    return flyt([first, *linjer[1:]])


def _tittelslutt(linjer: Linjer) -> int:
    """How many lines the title takes: those indented under it, or a last one that goes on in the sentence."""
    size = 1
    while size < len(linjer) and linjer[size].innrykk and linjer[size].tekst and not merkelapper(linjer[size].raa):
        size += 1
    if size == 1 and len(linjer) > 1 and _gar_videre(linjer):
        size = 2
    return size


def _gar_videre(linjer: Linjer) -> bool:
    first, second = linjer[0].tekst, linjer[1].tekst
    if not second or first[-1] in TITTELSLUTT or merkelapper(linjer[1].raa):
        return False
    ends = len(linjer) == 2 or linjer[2].funnet_som == TOM or bool(merkelapper(linjer[2].raa))
    return first[-1] in ",-\u00ad" or (second[0].islower() and second[-1] not in TITTELSLUTT and ends)


def _tiltak(lesing: Lesing, hode: Hode, linjer: list[Dokumentlinje], kjente: list[str]) -> None:
    start = 0 if hode.tittel else next((i for i, li in enumerate(linjer[1:], 1) if li.funnet_som != TOM), 0)
    size = start + _tittelslutt(linjer[start:])
    tittel = (_tittel(hode, linjer[:size]) if hode.tittel else flyt(linjer[start:size])).rstrip(":").strip()
    merk(linjer[:size], f"tiltak {hode.merke}: tittel")
    merk(linjer[size:], f"tiltak {hode.merke}: innhold")
    _nytt(lesing, hode.merke, tittel, les_felt(linjer[size:]), linjer[0], kjente)


def _tabell(lesing: Lesing, linjer: list[Dokumentlinje], kjente: list[str]) -> None:
    """Each row is a tiltak; a row without number and name goes on with the one above."""
    head = [celle.rstrip(":") for celle in celler(linjer[0].raa)]
    name = next(i for i, celle in enumerate(head) if celle.lower() in TILTAKSORD)
    nr = next((i for i, celle in enumerate(head) if er_nrord(celle)), None)
    omrade = omradekolonne(head)
    linjer[0].funnet_som = "tabellhode"
    rader: list[tuple[Dokumentlinje, list[str]]] = []
    for linje in linjer[1:]:
        rad = celler(linje.raa)
        if linje.funnet_som == TOM:
            continue
        if er_strek(linje.tekst):
            linje.funnet_som = "tabellstrek"
        elif any(celle.lower().rstrip(" :.") in SUMORD for celle in rad):
            linje.funnet_som = "sumrad"
        elif len(rad) < 2:
            continue  # not a row: left as unknown
        elif len(rad) > name and rad[name] and (nr is None or rad[nr] or not rader):
            rader.append((linje, rad + [""] * (len(head) - len(rad))))
            linje.funnet_som = f"tiltak {rad[nr] if nr is not None else rad[name]}"
        elif rader:
            _fortsett_rad(rader[-1][1], rad, head)
            linje.funnet_som = rader[-1][0].funnet_som
    for linje, rad in rader:
        felt = LestFelt()
        for i, celle in enumerate(rad):
            if i not in (name, nr, omrade):
                felt.legg(head[i] if i < len(head) else "", celle)
        merke = re.sub(r"^(?:Tiltak|T)\s*", "", rad[nr]).strip(" .") if nr is not None else ""
        if omrade is not None and rad[omrade]:
            _omradet(lesing, rad[omrade], linje)
        _nytt(lesing, merke, rad[name], felt, linje, kjente)


def _omradet(lesing: Lesing, tittel: str, linje: Dokumentlinje) -> None:
    """The area that a row names; rows of one area stand together."""
    if not lesing.omrader or lesing.omrader[-1].tittel != tittel:
        lesing.omrader.append(LestOmrade(len(lesing.omrader) + 1, tittel, linje.nr))


def _fortsett_rad(rad: list[str], more: list[str], head: list[str]) -> None:
    """A cell goes on; a new name in a column of names is one more."""
    rad += [""] * (len(more) - len(rad))
    for i, celle in enumerate(more):
        names = i < len(head) and FELT_FOR.get(head[i].lower()) in ("ansvar", "med", "samarbeid")
        new = names and rad[i] and celle[:1].isupper() and rad[i][-1] not in ",/-"
        rad[i] = f"{rad[i]}{';' if new else ''} {celle}".strip()


def _nytt(lesing: Lesing, merke: str, tittel: str, felt: LestFelt, linje: Dokumentlinje, kjente: list[str]) -> None:
    nr = len(lesing.tiltak) + 1
    tittel = FOTNOTE.sub("", tittel)
    tiltak = LestTiltak(nr, tittel, len(lesing.omrader), har_kolon=True, merke=merke, etikett="utforing")
    tiltak.linje = linje.nr
    tiltak.ordlyd = "\n\n".join(felt.tekst)
    spor = [*_parter(tiltak, felt, kjente), *_frist(tiltak, felt, lesing.forste_ar), *_grenser(felt)]
    spor += _i_teksten(tiltak, felt)
    name = f"Tiltak {merke or nr}"
    lesing.tvil += [Tvil(linje.nr, name, f"har merkelappen «{en}», som står i teksten") for en in felt.ukjente]
    lesing.tvil += [Tvil(linje.nr, name, tekst, alvorlig=True) for tekst in spor]
    lesing.tiltak.append(tiltak)


def _grenser(felt: LestFelt) -> list[str]:
    """Where the tiltak may end before what was read into it."""
    spor = [f"har «{tekst}» etter ansvarlig og frist: det kan være noe annet enn tiltaket" for tekst in felt.etter]
    to = "har mer enn én frist eller ansvarlig: det kan være to tiltak som er lest som ett"
    spor += [f"har «{tekst}» rett under fristen: det kan være en til" for tekst in felt.kanskje_frist]
    spor += [f"har «{tekst}» rett under den ansvarlige: det kan være en til" for tekst in felt.kanskje_part]
    return spor + ([to] if felt.kanskje_to else [])


def _i_teksten(tiltak: LestTiltak, felt: LestFelt) -> list[str]:
    """Somebody answers, or a day is set, in a sentence: not read, so it is asked for."""
    spor = []
    if not tiltak.ansvar and re.search(r"\bansvar", tiltak.ordlyd, re.IGNORECASE):
        spor.append("har ingen ansvarlig, men teksten nevner ansvar: skriv «Ansvarlig:» og hvem på en egen linje")
    if not (felt.frist or felt.start) and finn_datoer(tiltak.ordlyd):
        spor.append("har ingen frist, men teksten nevner en dag: skriv «Frist:» og dagen på en egen linje")
    return spor


def _parter(tiltak: LestTiltak, felt: LestFelt, kjente: list[str]) -> list[str]:
    spor: list[str] = []
    ansvar: list[Navn] = []
    samarbeid: list[Navn] = []
    for tekst in [*felt.ansvar, *felt.med]:
        parter = les_parter(tekst, kjente)
        ansvar += parter.ansvar
        samarbeid += parter.samarbeid
        spor += [f"«{tekst}» {parter.spor}"] if parter.spor else []
    for tekst in felt.samarbeid:
        parter = les_parter(tekst, kjente)
        samarbeid += [*parter.ansvar, *parter.samarbeid]
        spor += [f"«{tekst}» {parter.spor}"] if parter.spor else []
    named: set[str] = set()
    for navn, rolle in [*((p, MED) for p in ansvar), *((p, SAMARBEID) for p in samarbeid)]:
        if navn.navn.lower() in named:
            continue  # once, in the first role
        named.add(navn.navn.lower())
        tiltak.ansvar.append(LestPart(navn.navn, rolle if tiltak.ansvar else HOVED, navn.enhet))
    return spor


def _frist(tiltak: LestTiltak, felt: LestFelt, forste_ar: int | None) -> list[str]:
    """A day, or a year. Whatever else the deadline says stays in the wording."""
    if felt.start:
        tiltak.ordlyd = _med(tiltak.ordlyd, f"Oppstart: {' '.join(felt.start)}")
    tekst = " ".join(felt.frist or felt.start)
    if not tekst:
        tiltak.lopende = not felt.uforstatt
        return [f"«{linje}» har en merkelapp som ikke er kjent, og kan være fristen" for linje in felt.uforstatt]
    tid = les_frist(tekst, forste_ar)
    tiltak.frist, tiltak.fristar, tiltak.lopende = tid.dag, tid.ar, tid.lopende
    if felt.frist and not (tid.dag and re.fullmatch(r"\d{1,2}\.\d{1,2}\.20\d\d", tekst.strip(" ."))):
        tiltak.ordlyd = _med(tiltak.ordlyd, f"{felt.fristlapp}: {tekst}")
    start = [] if felt.frist else [f"sier bare når det starter («{tekst}»), det er lest som frist"]
    return start + ([f"Fristen «{tekst}» {tid.spor}"] if tid.spor else [])


def _med(tekst: str, more: str) -> str:
    return "\n\n".join(part for part in (tekst, more) if part)
