-- Who asked, when, why and in how many cases: for the personvernombud. Own look-ups are in the list, to be seen.
SET LOCAL ROLE hp_vokter;

CREATE FUNCTION vern.personsok(antall integer) RETURNS TABLE(tid timestamptz, bruker bigint, formal text, saker bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
    SELECT p.tid, p.bruker, p.formal::text, cardinality(p.saker)::bigint FROM bekymring_personsok p
    WHERE vern.har_rolle('personvernombud') ORDER BY p.id DESC LIMIT least(antall, 1000)
$$;

REVOKE ALL ON FUNCTION vern.personsok FROM PUBLIC;
GRANT EXECUTE ON FUNCTION vern.personsok TO hp_web;
