-- Today where the municipality lies, by the statement's clock: a deadline passes at midnight there, not in UTC. The one
-- home of the word in the database, as felles.tid.idag is in Python.

CREATE FUNCTION vern.idag() RETURNS date
LANGUAGE sql STABLE PARALLEL SAFE
AS $$
    SELECT (statement_timestamp() AT TIME ZONE 'Europe/Oslo')::date
$$;

REVOKE ALL ON FUNCTION vern.idag FROM PUBLIC;
GRANT EXECUTE ON FUNCTION vern.idag TO hp_web, hp_worker;
