-- Open cases whose access nobody has signed for this quarter, for the personvernombud.
SET LOCAL ROLE hp_vokter;

CREATE FUNCTION vern.uten_gjennomgang(fra date, start timestamptz) RETURNS TABLE(nummer text, ref text, leder bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
    SELECT s.nummer::text, s.ref::text, vern.leder_av(s.id) FROM bekymring_sak s
    WHERE vern.har_rolle('personvernombud') AND s.opprettet < start
      AND s.tilstand NOT IN ('avsluttet', 'overfort', 'sperret')
      AND NOT EXISTS (SELECT FROM bekymring_tilgangsgjennomgang g WHERE g.sak_id = s.id AND g.kvartal = fra)
    ORDER BY s.opprettet, s.id
$$;

REVOKE ALL ON FUNCTION vern.uten_gjennomgang FROM PUBLIC;
GRANT EXECUTE ON FUNCTION vern.uten_gjennomgang TO hp_web;
