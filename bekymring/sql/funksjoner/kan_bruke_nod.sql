-- Who may break the glass. Koordinator and politikontakt: every case. A member of a kjernegruppe: the cases of that
-- group.
SET LOCAL ROLE hp_vokter;

CREATE FUNCTION vern.kan_bruke_nod(i uuid, hvem bigint) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
    SELECT EXISTS (SELECT FROM brukere_bruker b WHERE b.id = hvem AND b.is_active) AND (
        EXISTS (SELECT FROM brukere_rolletildeling r WHERE r.bruker_id = hvem
                AND r.rolle IN ('koordinator', 'politikontakt') AND vern.gjelder(r.fra, r.til))
        OR EXISTS (SELECT FROM bekymring_medlemskap m JOIN bekymring_sak s ON s.kjernegruppe_id = m.gruppe_id
                   WHERE s.id = i AND m.bruker_id = hvem AND vern.gjelder(m.fra, m.til)))
$$;

REVOKE ALL ON FUNCTION vern.kan_bruke_nod FROM PUBLIC;
GRANT EXECUTE ON FUNCTION vern.kan_bruke_nod TO hp_web;
