-- The hour begins: read felles, nothing else; and the case's own story says so to those who share it. An ordinary
-- grant with its own ground, so that every policy holds.
SET LOCAL ROLE hp_vokter;

CREATE FUNCTION vern.apne_nodtilgang(n uuid, giver bigint) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE rad bekymring_nodtilgang; slutt timestamptz := statement_timestamp() + interval '60 minutes';
BEGIN
    UPDATE bekymring_nodtilgang SET fra = statement_timestamp(), til = slutt WHERE id = n RETURNING * INTO rad;
    PERFORM vern.gi_en(rad.sak_id, rad.bruker_id, 'les', 'felles', 'nodtilgang', n, slutt, giver);
    PERFORM vern.forny_se(rad.sak_id, rad.bruker_id, giver);
    INSERT INTO bekymring_hendelse (id, sak_id, sone, art, fra, til, av_id, tid)
    VALUES (gen_random_uuid(), rad.sak_id, 'felles', 'nodtilgang', '', '', rad.bruker_id, statement_timestamp());
END
$$;

REVOKE ALL ON FUNCTION vern.apne_nodtilgang FROM PUBLIC;
