-- The second person: a koordinator or the personvernombud, not barred, within a day, while the asker still may and the
-- case is not closed.
SET LOCAL ROLE hp_vokter;

CREATE FUNCTION vern.avgjor_nodtilgang(n uuid, ja boolean) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE meg bigint := vern.uid(); rad bekymring_nodtilgang;
BEGIN
    SELECT * INTO rad FROM bekymring_nodtilgang r WHERE r.id = n FOR UPDATE;
    IF NOT FOUND OR meg IS NULL OR meg = rad.bruker_id OR NOT rad.krever_to OR rad.avgjort_av_id IS NOT NULL
       OR rad.sokt < statement_timestamp() - interval '24 hours' OR vern.er_sperret(rad.sak_id, meg)
       OR NOT (vern.har_rolle('koordinator') OR vern.har_rolle('personvernombud'))
       OR ja AND (vern.er_sperret(rad.sak_id, rad.bruker_id) OR NOT vern.kan_bruke_nod(rad.sak_id, rad.bruker_id)
           OR EXISTS (SELECT FROM bekymring_sak s WHERE s.id = rad.sak_id
                      AND s.tilstand IN ('avsluttet', 'overfort', 'sperret'))) THEN
        RAISE EXCEPTION 'kan ikke avgjøre' USING ERRCODE = 'insufficient_privilege';
    END IF;
    UPDATE bekymring_nodtilgang r SET avgjort_av_id = meg,
        avslatt = CASE WHEN ja THEN NULL ELSE statement_timestamp() END WHERE r.id = n;
    IF ja THEN
        PERFORM vern.apne_nodtilgang(n, meg);
    END IF;
    RETURN vern.leder_av(rad.sak_id);
END
$$;

REVOKE ALL ON FUNCTION vern.avgjor_nodtilgang FROM PUBLIC;
GRANT EXECUTE ON FUNCTION vern.avgjor_nodtilgang TO hp_web;
