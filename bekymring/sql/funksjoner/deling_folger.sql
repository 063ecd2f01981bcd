-- The ground ends, and with it whatever it carried (R6), also where the one who ends it sees nothing of that.
SET LOCAL ROLE hp_vokter;

CREATE FUNCTION vern.deling_folger() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
BEGIN
    UPDATE bekymring_deling d SET til = greatest(d.fra, NEW.til) WHERE d.grunnlag_id = NEW.id AND d.til > NEW.til;
    RETURN NULL;
END
$$;

REVOKE ALL ON FUNCTION vern.deling_folger FROM PUBLIC;
GRANT EXECUTE ON FUNCTION vern.deling_folger TO hp_owner;
