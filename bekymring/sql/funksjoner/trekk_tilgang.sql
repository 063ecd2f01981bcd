-- By who leads, or by oneself. NULL means «whatever». A kjernegruppe's leader leads beside the koordinator while the
-- group has the case, so «somebody leads» is not enough: a case never loses the last koordinator who leads it.
SET LOCAL ROLE hp_vokter;

CREATE FUNCTION vern.trekk_tilgang(i uuid, hvem bigint, hvorfor text, grunn_id uuid, soner text[]) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE antall integer; hadde boolean;
BEGIN
    IF vern.uid() IS NULL OR NOT (vern.har_rett(i, 'led') OR hvem = vern.uid() AND vern.har_rett(i, 'se')) THEN
        RAISE EXCEPTION 'leder ikke saken' USING ERRCODE = 'insufficient_privilege';
    END IF;
    hadde := vern.ledes_av_koordinator(i);
    UPDATE bekymring_tilgang t SET til = greatest(t.fra, statement_timestamp())
    WHERE t.sak_id = i AND t.user_id = hvem AND t.rett <> 'se' AND vern.varer(t.til)
      AND (hvorfor IS NULL OR t.grunnlag = hvorfor) AND (grunn_id IS NULL OR t.grunn = grunn_id)
      AND (soner IS NULL OR t.sone = ANY (soner));
    GET DIAGNOSTICS antall = ROW_COUNT;
    PERFORM vern.forny_se(i, hvem, vern.uid());
    IF antall > 0 AND (vern.leder_av(i) IS NULL OR hadde AND NOT vern.ledes_av_koordinator(i)) THEN
        RAISE EXCEPTION 'saken må ha en leder' USING ERRCODE = 'object_not_in_prerequisite_state';
    END IF;
    RETURN antall;
END
$$;

REVOKE ALL ON FUNCTION vern.trekk_tilgang FROM PUBLIC;
GRANT EXECUTE ON FUNCTION vern.trekk_tilgang TO hp_web;
