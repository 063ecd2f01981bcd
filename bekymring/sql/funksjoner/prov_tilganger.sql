-- Every grant that rests on a ground is asked for again: what no ground covers any longer ends now, what is covered for
-- a shorter or a longer time ends then, never later than it was given for (`lengst`), and so does what a person holds by
-- a workplace they leave (R29). Called by whatever may end
-- a ground, in the same transaction (R6); those who lose the case are told, and who has it gets the list of what had
-- been shared. Copies that were shared are asked for in the same way.
SET LOCAL ROLE hp_vokter;

CREATE FUNCTION vern.prov_tilganger(i uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE mistet record; lukket boolean := false;
BEGIN
    FOR mistet IN
        WITH svar AS (
            SELECT t.id, CASE WHEN d.til IS NULL OR a.til IS NULL THEN statement_timestamp()
                              ELSE least(t.lengst, d.til, a.til) END AS slutt
            FROM bekymring_tilgang t,
                LATERAL (SELECT vern.dekket_til(i, t.sted_id, t.user_id, t.opplysning, t.formal) AS til) d,
                LATERAL (SELECT max(coalesce(k.til, 'infinity')) AS til FROM samarbeid_tilknytning k
                         WHERE k.bruker_id = t.user_id AND vern.gjelder(k.fra, k.til)
                           AND (k.aktor_id = t.sted_id OR t.sted_id IS NULL)) a
            WHERE t.sak_id = i AND t.formal <> '' AND t.rett <> 'se' AND vern.varer(t.til) AND vern.varer(t.til, t.fra)
              AND NOT vern.er_sperret(i, t.user_id)  -- who is kept out reads nothing; asked again when the bar is lifted
        ), endret AS (
            UPDATE bekymring_tilgang t SET til = nullif(greatest(t.fra, svar.slutt), 'infinity') FROM svar
            WHERE t.id = svar.id AND t.til IS DISTINCT FROM nullif(greatest(t.fra, svar.slutt), 'infinity')
            RETURNING t.user_id, t.fra < statement_timestamp() AND NOT vern.varer(t.til) AS delt
        )
        SELECT user_id, bool_or(delt) AS delt FROM endret GROUP BY user_id
    LOOP
        PERFORM vern.forny_se(i, mistet.user_id, vern.uid());
        IF mistet.delt AND NOT vern.ser(i, mistet.user_id) AND mistet.user_id IS DISTINCT FROM vern.uid() THEN
            PERFORM vern.si_fra(i, mistet.user_id, 'tilgang_slutt', vern.koordinator_for(i));
        END IF;
        lukket := lukket OR mistet.delt;
    END LOOP;
    IF lukket THEN
        PERFORM vern.si_fra(i, vern.koordinator_for(i), 'lukket');
    END IF;
    UPDATE bekymring_deling d SET til = greatest(d.fra, svar.slutt)
    FROM (
        SELECT e.id, coalesce(vern.deling_til(i, e.grunnlag_id, e.sone, e.mottaker_id, e.opplysning, e.formal),
                              statement_timestamp()) AS slutt
        FROM bekymring_deling e WHERE e.sak_id = i AND e.avsluttet IS NULL AND vern.varer(e.til)
    ) svar
    WHERE d.id = svar.id AND d.til > svar.slutt;
END
$$;

REVOKE ALL ON FUNCTION vern.prov_tilganger FROM PUBLIC;
