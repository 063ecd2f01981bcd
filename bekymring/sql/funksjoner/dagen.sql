-- Today in the municipality, whatever the server's own time zone is.

CREATE FUNCTION vern.dagen() RETURNS date
LANGUAGE sql STABLE
AS $$
    SELECT (statement_timestamp() AT TIME ZONE 'Europe/Oslo')::date
$$;

REVOKE ALL ON FUNCTION vern.dagen FROM PUBLIC;
GRANT EXECUTE ON FUNCTION vern.dagen TO hp_web, hp_vokter;
