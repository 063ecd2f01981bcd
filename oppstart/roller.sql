-- Roles of the cluster, run once by the cluster's superuser; safe to run again.
-- Nobody who logs in owns anything: hp_owner owns the tables, hp_vokter and hp_stat the definer functions.
DO $$
DECLARE rolle text;
BEGIN
    FOREACH rolle IN ARRAY ARRAY['hp_owner', 'hp_vokter', 'hp_stat', 'hp_nokkel_eier'] LOOP
        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = rolle) THEN
            EXECUTE format('CREATE ROLE %I NOLOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE', rolle);
        END IF;
    END LOOP;
    FOREACH rolle IN ARRAY ARRAY['hp_migrate', 'hp_web', 'hp_worker', 'hp_logg', 'hp_innsyn', 'hp_nokkel'] LOOP
        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = rolle) THEN
            EXECUTE format('CREATE ROLE %I LOGIN NOINHERIT NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS', rolle);
        END IF;
    END LOOP;
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'hp_sikring') THEN
        CREATE ROLE hp_sikring LOGIN NOINHERIT BYPASSRLS;  -- pg_dump only
    END IF;
END $$;

-- INHERIT FALSE: membership that inherits would carry the owner past the policies.
GRANT hp_owner TO hp_migrate WITH INHERIT FALSE, SET TRUE;
GRANT hp_vokter, hp_stat TO hp_owner WITH INHERIT FALSE, SET TRUE;

-- It reads every table and writes none, and has no password: it logs in where the server stands.
GRANT pg_read_all_data TO hp_sikring WITH INHERIT TRUE, SET FALSE;

-- Under FORCE ROW LEVEL SECURITY a data migration would silently change 0 rows; this makes it an error.
ALTER ROLE hp_migrate SET row_security = off;
ALTER ROLE hp_web SET statement_timeout = '10s';
ALTER ROLE hp_web SET idle_in_transaction_session_timeout = '30s';
ALTER ROLE hp_worker SET statement_timeout = '60s';
ALTER ROLE hp_worker SET idle_in_transaction_session_timeout = '120s';
ALTER ROLE hp_logg SET statement_timeout = '5s';
