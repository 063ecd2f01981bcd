-- A second person has read the jurist's assessment and confirms it: from now on the law may be used (R2). Those who see
-- cases have no say in it: the personvernombud and the leader of the municipality do.
SET LOCAL ROLE hp_vokter;

CREATE FUNCTION vern.bekreft_hjemmel(rad uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp SET row_security = on
AS $$
DECLARE g record;
BEGIN
    SELECT * INTO g FROM bekymring_hjemmelgodkjenning k WHERE k.id = rad FOR UPDATE;
    IF NOT FOUND OR g.registrert_av_id = vern.uid() OR g.bekreftet_av_id IS NOT NULL OR g.avsluttet IS NOT NULL
       OR NOT (vern.har_rolle('personvernombud') OR vern.har_rolle('radmann'))
    THEN
        RAISE EXCEPTION 'kan ikke bekrefte' USING ERRCODE = 'insufficient_privilege';
    END IF;
    UPDATE bekymring_hjemmelgodkjenning k SET avsluttet = statement_timestamp(), avsluttet_av_id = vern.uid()
    WHERE k.hjemmel_id = g.hjemmel_id AND k.bekreftet_av_id IS NOT NULL AND k.avsluttet IS NULL;
    UPDATE bekymring_hjemmelgodkjenning k SET bekreftet = statement_timestamp(), bekreftet_av_id = vern.uid()
    WHERE k.id = rad;
    UPDATE bekymring_hjemmel h SET jurist_godkjent = g.dato WHERE h.id = g.hjemmel_id;
END
$$;

REVOKE ALL ON FUNCTION vern.bekreft_hjemmel FROM PUBLIC;
GRANT EXECUTE ON FUNCTION vern.bekreft_hjemmel TO hp_web;
