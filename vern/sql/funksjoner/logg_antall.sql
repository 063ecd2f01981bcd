-- How many rows of each log are sealed, and how many wait.
SET LOCAL ROLE hp_vokter;

CREATE FUNCTION vern.logg_antall() RETURNS TABLE(logg text, forseglet bigint, venter bigint)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE kilde record;
BEGIN
    FOR kilde IN SELECT * FROM vern.kilde k ORDER BY k.tabell LOOP
        logg := kilde.tabell;
        forseglet := coalesce((SELECT sum(cardinality(s.ider)) FROM vern_segl s WHERE s.logg = kilde.tabell), 0);
        EXECUTE format(
            $f$SELECT count(*) FROM public.%I
             WHERE xid >= (SELECT coalesce(max(s.til_xid), 0) FROM vern_segl s WHERE s.logg = $1)$f$,
            kilde.tabell) INTO venter USING kilde.tabell;
        RETURN NEXT;
    END LOOP;
END
$$;

REVOKE ALL ON FUNCTION vern.logg_antall FROM PUBLIC;
GRANT EXECUTE ON FUNCTION vern.logg_antall TO hp_worker, hp_innsyn;
