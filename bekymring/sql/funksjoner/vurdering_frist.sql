-- The day the assessment of privacy that is in use is to be seen anew; for the job that tells of it before (R56).
SET LOCAL ROLE hp_vokter;

CREATE FUNCTION vern.vurdering_frist() RETURNS date
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
    SELECT least(p.vurderes, p.godkjent_til) FROM bekymring_personvernvurdering p
    WHERE p.godkjent IS NOT NULL AND p.trukket IS NULL ORDER BY p.godkjent DESC, p.id LIMIT 1
$$;

REVOKE ALL ON FUNCTION vern.vurdering_frist FROM PUBLIC;
GRANT EXECUTE ON FUNCTION vern.vurdering_frist TO hp_web, hp_worker;
