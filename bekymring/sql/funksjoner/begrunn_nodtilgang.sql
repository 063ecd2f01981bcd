-- The reason comes encrypted, once, in the same transaction: without it nothing is committed. AES-GCM adds 29 bytes to
-- a text, so that the database can see that thirty characters were written without reading them.
SET LOCAL ROLE hp_vokter;

CREATE FUNCTION vern.begrunn_nodtilgang(n uuid, lukket bytea) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
BEGIN
    UPDATE bekymring_nodtilgang SET begrunnelse = lukket
    WHERE id = n AND bruker_id = vern.uid() AND begrunnelse IS NULL AND octet_length(lukket) >= 59;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'begrunnelsen mangler' USING ERRCODE = 'insufficient_privilege';
    END IF;
END
$$;

REVOKE ALL ON FUNCTION vern.begrunn_nodtilgang FROM PUBLIC;
GRANT EXECUTE ON FUNCTION vern.begrunn_nodtilgang TO hp_web;
