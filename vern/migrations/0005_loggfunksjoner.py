"""The read log is written through one function and by nobody else; refusals by the log's own login."""

from django.db import migrations

from felles.db.migrasjon import Rettigheter, som_vokter

# As in 0001, but by the statement's clock: a role begun in this transaction holds from the next statement on.
HAR_ROLLE = """
CREATE OR REPLACE FUNCTION vern.har_rolle(onsket text) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT EXISTS (
        SELECT FROM public.brukere_rolletildeling r
        WHERE r.bruker_id = vern.uid() AND r.rolle = onsket
          AND r.fra <= statement_timestamp() AND (r.til IS NULL OR r.til > statement_timestamp())
    )
$$;
"""

LOGG_INNSYN = """
CREATE FUNCTION vern.logg_innsyn(saker uuid[], utsnitt text, soner text[], grunnlag text[]) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE meg bigint := vern.uid();
BEGIN
    IF meg IS NULL OR coalesce(cardinality(saker), 0) = 0 THEN
        RAISE EXCEPTION 'innsyn uten bruker eller sak' USING ERRCODE = 'insufficient_privilege';
    END IF;
    INSERT INTO vern_innsyn (tid, bruker, roller, saker, utsnitt, soner, grunnlag)
    SELECT clock_timestamp(), meg, coalesce(array_agg(DISTINCT r.rolle), '{}'), logg_innsyn.saker,
        left(logg_innsyn.utsnitt, 40), logg_innsyn.soner, logg_innsyn.grunnlag
    FROM brukere_rolletildeling r
    WHERE r.bruker_id = meg AND r.fra <= statement_timestamp() AND (r.til IS NULL OR r.til > statement_timestamp());
END $$;
REVOKE ALL ON FUNCTION vern.logg_innsyn(uuid[], text, text[], text[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION vern.logg_innsyn(uuid[], text, text[], text[]) TO hp_web, hp_worker;
"""


class Migration(migrations.Migration):
    dependencies = [("vern", "0004_logg")]
    operations = [
        Rettigheter("vern_innsyn", hp_vokter="SELECT, INSERT", hp_innsyn="SELECT"),
        Rettigheter("vern_avvist", hp_vokter="SELECT", hp_innsyn="SELECT", hp_logg="INSERT"),
        som_vokter(HAR_ROLLE, "SELECT 1"),
        som_vokter(LOGG_INNSYN, "DROP FUNCTION vern.logg_innsyn(uuid[], text, text[], text[])"),
    ]
