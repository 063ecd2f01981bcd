-- A look-up out of the ordinary is reviewed by a personvernombud, never by who did the looking.
SET LOCAL ROLE hp_vokter;

CREATE FUNCTION vern.vurder_oppslag(hvilket bigint, funnet text) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
BEGIN
    IF vern.uid() IS NULL OR NOT vern.har_rolle('personvernombud') OR EXISTS (
        SELECT FROM vern_oppslagsvurdering v WHERE v.innsyn = hvilket AND v.bruker = vern.uid()) THEN
        RAISE EXCEPTION 'ingen vurderer egne oppslag' USING ERRCODE = 'insufficient_privilege';
    END IF;
    UPDATE vern_oppslagsvurdering v SET vurdert = statement_timestamp(), vurdert_av = vern.uid(),
        merknad = left(funnet, 300)
    WHERE v.innsyn = hvilket AND v.vurdert IS NULL;
    RETURN FOUND;
END
$$;

REVOKE ALL ON FUNCTION vern.vurder_oppslag FROM PUBLIC;
GRANT EXECUTE ON FUNCTION vern.vurder_oppslag TO hp_web;
