"""Words that may tell what a text of a case should do without (faggrunnlag 11; R44), in bokmål and nynorsk.

Beginnings of words; a full stop after one says that it is the whole word. What means other things as often (tro, vold,
ran, soner, engelsk) or names a partner (BUP) is left out: who is asked each time stops reading the question.
"""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

SARLIGE: tuple[tuple[str | Promise, str], ...] = (
    (
        _("kan si noe om tro eller meninger"),
        """muslim islam salafi jihad kalifat sjia shia sunni. sunnimuslim koran moske kristen kristn katolikk katolsk
        pinsevenn jødi jøde. jøder jødar jødene synagog hindu buddhi sikh ateis bibel kirka. kirken. kyrkja. menighet
        kyrkjelyd hijab nikab niqab burka ramadan konverter trossamfunn trussamfunn jehova nazi nynazi fascis
        høyreeks høgreeks venstreeks kommunis anarkis sosialis""",
    ),
    (
        _("kan si noe om opphav"),
        """innvandr asyl flyktning utlending etnisk etnisitet hudfarg mørkhud avstamning avstamming opprinnelsesland
        opphavsland hjemland heimland somal afgh afgan syrisk syrer. syria irak iransk iraner iranar kurder kurdar
        kurdisk tyrk pakist marokk algeri tunis egypt palestin libanes libanon jemen eritre etiop sudan kongo niger ghan
        gambi tsjetsjen russisk russland russer. russere. russarar. ukrain polsk polen polakk litau latvi rumen bulgar
        serb bosni kosov alban kroat makedon israel vietnam kines filippin thai tamil indisk bangladesh chilen colomb
        brasil romfolk romanifolk tater. tatere kven. kvensk samisk""",
    ),
    (
        _("kan si noe om helse"),
        """diagnos adhd autis asperger tourette depresjon deprimer angst psykisk psykiatr psykos psykot psykolog schizo
        sjizo bipolar ptsd traume spiseforst eteforst anorek bulimi selvskad sjølvskad selvmord sjølvmord medisin
        medikament kreft diabet epilep utviklingshem funksjonshem funksjonsneds rusmis rusavh rusprob ruset. rusa.
        alkohol fastlege gravid sykdom sjukdom sykemeld sjukemeld sjukmeld""",
    ),
    (
        _("kan si noe om straffbare forhold"),
        """kriminel kriminal straffbar straffed straffet. straffa. dømt dømd domfel siktet. sikta. siktel tiltalt
        tiltala tiltale mistenk anmeld fengs arrest pågrep pågrip tyveri tjuveri stjal stjel stjål voldtekt valdtekt
        hasj kokain amfetamin narko marihuana cannabis promille bøtela rulleblad""",
    ),
)
