-- The next day after this one that can change whose consent is asked for: the age span begins, or a rule within it ends.
SET LOCAL ROLE hp_vokter;

CREATE FUNCTION vern.neste_bursdag(i uuid, etter date) RETURNS date
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
    SELECT min(d.dag) FROM (
        SELECT g.dato AS dag FROM bekymring_aldersgrense g WHERE g.sak_id = i
        UNION ALL
        SELECT vern.fyller(i, r.under) FROM bekymring_sak s JOIN bekymring_samtykkeregel r
            ON r.aldersspenn = s.aldersspenn AND r.under IS NOT NULL WHERE s.id = i
    ) d
    WHERE d.dag > etter
$$;

REVOKE ALL ON FUNCTION vern.neste_bursdag FROM PUBLIC;
