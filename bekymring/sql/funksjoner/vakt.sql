-- The koordinator who has held the role longest is on duty, the next one is the deputy.
SET LOCAL ROLE hp_vokter;

CREATE FUNCTION vern.vakt(unntatt bigint[]) RETURNS bigint
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
    SELECT r.bruker_id FROM brukere_rolletildeling r JOIN brukere_bruker b ON b.id = r.bruker_id
    WHERE r.rolle = 'koordinator' AND b.is_active AND vern.gjelder(r.fra, r.til)
      AND r.bruker_id <> ALL (unntatt)
    ORDER BY r.fra, r.bruker_id LIMIT 1
$$;

REVOKE ALL ON FUNCTION vern.vakt FROM PUBLIC;
