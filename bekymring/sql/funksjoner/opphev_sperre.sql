-- The bar ends, by who leads and never by oneself; what the person was given counts again, as far as a ground covers it
-- now.
SET LOCAL ROLE hp_vokter;

CREATE FUNCTION vern.opphev_sperre(i uuid, hvem bigint) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
BEGIN
    IF NOT vern.har_rett(i, 'led') OR hvem = vern.uid() THEN
        RAISE EXCEPTION 'leder ikke saken' USING ERRCODE = 'insufficient_privilege';
    END IF;
    UPDATE bekymring_sperre s SET til = statement_timestamp()
    WHERE s.sak_id = i AND s.bruker_id = hvem AND vern.varer(s.til);
    PERFORM vern.prov_tilganger(i);
END
$$;

REVOKE ALL ON FUNCTION vern.opphev_sperre FROM PUBLIC;
GRANT EXECUTE ON FUNCTION vern.opphev_sperre TO hp_web;
