-- The hour ends early, by the one whose hour it is.
SET LOCAL ROLE hp_vokter;

CREATE FUNCTION vern.avslutt_nodtilgang(n uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE rad bekymring_nodtilgang;
BEGIN
    UPDATE bekymring_nodtilgang r SET til = statement_timestamp()
    WHERE r.id = n AND r.bruker_id = vern.uid() AND r.til > statement_timestamp() RETURNING * INTO rad;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'ingen nødtilgang pågår' USING ERRCODE = 'insufficient_privilege';
    END IF;
    UPDATE bekymring_tilgang t SET til = statement_timestamp()
    WHERE t.sak_id = rad.sak_id AND t.user_id = rad.bruker_id
      AND t.grunnlag = 'nodtilgang' AND t.grunn = n AND t.rett <> 'se';
    PERFORM vern.forny_se(rad.sak_id, rad.bruker_id, rad.bruker_id);
END
$$;

REVOKE ALL ON FUNCTION vern.avslutt_nodtilgang FROM PUBLIC;
GRANT EXECUTE ON FUNCTION vern.avslutt_nodtilgang TO hp_web;
