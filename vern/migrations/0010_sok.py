"""Text made ready to be searched, and similarity for misspelt words.

`vern.sokbar` is SQL's twin of `felles.sok.brett`. pg_trgm comes with PostgreSQL and is «trusted», so the owner may make
it; it gets a schema of its own, which only the web role enters, because an extension's functions are open to all."""

from django.db import migrations

SOKBAR = """
CREATE FUNCTION vern.sokbar(tekst text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN translate(
    tekst,
    'ABCDEFGHIJKLMNOPQRSTUVWXYZÆØÅÄäÖöÁáÀàÂâÃãÉéÈèÊêËëÍíÌìÎîÏïÓóÒòÔôÕõÚúÙùÛûÜüÝýŸÿÇçÑñŠšŽžČčĆćĐđÐðŁł/.:@_-',
    'abcdefghijklmnopqrstuvwxyzæøåææøøaaaaaaaaeeeeeeeeiiiiiiiioooooooouuuuuuuuyyyyccnnsszzccccddddll      '
);
REVOKE ALL ON FUNCTION vern.sokbar(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION vern.sokbar(text) TO hp_web, hp_worker;
"""
LIKHET = """
CREATE SCHEMA sok;
CREATE EXTENSION pg_trgm WITH SCHEMA sok;
GRANT USAGE ON SCHEMA sok TO hp_web;
"""


class Migration(migrations.Migration):
    dependencies = [("vern", "0009_segl_funksjoner")]
    operations = [
        migrations.RunSQL(SOKBAR, "DROP FUNCTION vern.sokbar(text)"),
        migrations.RunSQL(LIKHET, "DROP SCHEMA sok CASCADE"),
    ]
