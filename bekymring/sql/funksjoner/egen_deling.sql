-- Is this sharing one's own, just made, to this zone? The copy is written under it.
SET LOCAL ROLE hp_vokter;

CREATE FUNCTION vern.egen_deling(i uuid, saken uuid, sonen text) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
    SELECT EXISTS (SELECT FROM bekymring_deling d WHERE d.id = i AND d.sak_id = saken AND d.sone = sonen
                   AND d.delt_av_id = vern.uid() AND d.avsluttet IS NULL AND vern.varer(d.til))
$$;

REVOKE ALL ON FUNCTION vern.egen_deling FROM PUBLIC;
GRANT EXECUTE ON FUNCTION vern.egen_deling TO hp_web;
