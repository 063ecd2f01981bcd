-- pg_trgm comes with PostgreSQL. It has a schema of its own, which only the web role enters, because an extension's
-- functions are open to all.

GRANT USAGE ON SCHEMA sok TO hp_web;
