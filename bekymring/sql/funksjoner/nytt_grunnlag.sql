-- Is there a ground in force that is newer than the last stop of the case, given by all who must? What the case rested on
-- before is not enough to take it up again.
SET LOCAL ROLE hp_vokter;

CREATE FUNCTION vern.nytt_grunnlag(i uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
    SELECT vern.har_rett(i, 'led') AND EXISTS (
        SELECT FROM bekymring_delingsgrunnlag g JOIN bekymring_hjemmel h ON h.id = g.hjemmel_id,
            unnest(g.opplysninger) o (hva), unnest(g.formal) f (formal)
        WHERE g.sak_id = i AND vern.gjelder(g.fra, g.til)
          AND g.fra >= (SELECT max(e.tid) FROM bekymring_hendelse e WHERE e.sak_id = i AND e.art = 'stanset')
          AND CASE WHEN g.samtykke_id IS NULL THEN g.bekreftet_av_id IS NOT NULL AND vern.hjemmel_gjelder(h)
              ELSE vern.samtykket_til(i, g.mottaker_id, g.mottaker_person_id, o.hva, f.formal, vern.dagen()) IS NOT NULL
              END)
$$;

REVOKE ALL ON FUNCTION vern.nytt_grunnlag FROM PUBLIC;
GRANT EXECUTE ON FUNCTION vern.nytt_grunnlag TO hp_web;
