-- For whom these parts of a closed case can be opened: what is shared, the name and the mentor's log for a
-- koordinator, the zone of a service for one who works there. A case closed by a mistake goes back to a koordinator.
SET LOCAL ROLE hp_vokter;

CREATE FUNCTION vern.kan_lese_gjenapnet(i uuid, hvem bigint, hvorfor text, deler text[]) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
    SELECT NOT vern.er_sperret(i, hvem)
        AND EXISTS (SELECT FROM brukere_bruker b WHERE b.id = hvem AND b.is_active)
        AND cardinality(deler) > 0
        AND deler <@ ARRAY['felles', 'identitet', 'mentor', 'politi', 'helse', 'barnevern', 'skole', 'nav']
        AND (hvorfor <> 'feil' OR vern.er_na(hvem, 'koordinator'))
        AND NOT EXISTS (SELECT FROM unnest(deler) d (d) WHERE NOT vern.rett_gjelder(hvem, 'gjenapning', d.d, NULL))
$$;

REVOKE ALL ON FUNCTION vern.kan_lese_gjenapnet FROM PUBLIC;
