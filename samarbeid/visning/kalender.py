"""The meetings a person is called to, as calendar entries: forum, time and place, never minutes or names."""

from django.db.models import Count, Max, Q
from django.utils.translation import gettext as _

from brukere.models import Bruker
from felles.kalender import BAKOVER, Kalenderpost
from felles.tid import na

from ..models import Forum, Forummedlem, Mote, Tilknytning
from ..policy import can_edit_registeret


def moter(user: Bruker) -> list[Kalenderpost]:
    """Meetings of fora where the user's place of work sits or calls in; all of them for who keeps the registry."""
    rader = Mote.objects.visible_to(user).filter(tid__gte=na() - BAKOVER)
    if not can_edit_registeret(user):
        steder = Tilknytning.objects.gjeldende().filter(bruker=user).values("aktor")
        sits = Forummedlem.objects.filter(aktor__in=steder, til__isnull=True).values("forum")
        rader = rader.filter(Q(forum__in=sits) | Q(forum__ansvarlig__in=steder))
    endringer = dict(
        Mote.history.filter(tid__gte=na() - BAKOVER).order_by().values_list("id").annotate(Max("history_date"))
    )
    names = Forum.history.order_by().values("id").annotate(sist=Max("history_date"), antall=Count("pk"))
    fora = {rad["id"]: (rad["sist"], rad["antall"] - 1) for rad in names}
    return [
        Kalenderpost(
            uid=f"mote-{mote.pk}",
            nar=mote.tid,
            tittel=_("Avlyst: %(forum)s") % {"forum": mote.forum} if mote.avlyst else str(mote.forum),
            sted=mote.sted,
            sti=mote.get_absolute_url(),
            endret=max(endringer[mote.pk], fora[mote.forum_id][0]),
            versjon=mote.versjon + fora[mote.forum_id][1],
            avlyst=mote.avlyst,
        )
        for mote in rader.select_related("forum").defer("saksliste", "referat")
    ]
