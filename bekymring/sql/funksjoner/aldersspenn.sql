-- The age span of the person on a day: the one in the case, or the next one when the day it begins is known and has
-- come. In Norwegian time, like every day here.
SET LOCAL ROLE hp_vokter;

CREATE FUNCTION vern.aldersspenn(i uuid, dag date) RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
    SELECT CASE WHEN g.dato IS NULL OR g.dato > dag THEN s.aldersspenn::text
        ELSE CASE s.aldersspenn WHEN 'under_10' THEN '10_12' WHEN '10_12' THEN '13_15' WHEN '13_15' THEN '16_17'
            WHEN '16_17' THEN '18_24' ELSE '25_pluss' END
        END
    FROM bekymring_sak s LEFT JOIN bekymring_aldersgrense g ON g.sak_id = s.id
    WHERE s.id = i
$$;

REVOKE ALL ON FUNCTION vern.aldersspenn FROM PUBLIC;
GRANT EXECUTE ON FUNCTION vern.aldersspenn TO hp_web;
