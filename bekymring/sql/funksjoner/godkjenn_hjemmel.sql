-- A jurist of the municipality has approved how the law in use is read (R2). Registered by who runs the server, as the
-- plan is: the web cannot. NULL takes the approval back, and what stood on it ends.
SET LOCAL ROLE hp_vokter;

CREATE FUNCTION vern.godkjenn_hjemmel(koden text, dag date) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp SET row_security = on
AS $$
    UPDATE bekymring_hjemmel SET jurist_godkjent = dag
    WHERE kode = koden AND aktiv AND jurist_godkjent IS DISTINCT FROM dag
$$;

REVOKE ALL ON FUNCTION vern.godkjenn_hjemmel FROM PUBLIC;
GRANT EXECUTE ON FUNCTION vern.godkjenn_hjemmel TO hp_owner;
