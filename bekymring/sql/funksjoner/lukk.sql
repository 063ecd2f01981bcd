-- End what these roles hold in a case, also what has not begun. By who leads it. With `ledere` false the leader of the
-- group keeps the case. A case never loses the last koordinator who leads it.
SET LOCAL ROLE hp_vokter;

CREATE FUNCTION vern.lukk(i uuid, roller text[], ledere boolean) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE hvem bigint; hadde boolean;
BEGIN
    IF NOT vern.har_rett(i, 'led') THEN
        RAISE EXCEPTION 'leder ikke saken' USING ERRCODE = 'insufficient_privilege';
    END IF;
    hadde := vern.ledes_av_koordinator(i);
    FOR hvem IN
        WITH lukket AS (
            UPDATE bekymring_tilgang t SET til = greatest(t.fra, statement_timestamp())
            WHERE t.sak_id = i AND t.grunnlag = ANY (roller) AND t.rett <> 'se' AND vern.varer(t.til)
              AND (ledere OR NOT EXISTS (
                  SELECT FROM bekymring_tilgang l WHERE l.sak_id = i AND l.user_id = t.user_id AND l.rett = 'led'
                  AND vern.gjelder(l.fra, l.til)))
            RETURNING t.user_id
        )
        SELECT DISTINCT user_id FROM lukket
    LOOP
        PERFORM vern.forny_se(i, hvem, vern.uid());
    END LOOP;
    IF vern.leder_av(i) IS NULL OR hadde AND NOT vern.ledes_av_koordinator(i) THEN
        RAISE EXCEPTION 'saken må ha en leder' USING ERRCODE = 'object_not_in_prerequisite_state';
    END IF;
END
$$;

REVOKE ALL ON FUNCTION vern.lukk FROM PUBLIC;
GRANT EXECUTE ON FUNCTION vern.lukk TO hp_web;
