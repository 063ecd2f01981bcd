-- Birth: the id comes from here and never from outside, where it would be an oracle of what exists. The melder writes
-- and reads own text; the koordinator on duty leads. With «koordinatoren er inhabil» the one on duty is barred and the
-- deputy leads. No case is born while the case part is off or its assessment of privacy is overdue (R56).
SET LOCAL ROLE hp_vokter;

CREATE FUNCTION vern.ny_sak(inhabil boolean) RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE meg bigint := vern.uid(); ny uuid := gen_random_uuid(); leder bigint := vern.vakt('{}'); rad record;
BEGIN
    IF meg IS NULL OR NOT (vern.har_rolle('melder') OR vern.har_rolle('koordinator')) THEN
        RAISE EXCEPTION 'kan ikke melde' USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF vern.saksdelen() <> 'pa' THEN
        RAISE EXCEPTION 'saksdelen tar ikke imot nye saker' USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF inhabil AND leder IS NOT NULL THEN
        IF leder = meg THEN
            RAISE EXCEPTION 'melderen er selv koordinator' USING ERRCODE = 'invalid_parameter_value';
        END IF;
        INSERT INTO bekymring_sperre (sak_id, bruker_id, grunn, satt_av_id, fra)
        VALUES (ny, leder, 'inhabil ved melding', meg, statement_timestamp());
        leder := vern.vakt(ARRAY[leder]);
    END IF;
    IF leder IS NULL THEN
        RAISE EXCEPTION 'ingen koordinator' USING ERRCODE = 'no_data_found';
    END IF;
    PERFORM vern.gi_en(ny, meg, 'egne', '', 'melder', NULL, NULL, meg);
    PERFORM vern.gi_en(ny, meg, 'skriv', 'felles', 'melder', NULL, NULL, meg);
    PERFORM vern.gi_en(ny, meg, 'skriv', 'identitet', 'melder', NULL, NULL, meg);
    PERFORM vern.gi_en(ny, leder, 'led', '', 'koordinator', NULL, NULL, meg);
    PERFORM vern.gi_en(ny, leder, 'les', 'felles', 'koordinator', NULL, NULL, meg);
    PERFORM vern.gi_en(ny, leder, 'skriv', 'felles', 'koordinator', NULL, NULL, meg);
    PERFORM vern.forny_se(ny, meg, meg);
    PERFORM vern.forny_se(ny, leder, meg);
    RETURN ny;
END
$$;

REVOKE ALL ON FUNCTION vern.ny_sak FROM PUBLIC;
GRANT EXECUTE ON FUNCTION vern.ny_sak TO hp_web;
