-- Who is asking, as policies and triggers see it: the user that the request named, while the account is active.
SET LOCAL ROLE hp_vokter;

CREATE FUNCTION vern.uid() RETURNS bigint
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
AS $$
    SELECT b.id FROM public.brukere_bruker b
    WHERE b.id = nullif(current_setting('hp.uid', true), '')::bigint AND b.is_active
$$;

REVOKE ALL ON FUNCTION vern.uid FROM PUBLIC;
GRANT EXECUTE ON FUNCTION vern.uid TO hp_web, hp_worker, hp_owner, hp_stat;
