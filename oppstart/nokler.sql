-- The key store, a database of its own with its own short backup life (ADR 2).
REVOKE ALL ON SCHEMA public FROM PUBLIC;
ALTER SCHEMA public OWNER TO hp_nokkel_eier;
GRANT USAGE ON SCHEMA public TO hp_nokkel;
CREATE TABLE IF NOT EXISTS nokkel (
    sak uuid NOT NULL,
    sone text NOT NULL,
    kek_versjon integer NOT NULL,
    innpakket bytea NOT NULL,
    laget timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (sak, sone)
);
ALTER TABLE nokkel OWNER TO hp_nokkel_eier;
GRANT SELECT, INSERT, DELETE, UPDATE (kek_versjon, innpakket) ON nokkel TO hp_nokkel;
DO $$ BEGIN
    EXECUTE format('REVOKE ALL ON DATABASE %I FROM PUBLIC', current_database());
    EXECUTE format('GRANT CONNECT ON DATABASE %I TO hp_nokkel, hp_sikring', current_database());
END $$;
