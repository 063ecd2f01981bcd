-- How many look-ups out of the ordinary wait for the personvernombud who asks; never own ones.
SET LOCAL ROLE hp_vokter;

CREATE FUNCTION vern.antall_uvanlige() RETURNS bigint
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
    SELECT count(*) FROM vern_oppslagsvurdering v
    WHERE v.vurdert IS NULL AND v.bruker <> vern.uid() AND vern.har_rolle('personvernombud')
$$;

REVOKE ALL ON FUNCTION vern.antall_uvanlige FROM PUBLIC;
GRANT EXECUTE ON FUNCTION vern.antall_uvanlige TO hp_web;
