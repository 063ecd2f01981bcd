-- What the clock does, asked every five minutes: who has had a birthday gets the next age, cases whose ground has run
-- out are stopped, what was closed ten minutes ago is sealed, and who has the case is told what is left undone and what
-- runs out. Grants carry their own end and need nobody. Gives those who have something new to read, once each.
SET LOCAL ROLE hp_vokter;

CREATE FUNCTION vern.folg_klokka() RETURNS TABLE (bruker bigint)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE saken uuid; tilstanden text;
BEGIN
    PERFORM vern.folg_alderen();
    FOR saken, tilstanden IN
        SELECT s.id, s.tilstand FROM bekymring_sak s
        WHERE s.tilstand NOT IN ('avsluttet', 'overfort', 'sperret')
        FOR UPDATE OF s SKIP LOCKED
    LOOP
        IF tilstanden IN ('henvist', 'pa_saksliste', 'konkludert', 'samtale', 'tiltak_pagar', 'evaluering') THEN
            PERFORM vern.prov_tilganger(saken);
            PERFORM vern.stans_uten_grunnlag(saken);
            PERFORM vern.minn_om(saken);
        END IF;
        PERFORM vern.si_fra_om_rester(saken);
    END LOOP;
    FOR saken IN
        SELECT s.id FROM bekymring_sak s
        WHERE s.tilstand IN ('avsluttet', 'overfort') AND s.sist_endret < statement_timestamp() - interval '10 minutes'
        FOR UPDATE OF s SKIP LOCKED
    LOOP
        PERFORM vern.sperr(saken);
    END LOOP;
    RETURN QUERY SELECT b.bruker FROM vern.brev() b;
END
$$;

REVOKE ALL ON FUNCTION vern.folg_klokka FROM PUBLIC;
GRANT EXECUTE ON FUNCTION vern.folg_klokka TO hp_worker;
