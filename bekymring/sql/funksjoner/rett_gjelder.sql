-- A right that a role asks for, the koordinator's, that of who holds a conversation and what two have opened for a
-- koordinator, lasts as long as the role, a service's zone as long as the work there, and what a ground carries to a
-- workplace as long as the person works there (R29). Asked when a row is read, not when somebody remembers to end it;
-- here of anybody, for the functions that answer about others.
SET LOCAL ROLE hp_vokter;

CREATE FUNCTION vern.rett_gjelder(hvem bigint, hvorfor text, hvilken text, stedet bigint) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
    SELECT (hvorfor NOT IN ('koordinator', 'saksansvarlig', 'samtale')
            AND NOT (hvorfor = 'gjenapning' AND hvilken IN ('felles', 'identitet', 'mentor')) OR EXISTS (
            SELECT FROM brukere_rolletildeling r WHERE r.bruker_id = hvem
            AND r.rolle = CASE hvorfor WHEN 'samtale' THEN 'politikontakt' ELSE 'koordinator' END
            AND vern.gjelder(r.fra, r.til)))
        AND (hvilken NOT IN ('politi', 'helse', 'barnevern', 'skole', 'nav') OR EXISTS (
            SELECT FROM samarbeid_tilknytning k JOIN samarbeid_aktor a ON a.id = k.aktor_id
            WHERE k.bruker_id = hvem AND a.sone = hvilken
            AND vern.gjelder(k.fra, k.til)))
        AND (stedet IS NULL OR EXISTS (
            SELECT FROM samarbeid_tilknytning k
            WHERE k.bruker_id = hvem AND k.aktor_id = stedet AND vern.gjelder(k.fra, k.til)))
$$;

REVOKE ALL ON FUNCTION vern.rett_gjelder FROM PUBLIC;
