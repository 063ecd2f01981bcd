-- One writes down, another confirms, and nobody says so for another: what is sent in is unconfirmed, only the one who
-- asks can confirm, and only shorten. A law that begins before it is confirmed is one for what cannot wait, ends after 24
-- hours, and is not begun anew by whoever had one to the same recipient end unconfirmed the last week (R2, R4, R18).
SET LOCAL ROLE hp_vokter;

CREATE FUNCTION vern.to_personer() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND (
        NEW.til > OLD.til
        OR NEW.bekreftet_av_id IS DISTINCT FROM OLD.bekreftet_av_id AND NOT (
            OLD.bekreftet_av_id IS NULL AND NEW.bekreftet_av_id = vern.uid() AND vern.har_rolle('koordinator')
            AND vern.varer(OLD.til))
    ) OR TG_OP = 'INSERT' AND NEW.bekreftet_av_id IS NOT NULL THEN
        RAISE EXCEPTION 'en annen må bekrefte' USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF TG_OP = 'INSERT' AND TG_TABLE_NAME = 'bekymring_delingsgrunnlag' THEN
        IF NEW.bekreftes_innen IS NOT NULL AND NOT (
            NEW.bekreftes_innen <= statement_timestamp() + interval '24 hours'
            AND EXISTS (SELECT FROM bekymring_hjemmel h WHERE h.id = NEW.hjemmel_id AND h.haster)
            AND NOT vern.hastet_nylig(NEW.sak_id, NEW.mottaker_id)
        ) THEN
            RAISE EXCEPTION 'haster ikke slik' USING ERRCODE = 'insufficient_privilege';
        END IF;
    END IF;
    RETURN NEW;
END
$$;

REVOKE ALL ON FUNCTION vern.to_personer FROM PUBLIC;
GRANT EXECUTE ON FUNCTION vern.to_personer TO hp_owner;
