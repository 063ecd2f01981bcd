-- The sealer waits for writers in its own database only. The order is the proof. First the picture of who runs, then
-- each is looked for among the server processes: one that stands there still runs, and a process never changes
-- database. One that ended in between, is prepared, or has no database stands nowhere as another's, and is waited for.
-- The caller's own transaction counts as running.
SET LOCAL ROLE hp_vokter;

CREATE FUNCTION vern.horisont() RETURNS bigint
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp
AS $$
DECLARE bilde pg_snapshot; her oid := (SELECT d.oid FROM pg_database d WHERE d.datname = current_database());
BEGIN
    PERFORM pg_stat_clear_snapshot();
    bilde := pg_current_snapshot();
    RETURN (
        SELECT least(min(x::text::bigint), pg_snapshot_xmax(bilde)::text::bigint,
                     pg_current_xact_id_if_assigned()::text::bigint)
        FROM pg_snapshot_xip(bilde) x
        WHERE NOT EXISTS (SELECT FROM pg_stat_activity a WHERE a.backend_xid = x::xid AND a.datid <> her)
    );
END
$$;

REVOKE ALL ON FUNCTION vern.horisont FROM PUBLIC;
