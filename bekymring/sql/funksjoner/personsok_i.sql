-- The cases of the look-up that is under way: this transaction's own row, and never another's.
SET LOCAL ROLE hp_vokter;

CREATE FUNCTION vern.personsok_i() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
    SELECT coalesce((SELECT p.saker FROM bekymring_personsok p
        WHERE p.bruker = vern.uid() AND p.xid = pg_current_xact_id_if_assigned()::text::bigint
        ORDER BY p.id DESC LIMIT 1), '{}')
$$;

REVOKE ALL ON FUNCTION vern.personsok_i FROM PUBLIC;
GRANT EXECUTE ON FUNCTION vern.personsok_i TO hp_web;
