-- Does the one who asks hold this role? By the statement's clock: a role begun in this transaction holds from the next
-- statement on.
SET LOCAL ROLE hp_vokter;

CREATE FUNCTION vern.har_rolle(onsket text) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
    SELECT EXISTS (
        SELECT FROM public.brukere_rolletildeling r
        WHERE r.bruker_id = vern.uid() AND r.rolle = onsket
          AND vern.gjelder(r.fra, r.til)
    )
$$;

REVOKE ALL ON FUNCTION vern.har_rolle FROM PUBLIC;
GRANT EXECUTE ON FUNCTION vern.har_rolle TO hp_web, hp_worker, hp_stat;
