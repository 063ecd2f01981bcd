-- Closed by somebody else, with a conclusion, when the hour is over.
SET LOCAL ROLE hp_vokter;

CREATE FUNCTION vern.vurder_nodtilgang(n uuid, utfall text, lukket bytea) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
BEGIN
    UPDATE bekymring_nodtilgang r SET vurdert = statement_timestamp(), vurdert_av_id = vern.uid(),
        konklusjon = utfall, vurdering = lukket
    WHERE r.id = n AND vern.har_rolle('personvernombud') AND r.bruker_id <> vern.uid()
      AND r.vurdert IS NULL AND r.til <= statement_timestamp() AND octet_length(lukket) > 29;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'kan ikke vurdere' USING ERRCODE = 'insufficient_privilege';
    END IF;
END
$$;

REVOKE ALL ON FUNCTION vern.vurder_nodtilgang FROM PUBLIC;
GRANT EXECUTE ON FUNCTION vern.vurder_nodtilgang TO hp_web;
