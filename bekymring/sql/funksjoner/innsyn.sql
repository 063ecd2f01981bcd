-- Log before key, in one statement: the grants are read once, through the policies, then the log row is written, and
-- the zones that are given back are those that were read. What is logged and what keys are given for can never be two
-- pictures. A case that is open by break-glass is logged by itself, with that ground; so are the cards of a person
-- search under way. Asked by bekymring/lesing/innsyn.py alone.
SET LOCAL ROLE hp_vokter;

CREATE FUNCTION vern.innsyn(hvilke uuid[], utsnitt text) RETURNS TABLE(sak uuid, sone text)
LANGUAGE plpgsql
AS $$
DECLARE funnet text[]; hvorfor text[]; nod uuid[]; apnes uuid[]; soner text[]; resten uuid[] := hvilke; en uuid;
    sok uuid[] := '{}';
BEGIN
    IF utsnitt = 'personsok' THEN
        sok := vern.personsok_i();
    END IF;
    SELECT array_agg(DISTINCT t.sone) FILTER (WHERE t.rett IN ('les', 'delt')), array_agg(DISTINCT t.grunnlag),
        array_agg(DISTINCT t.sak_id) FILTER (WHERE t.grunnlag = 'nodtilgang'),
        array_agg(t.sak_id) FILTER (WHERE t.rett IN ('les', 'delt', 'skriv')),
        array_agg(t.sone::text) FILTER (WHERE t.rett IN ('les', 'delt', 'skriv'))
    INTO funnet, hvorfor, nod, apnes, soner
    FROM public.bekymring_tilgang t WHERE t.sak_id = ANY (hvilke);
    IF nod IS NOT NULL AND cardinality(hvilke) > 1 THEN
        FOREACH en IN ARRAY nod LOOP
            SELECT array_agg(DISTINCT t.sone) FILTER (WHERE t.rett IN ('les', 'delt')), array_agg(DISTINCT t.grunnlag)
            INTO funnet, hvorfor FROM public.bekymring_tilgang t WHERE t.sak_id = en;
            PERFORM vern.logg_innsyn(ARRAY[en], utsnitt, ARRAY['register'] || coalesce(funnet, '{}'), hvorfor);
            resten := array_remove(resten, en);
        END LOOP;
        SELECT array_agg(DISTINCT t.sone) FILTER (WHERE t.rett IN ('les', 'delt')), array_agg(DISTINCT t.grunnlag)
        INTO funnet, hvorfor FROM public.bekymring_tilgang t WHERE t.sak_id = ANY (resten);
    END IF;
    IF sok && hvilke THEN
        funnet := ARRAY['identitet'];
    END IF;
    IF cardinality(resten) > 0 OR nod IS NULL THEN
        PERFORM vern.logg_innsyn(resten, utsnitt, ARRAY['register'] || coalesce(funnet, '{}'),
            coalesce(hvorfor, '{rolle}'));
    END IF;
    IF sok && hvilke THEN
        RETURN QUERY SELECT s.s, 'identitet' FROM unnest(sok) s (s) WHERE s.s = ANY (hvilke);
        RETURN;
    END IF;
    RETURN QUERY SELECT DISTINCT a.i, a.s FROM unnest(apnes, soner) a (i, s);
END
$$;

REVOKE ALL ON FUNCTION vern.innsyn FROM PUBLIC;
GRANT EXECUTE ON FUNCTION vern.innsyn TO hp_web;
