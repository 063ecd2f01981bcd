-- Who is logged in never opens a closed case again: not by a page, not by SQL. Two people do, and the function that
-- asks them both (vern.avgjor_gjenapning). Runs as the one who writes, so that it sees which role that is.

CREATE FUNCTION vern.holdes_lukket() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp
AS $$
BEGIN
    IF current_user IN ('hp_web', 'hp_worker') THEN
        RAISE EXCEPTION 'saken er lukket' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END
$$;

REVOKE ALL ON FUNCTION vern.holdes_lukket FROM PUBLIC;
GRANT EXECUTE ON FUNCTION vern.holdes_lukket TO hp_owner;
