-- A law is not to be used any longer. One person is enough, since it only closes; what stood on it ends in the same
-- transaction (vern.grunn_endret). Gives those whose access ended and those who have the cases, to be told (R2, R6).
SET LOCAL ROLE hp_vokter;

CREATE FUNCTION vern.ta_ut_hjemmel(loven bigint) RETURNS TABLE (bruker bigint)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp SET row_security = on
AS $$
DECLARE hadde bigint[];
BEGIN
    IF NOT (vern.har_rolle('personvernombud') OR vern.har_rolle('radmann')) THEN
        RAISE EXCEPTION 'kan ikke ta ut' USING ERRCODE = 'insufficient_privilege';
    END IF;
    SELECT array_agg(t.id) INTO hadde FROM bekymring_tilgang t
    WHERE t.formal <> '' AND t.rett <> 'se' AND vern.varer(t.til);
    UPDATE bekymring_hjemmelgodkjenning k SET avsluttet = statement_timestamp(), avsluttet_av_id = vern.uid()
    WHERE k.hjemmel_id = loven AND k.avsluttet IS NULL;
    UPDATE bekymring_hjemmel h SET jurist_godkjent = NULL WHERE h.id = loven AND h.jurist_godkjent IS NOT NULL;
    RETURN QUERY
        SELECT t.user_id::bigint FROM bekymring_tilgang t WHERE t.id = ANY (hadde) AND NOT vern.varer(t.til)
        UNION
        SELECT s.saksansvarlig_id::bigint FROM bekymring_tilgang t JOIN bekymring_sak s ON s.id = t.sak_id
        WHERE t.id = ANY (hadde) AND NOT vern.varer(t.til) AND s.saksansvarlig_id IS NOT NULL;
END
$$;

REVOKE ALL ON FUNCTION vern.ta_ut_hjemmel FROM PUBLIC;
GRANT EXECUTE ON FUNCTION vern.ta_ut_hjemmel TO hp_web;
