-- Sealed, and closed to the one who asks: nobody has let them in. For what tells of a case outside its zones: reasons
-- of break-glass, and who has read it. The personvernombud watches over those and is not asked.
SET LOCAL ROLE hp_vokter;

CREATE FUNCTION vern.er_forseglet(i uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
    SELECT EXISTS (SELECT FROM bekymring_sak s WHERE s.id = i AND s.tilstand = 'sperret')
        AND NOT vern.har_rolle('personvernombud') AND NOT vern.har_rett(i, 'les')
$$;

REVOKE ALL ON FUNCTION vern.er_forseglet FROM PUBLIC;
GRANT EXECUTE ON FUNCTION vern.er_forseglet TO hp_web;
