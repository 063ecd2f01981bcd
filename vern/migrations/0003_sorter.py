"""The Norwegian sort key: one immutable function, so that demo, tests and production order alike without ICU."""

from django.db import migrations

SORTER = """
CREATE FUNCTION vern.sorter(tekst text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN replace(
    translate(
        tekst,
        'ABCDEFGHIJKLMNOPQRSTUVWXYZÆæØøÅåÄäÖöÁáÀàÂâÃãÉéÈèÊêËëÍíÌìÎîÏïÓóÒòÔôÕõÚúÙùÛûÜüÝýŸÿÇçÑñŠšŽžČčĆćĐđÐðŁł',
        'abcdefghijklmnopqrstuvwxyz{{||}}{{||aaaaaaaaeeeeeeeeiiiiiiiioooooooouuuuuuyyyyyyccnnsszzccccddddll'
    ),
    'aa', '}'
);
REVOKE ALL ON FUNCTION vern.sorter(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION vern.sorter(text) TO hp_web, hp_worker, hp_vokter, hp_stat;
"""


class Migration(migrations.Migration):
    dependencies = [("vern", "0002_rettigheter")]
    operations = [migrations.RunSQL(SORTER, "DROP FUNCTION vern.sorter(text)")]
