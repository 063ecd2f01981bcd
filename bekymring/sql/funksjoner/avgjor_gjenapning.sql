-- The other of the two answers: of the one who asked and the one who answers, one is koordinator and one is the
-- personvernombud, now, and neither is barred. Yes opens the parts to the reader by grants that end by themselves;
-- the case stays closed. A case that was closed by a mistake goes back to clarification instead, with the
-- koordinator alone: what it was shared on has ended, and is asked for anew (saksgang 19).
SET LOCAL ROLE hp_vokter;

CREATE FUNCTION vern.avgjor_gjenapning(n uuid, ja boolean, lukket bytea) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE meg bigint := vern.uid(); rad bekymring_gjenapning; slutt timestamptz; sonen text; var text;
BEGIN
    SELECT * INTO rad FROM bekymring_gjenapning g WHERE g.id = n FOR UPDATE;
    IF NOT FOUND OR meg IS NULL OR meg = rad.bedt_av_id OR rad.avgjort IS NOT NULL OR rad.avsluttet IS NOT NULL
       OR rad.bedt < statement_timestamp() - interval '14 days'
       OR NOT vern.kan_gjenapne(rad.sak_id, meg) OR NOT ja AND coalesce(octet_length(lukket), 0) < 30
       OR NOT (vern.er_na(meg, 'personvernombud') AND vern.er_na(rad.bedt_av_id, 'koordinator')
               OR vern.er_na(meg, 'koordinator') AND vern.er_na(rad.bedt_av_id, 'personvernombud'))
       OR ja AND NOT (vern.kan_gjenapne(rad.sak_id, rad.bedt_av_id) AND vern.er_lukket(rad.sak_id)
                      AND vern.kan_lese_gjenapnet(rad.sak_id, rad.leser_id, rad.formal, rad.soner))
    THEN
        RAISE EXCEPTION 'kan ikke avgjøre' USING ERRCODE = 'insufficient_privilege';
    END IF;
    slutt := statement_timestamp();
    IF rad.formal <> 'feil' THEN
        slutt := slutt + rad.dager * interval '1 day';
    END IF;
    UPDATE bekymring_gjenapning g SET avgjort_av_id = meg, avgjort = statement_timestamp(), svar = lukket,
        fra = CASE WHEN ja THEN statement_timestamp() END, til = CASE WHEN ja THEN slutt END
    WHERE g.id = n;
    IF NOT ja THEN
        RETURN;
    END IF;
    SELECT s.tilstand INTO var FROM bekymring_sak s WHERE s.id = rad.sak_id FOR UPDATE;
    IF rad.formal = 'feil' THEN
        UPDATE bekymring_delingsgrunnlag g SET til = greatest(g.fra, statement_timestamp())
        WHERE g.sak_id = rad.sak_id AND vern.varer(g.til);
        UPDATE bekymring_sak SET tilstand = 'avklaring', frist = vern.dagen() + 30, saksansvarlig_id = rad.leser_id,
            versjon = versjon + 1, sist_endret = statement_timestamp() WHERE id = rad.sak_id;
        PERFORM vern.gi_en(rad.sak_id, rad.leser_id, 'led', '', 'saksansvarlig', NULL, NULL, meg);
        PERFORM vern.gi_en(rad.sak_id, rad.leser_id, 'les', 'felles', 'saksansvarlig', NULL, NULL, meg);
        PERFORM vern.gi_en(rad.sak_id, rad.leser_id, 'skriv', 'felles', 'saksansvarlig', NULL, NULL, meg);
    ELSE
        FOREACH sonen IN ARRAY rad.soner LOOP
            PERFORM vern.gi_en(rad.sak_id, rad.leser_id, 'les', sonen, 'gjenapning', n, slutt, meg);
        END LOOP;
    END IF;
    PERFORM vern.forny_se(rad.sak_id, rad.leser_id, meg);
    INSERT INTO bekymring_hendelse (id, sak_id, sone, art, fra, til, av_id, tid)
    VALUES (gen_random_uuid(), rad.sak_id, 'register', 'gjenapnet', var,
            CASE rad.formal WHEN 'feil' THEN 'avklaring' ELSE '' END, meg, statement_timestamp());
END
$$;

REVOKE ALL ON FUNCTION vern.avgjor_gjenapning FROM PUBLIC;
GRANT EXECUTE ON FUNCTION vern.avgjor_gjenapning TO hp_web;
