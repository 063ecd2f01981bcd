-- What the clock does, asked every five minutes: cases whose ground has run out are stopped, and what was closed ten
-- minutes ago is sealed. Grants carry their own end and need nobody. Gives those who are to be told, once each.
SET LOCAL ROLE hp_vokter;

CREATE FUNCTION vern.folg_klokka() RETURNS TABLE (bruker bigint)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE saken uuid; leder bigint; hvem bigint[] := '{}'; egne bigint[];
BEGIN
    FOR saken, leder IN
        SELECT s.id, s.saksansvarlig_id FROM bekymring_sak s
        WHERE s.tilstand IN ('henvist', 'pa_saksliste', 'konkludert', 'samtale', 'tiltak_pagar', 'evaluering')
        FOR UPDATE OF s SKIP LOCKED
    LOOP
        PERFORM vern.prov_tilganger(saken);
        SELECT array_agg(DISTINCT t.user_id) INTO egne FROM bekymring_tilgang t
        WHERE t.sak_id = saken AND t.formal <> '' AND t.fra <= statement_timestamp();
        IF vern.stans_uten_grunnlag(saken) THEN
            hvem := hvem || leder || egne;
        END IF;
    END LOOP;
    FOR saken IN
        SELECT s.id FROM bekymring_sak s
        WHERE s.tilstand IN ('avsluttet', 'overfort') AND s.sist_endret < statement_timestamp() - interval '10 minutes'
        FOR UPDATE OF s SKIP LOCKED
    LOOP
        PERFORM vern.sperr(saken);
    END LOOP;
    RETURN QUERY SELECT DISTINCT h.h FROM unnest(hvem) h (h) WHERE h.h IS NOT NULL;
END
$$;

REVOKE ALL ON FUNCTION vern.folg_klokka FROM PUBLIC;
GRANT EXECUTE ON FUNCTION vern.folg_klokka TO hp_worker;
