-- Ended before its time: by the reader, or by anyone of the two roles who is not barred. A question that is not
-- answered is taken back by the one who asked.
SET LOCAL ROLE hp_vokter;

CREATE FUNCTION vern.avslutt_gjenapning(n uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE meg bigint := vern.uid(); rad bekymring_gjenapning;
BEGIN
    UPDATE bekymring_gjenapning g SET avsluttet = statement_timestamp(), avsluttet_av_id = meg
    WHERE g.id = n AND g.avsluttet IS NULL AND CASE WHEN g.avgjort IS NULL THEN g.bedt_av_id = meg
        ELSE g.til > statement_timestamp() AND (g.leser_id = meg OR vern.kan_gjenapne(g.sak_id, meg)) END
    RETURNING * INTO rad;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'ingenting å avslutte' USING ERRCODE = 'insufficient_privilege';
    END IF;
    UPDATE bekymring_tilgang t SET til = greatest(t.fra, statement_timestamp())
    WHERE t.sak_id = rad.sak_id AND t.grunnlag = 'gjenapning' AND t.grunn = n AND t.rett <> 'se' AND vern.varer(t.til);
    PERFORM vern.forny_se(rad.sak_id, rad.leser_id, meg);
END
$$;

REVOKE ALL ON FUNCTION vern.avslutt_gjenapning FROM PUBLIC;
GRANT EXECUTE ON FUNCTION vern.avslutt_gjenapning TO hp_web;
