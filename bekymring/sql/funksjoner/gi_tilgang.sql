-- Only who leads the case gives; nobody barred receives; the zone of a service only to those who work there.
SET LOCAL ROLE hp_vokter;

CREATE FUNCTION vern.gi_tilgang(
    i uuid, hvem bigint, soner text[], skriv boolean, leder boolean, hvorfor text, grunn_id uuid, slutt timestamptz
) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE meg bigint := vern.uid(); s text;
BEGIN
    IF NOT vern.har_rett(i, 'led') THEN
        RAISE EXCEPTION 'leder ikke saken' USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF vern.er_sperret(i, hvem) OR NOT EXISTS (SELECT FROM brukere_bruker b WHERE b.id = hvem AND b.is_active) THEN
        RAISE EXCEPTION 'kan ikke få tilgang' USING ERRCODE = 'insufficient_privilege';
    END IF;
    FOREACH s IN ARRAY soner LOOP
        IF s = 'register' THEN
            PERFORM vern.gi_en(i, hvem, 'egne', '', hvorfor, grunn_id, slutt, meg);
            CONTINUE;
        END IF;
        IF s IN ('politi', 'helse', 'barnevern', 'skole', 'nav') AND NOT EXISTS (
            SELECT FROM samarbeid_tilknytning k JOIN samarbeid_aktor a ON a.id = k.aktor_id
            WHERE k.bruker_id = hvem AND a.sone = s AND vern.gjelder(k.fra, k.til)
        ) THEN
            RAISE EXCEPTION 'arbeider ikke i sonen %', s USING ERRCODE = 'insufficient_privilege';
        END IF;
        PERFORM vern.gi_en(i, hvem, 'les', s, hvorfor, grunn_id, slutt, meg);
        IF skriv THEN
            PERFORM vern.gi_en(i, hvem, 'skriv', s, hvorfor, grunn_id, slutt, meg);
        END IF;
    END LOOP;
    IF leder THEN
        PERFORM vern.gi_en(i, hvem, 'led', '', hvorfor, grunn_id, slutt, meg);
    END IF;
    PERFORM vern.forny_se(i, hvem, meg);
END
$$;

REVOKE ALL ON FUNCTION vern.gi_tilgang FROM PUBLIC;
GRANT EXECUTE ON FUNCTION vern.gi_tilgang TO hp_web;
