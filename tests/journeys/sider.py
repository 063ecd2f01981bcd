"""The pages that are tried in the browser: axe in light and dark, and no sideways scroll at 320 px.

Add yours: `Side("politi", "/bekymring/", klikk=("main a.sak",))`. `klikk` are selectors pressed in turn after the
address has loaded, to reach an opaque address or a state (an open menu, a form sent empty)."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Side:
    persona: str | None
    sti: str
    klikk: tuple[str, ...] = ()

    def __str__(self) -> str:
        return " ".join([self.persona or "ingen", self.sti, *self.klikk])


SIDER = [
    Side(None, "/logg-inn/"),
    Side(None, "/logg-inn/", klikk=("form.hp-skjema button",)),
    Side(None, "/hjelp/"),
    Side("slt", "/hjelp/meld-bekymring/"),
    Side("slt", "/personvern/"),
    Side("slt", "/tilgjengelighet/"),
    Side("slt", "/galleri/"),
    Side("slt", "/logg-ut/"),
    Side("slt", "/finnes-ikke/"),
    Side("slt", "/"),
    Side("fremmed", "/"),
    Side("slt", "/", klikk=("details:visible summary",)),
    Side("slt", "/tiltak/"),
    Side("slt", "/tiltak/?ansvarlig=folkehelse&status=ikke_startet&sok=kurs"),
    Side("slt", "/tiltak/?sok=finnes-ikke"),
    Side("slt", "/tiltak/2/"),
    Side("fremmed", "/tiltak/7/"),
    Side("folkehelse", "/tiltak/12/status/"),
    Side("folkehelse", "/tiltak/12/status/", klikk=("form.hp-statusskjema button",)),
    Side("folkehelse", "/tiltak/12/milepael/", klikk=("form.hp-skjema button",)),
    Side("folkehelse", "/tiltak/oppdater/"),
    Side("folkehelse", "/tiltak/oppdater/", klikk=('button[name="rad"]',)),
    Side("fremmed", "/tiltak/oppdater/"),
    Side("slt", "/tiltak/arshjul/"),
    Side("slt", "/tiltak/mulige/"),
    Side("slt", "/tiltak/planen/"),
    Side("slt", "/samarbeid/"),
    Side("slt", "/samarbeid/?q=finnes-ikke&vis=alle"),
    Side("slt", "/samarbeid/", klikk=(".hp-matrix a",)),
    Side("kjerne.helse", "/samarbeid/", klikk=(".hp-matrix a",)),
    Side("slt", "/samarbeid/ny/", klikk=("form.hp-skjema button",)),
    Side("slt", "/samarbeid/forum/"),
    Side("slt", "/samarbeid/forum/nytt/", klikk=("form.hp-skjema button",)),
    Side("slt", "/samarbeid/moter/"),
    Side("slt", "/samarbeid/kurs/"),
    Side("slt", "/samarbeid/kurs/nytt/", klikk=("form.hp-skjema button",)),
    Side("slt", "/min-side/"),
    Side("slt", "/logg-inn/bekreft/?next=/", klikk=("form.hp-skjema button",)),
    Side("slt", "/okt/"),
    Side("fremmed", "/min-side/passord/", klikk=("form.hp-skjema button",)),
    Side("system", "/brukere/"),
    Side("system", "/brukere/", klikk=(".hp-matrix a",)),
    Side("system", "/brukere/ny/", klikk=("form.hp-skjema button",)),
    Side("system", "/brukere/", klikk=(".hp-matrix a", "main .ds-button[data-variant=primary]")),
    Side("slt", "/tiltak/"),
    Side("fremmed", "/tiltak/?status=i_rute&sok=finnes-ikke"),
    Side("fremmed", "/tiltak/4/"),
    Side("slt", "/tiltak/4/status/", klikk=("form.hp-skjema button",)),
    Side("slt", "/tiltak/4/milepael/", klikk=("form.hp-skjema button",)),
    Side("slt", "/tiltak/oppdater/"),
    Side("fremmed", "/tiltak/arshjul/"),
    Side("fremmed", "/tiltak/mulige/"),
    Side("fremmed", "/tiltak/planen/"),
    Side("slt", "/rapport/"),
    Side("radmann", "/rapport/"),
    Side("fremmed", "/rapport/"),
    Side("slt", "/bekymring/"),
    Side("slt", "/bekymring/?vis=mottak"),
    Side("fremmed", "/bekymring/"),
    Side("laerer", "/bekymring/"),
    Side("laerer", "/bekymring/meld/"),
    Side("laerer", "/bekymring/meld/", klikk=("form.hp-skjema button",)),
    Side("slt", "/bekymring/?tilstand=mottatt", klikk=(".hp-oppgaver a",)),
    Side("slt", "/bekymring/?tilstand=stanset", klikk=(".hp-oppgaver a", "details:visible summary")),
    Side("slt", "/bekymring/?tilstand=avklaring", klikk=(".hp-oppgaver a", ".hp-neste a")),
    Side("slt", "/bekymring/?tilstand=evaluering", klikk=(".hp-oppgaver a", "text=Oppsummering")),
    Side("slt", "/bekymring/?tilstand=samtale", klikk=(".hp-oppgaver a", "main >> text=Innsyn")),
    Side("slt", "/bekymring/?tilstand=evaluering", klikk=(".hp-oppgaver a", ".hp-neste a", "form.hp-skjema button")),
    Side("slt", "/bekymring/?tilstand=mottatt", klikk=(".hp-oppgaver a", "text=Politiet er varslet")),
    Side("politi", "/", klikk=("text=Skriv referat", "form.hp-skjema button")),
    Side("politi", "/bekymring/?tilstand=konkludert", klikk=(".hp-oppgaver a", ".hp-neste a")),
    Side("kjerneleder", "/kjernegruppe/"),
    Side("kjerneleder", "/kjernegruppe/", klikk=("text=Kall inn til møte", "form.hp-skjema button")),
    Side("kjerneleder", "/kjernegruppe/", klikk=(".hp-oppgaver a",)),
    Side("kjerneleder", "/kjernegruppe/", klikk=(".hp-oppgaver a", "text=Velg neste steg", "form.hp-skjema button")),
    Side("kjerne.helse", "/kjernegruppe/", klikk=(".hp-oppgaver a", "text=Skriv vurdering")),
    Side("mentor", "/bekymring/", klikk=(".hp-oppgaver a",)),
    Side("mentor", "/bekymring/", klikk=(".hp-oppgaver a", ".hp-neste a", "form.hp-skjema button")),
    Side("personvern", "/personvern/logg/"),
    Side("slt", "/personvern/mine-oppslag/"),
]
