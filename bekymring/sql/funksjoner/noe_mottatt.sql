-- Is something shared with this person alone, now?
SET LOCAL ROLE hp_vokter;

CREATE FUNCTION vern.noe_mottatt(i uuid, hvem bigint) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
    SELECT EXISTS (SELECT FROM bekymring_deling d
                   WHERE d.sak_id = i AND d.mottaker_id = hvem AND d.avsluttet IS NULL AND vern.varer(d.til))
$$;

REVOKE ALL ON FUNCTION vern.noe_mottatt FROM PUBLIC;
GRANT EXECUTE ON FUNCTION vern.noe_mottatt TO hp_web;
