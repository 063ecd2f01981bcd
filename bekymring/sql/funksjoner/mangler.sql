-- Whose consent is there, and whose is missing, for this recipient: for the one who has the case.
SET LOCAL ROLE hp_vokter;

CREATE FUNCTION vern.mangler(
    i uuid, sted bigint, hvem bigint, hva text, formaal text
) RETURNS TABLE (part uuid, type text, til timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
    SELECT g.part, g.type, g.til
    FROM bekymring_sak s, vern.givere(i, sted, hvem,
        CASE WHEN hva = 'uten_navn' AND s.modus <> 'anonym' THEN 'med_navn' ELSE hva END, formaal, vern.dagen()) g
    WHERE s.id = i AND vern.har_rett(i, 'les')
$$;

REVOKE ALL ON FUNCTION vern.mangler FROM PUBLIC;
GRANT EXECUTE ON FUNCTION vern.mangler TO hp_web;
