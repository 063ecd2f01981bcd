-- Does the one who asks hold a role at all?
SET LOCAL ROLE hp_vokter;

CREATE FUNCTION vern.har_noen_rolle() RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
AS $$
    SELECT EXISTS (
        SELECT FROM public.brukere_rolletildeling r
        WHERE r.bruker_id = vern.uid() AND vern.gjelder(r.fra, r.til)
    )
$$;

REVOKE ALL ON FUNCTION vern.har_noen_rolle FROM PUBLIC;
GRANT EXECUTE ON FUNCTION vern.har_noen_rolle TO hp_web, hp_worker, hp_stat;
