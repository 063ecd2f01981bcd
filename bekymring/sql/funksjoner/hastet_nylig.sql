-- Has a law that could not wait, to this recipient, ended in the last week without anybody confirming it? Then the next
-- one is confirmed first: the exception is not a way around the second person (R4).
SET LOCAL ROLE hp_vokter;

CREATE FUNCTION vern.hastet_nylig(i uuid, sted bigint) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
    SELECT EXISTS (
        SELECT FROM bekymring_delingsgrunnlag g
        WHERE g.sak_id = i AND g.mottaker_id = sted AND g.bekreftet_av_id IS NULL
          AND g.bekreftes_innen > statement_timestamp() - interval '7 days')
$$;

REVOKE ALL ON FUNCTION vern.hastet_nylig FROM PUBLIC;
GRANT EXECUTE ON FUNCTION vern.hastet_nylig TO hp_web;
