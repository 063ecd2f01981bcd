-- The day the person turns so many years, where the first day of the next age span is known. The spans end at 10, 13, 16,
-- 18 and 25.
SET LOCAL ROLE hp_vokter;

CREATE FUNCTION vern.fyller(i uuid, ar integer) RETURNS date
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
    SELECT (g.dato + make_interval(years => ar - CASE s.aldersspenn WHEN 'under_10' THEN 10 WHEN '10_12' THEN 13
        WHEN '13_15' THEN 16 WHEN '16_17' THEN 18 ELSE 25 END))::date
    FROM bekymring_aldersgrense g JOIN bekymring_sak s ON s.id = g.sak_id WHERE s.id = i
$$;

REVOKE ALL ON FUNCTION vern.fyller FROM PUBLIC;
