-- The case behind an address, for the personvernombud.
SET LOCAL ROLE hp_vokter;

CREATE FUNCTION vern.sak_for_ombud(adresse text) RETURNS TABLE(id uuid, nummer text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
    SELECT s.id, s.nummer::text FROM bekymring_sak s WHERE s.ref = adresse AND vern.har_rolle('personvernombud')
$$;

REVOKE ALL ON FUNCTION vern.sak_for_ombud FROM PUBLIC;
GRANT EXECUTE ON FUNCTION vern.sak_for_ombud TO hp_web;
