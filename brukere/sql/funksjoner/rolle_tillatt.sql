-- Nobody gives themselves a role. Without an acting user there is only set-up: the first account, the demo, the tests.
SET LOCAL ROLE hp_vokter;

CREATE FUNCTION vern.rolle_tillatt() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public
AS $$
BEGIN
    IF vern.uid() IS NOT NULL AND (NEW.bruker_id = vern.uid() OR NOT vern.har_rolle('systemansvarlig')) THEN
        RAISE insufficient_privilege USING MESSAGE = 'bare en systemansvarlig gir roller, og aldri til seg selv';
    END IF;
    RETURN NEW;
END
$$;

REVOKE ALL ON FUNCTION vern.rolle_tillatt FROM PUBLIC;
GRANT EXECUTE ON FUNCTION vern.rolle_tillatt TO hp_owner;
