-- By who leads, or by oneself (R23). If the last koordinator goes, the next one takes over at once. Gives the deputy
-- who now has the case, or NULL when it already had another koordinator: they are to be told. Of a closed case the
-- deputy gets what the former had: the line, and nothing to read.
SET LOCAL ROLE hp_vokter;

CREATE FUNCTION vern.sett_sperre(i uuid, hvem bigint, hvorfor text) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE meg bigint := vern.uid(); neste bigint; sperret bigint[]; hadde boolean;
BEGIN
    IF meg IS NULL OR NOT (vern.har_rett(i, 'led') OR hvem = meg AND
        (vern.har_rett(i, 'se') OR vern.har_rolle('koordinator') AND NOT vern.er_sperret(i, meg)
         AND EXISTS (SELECT FROM bekymring_sak s WHERE s.id = i))) THEN
        RAISE EXCEPTION 'leder ikke saken' USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF vern.er_sperret(i, hvem) THEN
        RETURN NULL;
    END IF;
    hadde := vern.ledes_av_koordinator(i);
    INSERT INTO bekymring_sperre (sak_id, bruker_id, grunn, satt_av_id, fra)
    VALUES (i, hvem, left(hvorfor, 200), meg, statement_timestamp());
    IF vern.leder_av(i) IS NOT NULL AND (NOT hadde OR vern.ledes_av_koordinator(i)) THEN
        RETURN NULL;
    END IF;
    SELECT array_agg(s.bruker_id) INTO sperret FROM bekymring_sperre s
    WHERE s.sak_id = i AND vern.varer(s.til);
    neste := vern.vakt(sperret);
    IF neste IS NULL THEN
        RAISE EXCEPTION 'ingen koordinator' USING ERRCODE = 'no_data_found';
    END IF;
    PERFORM vern.gi_en(i, neste, 'led', '', 'koordinator', NULL, NULL, meg);
    IF NOT vern.er_lukket(i) THEN
        PERFORM vern.gi_en(i, neste, 'les', 'felles', 'koordinator', NULL, NULL, meg);
        PERFORM vern.gi_en(i, neste, 'skriv', 'felles', 'koordinator', NULL, NULL, meg);
    END IF;
    PERFORM vern.forny_se(i, neste, meg);
    UPDATE bekymring_sak s SET saksansvarlig_id = neste WHERE s.id = i AND s.saksansvarlig_id = hvem;
    RETURN neste;
END
$$;

REVOKE ALL ON FUNCTION vern.sett_sperre FROM PUBLIC;
GRANT EXECUTE ON FUNCTION vern.sett_sperre TO hp_web;
