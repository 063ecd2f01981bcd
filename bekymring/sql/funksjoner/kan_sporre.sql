-- May the one who asks know who sees this case? Members, koordinatorer by role, and the personvernombud.
SET LOCAL ROLE hp_vokter;

CREATE FUNCTION vern.kan_sporre(i uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
    SELECT vern.har_rett(i, 'se') OR vern.har_rolle('personvernombud')
        OR vern.har_rolle('koordinator') AND NOT vern.er_sperret(i, vern.uid())
$$;

REVOKE ALL ON FUNCTION vern.kan_sporre FROM PUBLIC;
