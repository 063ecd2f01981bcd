"""A small registry of its own, made past the walls, and one line that posts a form as a browser would."""

import datetime
import re

import pytest
from django.utils import timezone

from samarbeid.models import (
    Aktor,
    Avtale,
    Forum,
    Forummedlem,
    Kontaktrolle,
    Kurs,
    Kursdeltakelse,
    Mote,
    Motedeltakelse,
    Oppfolgingspunkt,
)

I_DAG = datetime.date(2026, 3, 1)


@pytest.fixture
def register(db, rigg):
    """`register(30)`: a voluntary organisation with n of each thing a page lists, in `n` fora and courses."""

    def lag(antall=1):
        om_et_ar = timezone.localdate() + datetime.timedelta(days=365)
        na = timezone.now()
        with rigg:
            aktor = Aktor.objects.create(slug="prove", navn="Prøvelaget", type="frivillig")
            for nr in range(antall):
                annen = Aktor.objects.create(slug=f"annen{nr}", navn=f"Lag {nr:02}", type="frivillig", over=aktor)
                aktor.aliaser.create(navn=f"Alias {nr}")
                annen.aliaser.create(navn=f"Annet {nr}")
                kontakt = Kontaktrolle.objects.create(
                    aktor=aktor,
                    verv=f"verv {nr}",
                    telefon="33 99 88 77",
                    kilde="nettsiden",
                    dato=I_DAG,
                    slettes_dato=om_et_ar,
                )
                avtale = Avtale.objects.create(
                    aktor=aktor,
                    art="samarbeid",
                    tittel=f"Avtale {nr}",
                    gyldig_fra=I_DAG,
                    dokumentreferanse="26/1",
                )
                forum = Forum.objects.create(navn=f"Forum {nr:02}", ansvarlig=aktor)
                Forummedlem.objects.create(forum=forum, aktor=aktor, fra=I_DAG)
                for dager in (-1, 1):
                    mote = Mote.objects.create(
                        forum=forum,
                        tid=na + datetime.timedelta(days=dager),
                        sted="Rådhuset",
                        saksliste="Hemmelig saksliste",
                        referat="Hemmelig referat" if dager < 0 else "",
                    )
                forum_en = Forum.objects.order_by("navn").first()
                Forummedlem.objects.get_or_create(forum=forum_en, aktor=annen, til=None, defaults={"fra": I_DAG})
                mote = Mote.objects.filter(tid__lt=na, forum=forum_en).first()
                Motedeltakelse.objects.create(mote=mote, aktor=annen, antall=2)
                Oppfolgingspunkt.objects.create(mote=mote, tekst=f"Hemmelig punkt {nr}", ansvarlig=annen)
                kurs = Kurs.objects.create(tittel=f"Kurs {nr}", dato=timezone.localdate(), arrangor=annen)
                Kursdeltakelse.objects.create(kurs=Kurs.objects.first(), tjeneste=annen, antall=3)
        return {
            "aktor": aktor,
            "forum": forum_en,
            "mote": mote,
            "kurs": kurs,
            "kontakt": kontakt,
            "avtale": avtale,
        }

    return lag


@pytest.fixture
def send():
    """`send(client, url, navn="X")`: open the form, keep what stands in it, change some fields, post."""

    def post(client, url, **felt):
        side = client.get(url)
        assert side.status_code == 200, url
        skjema = side.context["skjema"]
        data = {}
        for bundet in skjema:
            verdi = bundet.value()
            if hasattr(bundet.field, "prepare_value"):
                verdi = bundet.field.prepare_value(verdi)
            if isinstance(verdi, (list, tuple)):
                verdi = [getattr(ett, "pk", ett) for ett in verdi]
            if verdi is not None and verdi is not False:
                data[bundet.html_name] = getattr(verdi, "pk", verdi)
        return client.post(url, data | felt)

    return post


@pytest.fixture
def feil():
    """The messages of a page's error summary, as read by a person."""

    def les(svar):
        assert svar.status_code == 200
        del_ = re.search(r"ds-error-summary.*?</section>|ds-error-summary.*?</div>", svar.content.decode(), re.S)
        assert del_, "the page shows no errors"
        return re.sub(r"<[^>]+>|\s+", " ", del_[0])

    return les
