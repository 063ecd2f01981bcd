-- Only who leads the case gives; nobody barred receives; the zone of a service only to those who work there; and
-- nothing that a ground does not cover. The exceptions are these three, and those who open the case at birth, by
-- taking it over, by a bar and by break-glass (the functions that call vern.gi_en):
--   saksansvarlig  a koordinator who has the case; or signs one thing in it, names it, and reads only that
--   koordinator    the one on duty, while it is sifted
--   melder         own text, again, while the report is sent back
-- None of them in a case that is sealed or closed.
SET LOCAL ROLE hp_vokter;

CREATE FUNCTION vern.gi_tilgang(
    i uuid, hvem bigint, soner text[], skriv boolean, leder boolean, hvorfor text, grunn_id uuid, slutt timestamptz,
    hva text, formaal text, start timestamptz
) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE meg bigint := vern.uid(); s text; stedet bigint; dekket timestamptz; grense timestamptz := slutt;
BEGIN
    IF NOT vern.har_rett(i, 'led') THEN
        RAISE EXCEPTION 'leder ikke saken' USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF vern.er_sperret(i, hvem) OR NOT EXISTS (SELECT FROM brukere_bruker b WHERE b.id = hvem AND b.is_active)
       OR EXISTS (SELECT FROM bekymring_sak k WHERE k.id = i AND k.tilstand IN ('avsluttet', 'overfort', 'sperret'))
    THEN
        RAISE EXCEPTION 'kan ikke få tilgang' USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF hvorfor IN ('gruppe', 'ansvarsgruppe', 'samtale', 'mentor', 'mottaker') THEN
        IF (hva IN ('utvalgte', 'helse')) <> (hvorfor = 'mottaker') OR hva = 'utfall' THEN
            RAISE EXCEPTION 'utvalgte tekster deles for seg' USING ERRCODE = 'insufficient_privilege';
        END IF;
        SELECT d.sted, d.til INTO stedet, dekket FROM vern.dekning(i, ARRAY[hvem], hva, formaal) d;
        IF dekket IS NULL THEN
            RAISE EXCEPTION 'ingen grunn dekker dette' USING ERRCODE = 'insufficient_privilege';
        END IF;
        slutt := least(slutt, nullif(dekket, 'infinity'));
        IF slutt <= start THEN
            RETURN;  -- what covers it is over before it begins
        END IF;
    ELSIF NOT (
        hvorfor IN ('saksansvarlig', 'koordinator') AND EXISTS (
            SELECT FROM brukere_rolletildeling r
            WHERE r.bruker_id = hvem AND r.rolle = 'koordinator' AND vern.gjelder(r.fra, r.til))
        OR hvorfor = 'melder' AND EXISTS (
            SELECT FROM bekymring_tilgang t
            WHERE t.sak_id = i AND t.user_id = hvem AND t.grunnlag = 'melder' AND t.rett = 'egne')
    ) THEN
        RAISE EXCEPTION 'ukjent grunn til tilgang' USING ERRCODE = 'insufficient_privilege';
    ELSE
        hva := ''; formaal := '';
    END IF;
    FOREACH s IN ARRAY soner LOOP
        IF s = 'register' THEN
            PERFORM vern.gi_en(i, hvem, 'egne', '', hvorfor, grunn_id, slutt, meg, hva, formaal, stedet, start, grense);
            CONTINUE;
        END IF;
        IF hvorfor = 'saksansvarlig' AND grunn_id IS NOT NULL THEN  -- signs one thing, and reads no more than that
            PERFORM vern.gi_en(i, hvem, 'egne', '', hvorfor, grunn_id, slutt, meg);
            PERFORM vern.gi_en(i, hvem, 'skriv', s, hvorfor, grunn_id, slutt, meg);
            CONTINUE;
        END IF;
        IF s IN ('politi', 'helse', 'barnevern', 'skole', 'nav') AND NOT EXISTS (
            SELECT FROM samarbeid_tilknytning k JOIN samarbeid_aktor a ON a.id = k.aktor_id
            WHERE k.bruker_id = hvem AND a.sone = s AND vern.gjelder(k.fra, k.til)
        ) THEN
            RAISE EXCEPTION 'arbeider ikke i sonen %', s USING ERRCODE = 'insufficient_privilege';
        END IF;
        IF hvorfor = 'mottaker' THEN  -- the copies that are shared, and nothing else that lies there
            PERFORM vern.gi_en(i, hvem, 'delt', s, hvorfor, grunn_id, slutt, meg, hva, formaal, stedet, start, grense);
            CONTINUE;
        END IF;
        IF s = 'identitet' AND hva NOT IN ('', 'identitet') OR s <> 'identitet' AND hva = 'identitet' THEN
            RAISE EXCEPTION 'kortet gis for seg' USING ERRCODE = 'insufficient_privilege';
        END IF;
        PERFORM vern.gi_en(i, hvem, 'les', s, hvorfor, grunn_id, slutt, meg, hva, formaal, stedet, start, grense);
        IF skriv THEN
            PERFORM vern.gi_en(i, hvem, 'skriv', s, hvorfor, grunn_id, slutt, meg, hva, formaal, stedet, start, grense);
        END IF;
    END LOOP;
    IF leder THEN
        PERFORM vern.gi_en(i, hvem, 'led', '', hvorfor, grunn_id, slutt, meg, hva, formaal, stedet, start, grense);
    END IF;
    PERFORM vern.forny_se(i, hvem, meg);
END
$$;

REVOKE ALL ON FUNCTION vern.gi_tilgang FROM PUBLIC;
GRANT EXECUTE ON FUNCTION vern.gi_tilgang TO hp_web;
