-- A case that is stopped or closed: what was planned in it ends for all sides, and everybody but the koordinator who has
-- it is out. Sealed, nobody reads: only who leads it is left, to be asked. Taken up again it all begins anew.
SET LOCAL ROLE hp_vokter;

CREATE FUNCTION vern.avslutt_forlop(i uuid, tilstanden text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE hvem bigint; avlyst integer;
BEGIN
    UPDATE bekymring_samtale SET tilstand = 'avlyst', versjon = versjon + 1 WHERE sak_id = i AND tilstand = 'avtalt';
    GET DIAGNOSTICS avlyst = ROW_COUNT;
    IF avlyst > 0 THEN
        INSERT INTO bekymring_hendelse (id, sak_id, sone, art, fra, til, av_id, tid)
        SELECT gen_random_uuid(), i, 'felles', 'samtale_avlyst', '', '',
            coalesce(vern.uid(), s.saksansvarlig_id, vern.leder_av(i)), statement_timestamp()
        FROM bekymring_sak s WHERE s.id = i;
    END IF;
    UPDATE bekymring_sakslistepost SET tatt_av = statement_timestamp() WHERE sak_id = i AND tatt_av IS NULL;
    UPDATE bekymring_ansvarsgruppe SET avsluttet = statement_timestamp() WHERE sak_id = i AND avsluttet IS NULL;
    UPDATE bekymring_mentorforlop SET tilstand = 'avsluttet', versjon = versjon + 1
    WHERE sak_id = i AND tilstand <> 'avsluttet';
    FOR hvem IN
        WITH lukket AS (
            UPDATE bekymring_tilgang t SET til = greatest(t.fra, statement_timestamp())
            WHERE t.sak_id = i AND t.rett <> 'se' AND vern.varer(t.til)
              AND (t.grunnlag NOT IN ('koordinator', 'saksansvarlig') OR tilstanden = 'sperret' AND t.rett <> 'led')
            RETURNING t.user_id
        )
        SELECT DISTINCT user_id FROM lukket
    LOOP
        PERFORM vern.forny_se(i, hvem, vern.uid());
    END LOOP;
END
$$;

REVOKE ALL ON FUNCTION vern.avslutt_forlop FROM PUBLIC;
