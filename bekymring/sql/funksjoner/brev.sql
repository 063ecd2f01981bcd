-- Who has something new to read, each once; told now, it is not told again.
SET LOCAL ROLE hp_vokter;

CREATE FUNCTION vern.brev() RETURNS TABLE (bruker bigint)
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
    WITH nye AS (
        UPDATE bekymring_beskjed b SET sendt = statement_timestamp() WHERE b.sendt IS NULL
        RETURNING b.bruker_id, b.lest
    )
    SELECT DISTINCT nye.bruker_id FROM nye WHERE nye.lest IS NULL
$$;

REVOKE ALL ON FUNCTION vern.brev FROM PUBLIC;
