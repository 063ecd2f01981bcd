-- Until when a sharing is covered: for the recipient its ground names, or, when the copies lie where all read, for
-- everybody who reads there and needs a ground.
SET LOCAL ROLE hp_vokter;

CREATE FUNCTION vern.deling_til(
    i uuid, grunnen uuid, sonen text, hvem bigint, hva text, formaal text
) RETURNS timestamptz
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
    SELECT CASE WHEN sonen = 'felles' AND hvem IS NULL THEN (
            SELECT CASE WHEN bool_and(s.til IS NOT NULL) THEN min(s.til) END
            FROM (SELECT vern.dekket_til(i, t.sted_id, t.user_id, hva, formaal) AS til FROM bekymring_tilgang t
                  WHERE t.sak_id = i AND t.rett = 'les' AND t.sone = 'felles' AND t.formal <> ''
                    AND vern.gjelder(t.fra, t.til)) s
        ) ELSE vern.dekket_til(i, g.mottaker_id, coalesce(hvem, g.mottaker_person_id), hva, formaal) END
    FROM bekymring_delingsgrunnlag g WHERE g.id = grunnen AND g.sak_id = i
$$;

REVOKE ALL ON FUNCTION vern.deling_til FROM PUBLIC;
GRANT EXECUTE ON FUNCTION vern.deling_til TO hp_web;
