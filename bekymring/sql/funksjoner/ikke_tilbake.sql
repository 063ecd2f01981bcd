-- A consent that is withdrawn or replaced stays so: whoever consents anew has a row of their own (R5, R7).
SET LOCAL ROLE hp_vokter;

CREATE FUNCTION vern.ikke_tilbake() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp
AS $$
BEGIN
    IF OLD.trukket IS NOT NULL AND NEW.trukket IS DISTINCT FROM OLD.trukket
       OR OLD.avlost IS NOT NULL AND NEW.avlost IS DISTINCT FROM OLD.avlost THEN
        RAISE EXCEPTION 'samtykket er slutt' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END
$$;

REVOKE ALL ON FUNCTION vern.ikke_tilbake FROM PUBLIC;
GRANT EXECUTE ON FUNCTION vern.ikke_tilbake TO hp_owner;
