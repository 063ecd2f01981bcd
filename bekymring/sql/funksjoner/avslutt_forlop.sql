-- A case that is stopped or closed: what was planned in it ends for all sides, and everybody but the koordinator who has
-- it is out; stopped, they are told so. Closed, the koordinator reads for ten minutes more, and the grant carries that
-- end itself: it waits for no job. Sealed, nobody reads: only who leads it is left, to be asked. Taken up again it all
-- begins anew.
SET LOCAL ROLE hp_vokter;

CREATE FUNCTION vern.avslutt_forlop(i uuid, tilstanden text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE mistet record;
BEGIN
    PERFORM vern.avlys_samtaler(i);
    UPDATE bekymring_sakslistepost SET tatt_av = statement_timestamp() WHERE sak_id = i AND tatt_av IS NULL;
    UPDATE bekymring_ansvarsgruppe SET avsluttet = statement_timestamp() WHERE sak_id = i AND avsluttet IS NULL;
    UPDATE bekymring_mentorforlop SET tilstand = 'avsluttet', versjon = versjon + 1
    WHERE sak_id = i AND tilstand <> 'avsluttet';
    FOR mistet IN
        WITH lukket AS (
            UPDATE bekymring_tilgang t SET til = greatest(t.fra, statement_timestamp())
            WHERE t.sak_id = i AND t.rett <> 'se' AND t.grunnlag <> 'gjenapning' AND vern.varer(t.til)
              AND (t.grunnlag NOT IN ('koordinator', 'saksansvarlig') OR tilstanden = 'sperret' AND t.rett <> 'led')
            RETURNING t.user_id, t.formal <> '' AND t.fra < statement_timestamp() AS delt
        )
        SELECT user_id, bool_or(delt) AS delt FROM lukket GROUP BY user_id
    LOOP
        PERFORM vern.forny_se(i, mistet.user_id, vern.uid());
        IF tilstanden = 'stanset' AND mistet.delt AND mistet.user_id IS DISTINCT FROM vern.uid() THEN
            PERFORM vern.si_fra(i, mistet.user_id, 'tilgang_slutt', vern.koordinator_for(i));
        END IF;
    END LOOP;
    IF tilstanden IN ('avsluttet', 'overfort') THEN
        UPDATE bekymring_tilgang t SET til = least(t.til, statement_timestamp() + interval '10 minutes')
        WHERE t.sak_id = i AND t.rett NOT IN ('se', 'led') AND t.grunnlag <> 'gjenapning' AND vern.varer(t.til);
    END IF;
END
$$;

REVOKE ALL ON FUNCTION vern.avslutt_forlop FROM PUBLIC;
