-- The main database, run once by the cluster's superuser inside it; safe to run again.
REVOKE ALL ON SCHEMA public FROM PUBLIC;
ALTER SCHEMA public OWNER TO hp_owner;
CREATE SCHEMA IF NOT EXISTS vern AUTHORIZATION hp_owner;
GRANT USAGE ON SCHEMA public, vern TO hp_web, hp_worker, hp_logg, hp_innsyn, hp_vokter, hp_stat, hp_sikring;
GRANT CREATE ON SCHEMA vern TO hp_vokter, hp_stat;
DO $$ BEGIN
    EXECUTE format('REVOKE ALL ON DATABASE %I FROM PUBLIC', current_database());
    EXECUTE format(
        'GRANT CONNECT ON DATABASE %I TO hp_migrate, hp_web, hp_worker, hp_logg, hp_innsyn, hp_sikring', current_database()
    );
    EXECUTE format('GRANT CREATE ON DATABASE %I TO hp_owner', current_database());
END $$;
