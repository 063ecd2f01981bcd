-- Nobody but a systemansvarlig says where people work, and nobody places themselves.
SET LOCAL ROLE hp_vokter;

CREATE FUNCTION vern.tilknytning_tillatt() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public
AS $$
BEGIN
    IF vern.uid() IS NOT NULL AND (NEW.bruker_id = vern.uid() OR NOT vern.har_rolle('systemansvarlig')) THEN
        RAISE insufficient_privilege USING MESSAGE = 'bare en systemansvarlig gir arbeidssted, og aldri til seg selv';
    END IF;
    RETURN NEW;
END
$$;

REVOKE ALL ON FUNCTION vern.tilknytning_tillatt FROM PUBLIC;
GRANT EXECUTE ON FUNCTION vern.tilknytning_tillatt TO hp_owner;
