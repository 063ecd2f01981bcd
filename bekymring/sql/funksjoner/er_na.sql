-- Does this person hold the role now, with an account that is in use? For the functions that ask about others.
SET LOCAL ROLE hp_vokter;

CREATE FUNCTION vern.er_na(hvem bigint, onsket text) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
    SELECT EXISTS (
        SELECT FROM brukere_rolletildeling r JOIN brukere_bruker b ON b.id = r.bruker_id AND b.is_active
        WHERE r.bruker_id = hvem AND r.rolle = onsket AND vern.gjelder(r.fra, r.til))
$$;

REVOKE ALL ON FUNCTION vern.er_na FROM PUBLIC;
