-- Is this person barred from this case? A bar beats every grant.
SET LOCAL ROLE hp_vokter;

CREATE FUNCTION vern.er_sperret(i uuid, hvem bigint) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
    SELECT EXISTS (SELECT FROM bekymring_sperre s
                   WHERE s.sak_id = i AND s.bruker_id = hvem AND vern.varer(s.til))
$$;

REVOKE ALL ON FUNCTION vern.er_sperret FROM PUBLIC;
