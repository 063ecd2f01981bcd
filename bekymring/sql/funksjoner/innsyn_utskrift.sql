-- For the person concerned: every look into the case by day, place of work, part in the case and what was shown. No
-- name and no user, not even the reporter's place of work; own look-ups included: it is an answer, not a review (R34).
-- For who leads and the ombud; of a sealed case only for the ombud, and for whom it has been opened.
SET LOCAL ROLE hp_vokter;

CREATE FUNCTION vern.innsyn_utskrift(
    i uuid
) RETURNS TABLE(dag date, sted text, rolle text, utsnitt text, antall bigint, forste timestamptz, siste timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
    WITH spor AS MATERIALIZED (
        SELECT (vern.har_rett(i, 'led') OR vern.har_rolle('personvernombud')) AND NOT vern.er_forseglet(i) AS ja
    )
    SELECT (n.tid AT TIME ZONE 'Europe/Oslo')::date,
        CASE WHEN 'melder' = ANY (n.grunnlag) THEN '' ELSE coalesce(a.navn, '') END,
        coalesce(n.grunnlag[1]::text, ''),
        n.utsnitt::text, count(*), min(n.tid), max(n.tid)
    FROM spor, vern_innsyn n
    LEFT JOIN LATERAL (
        SELECT coalesce(nullif(a.kortnavn, ''), a.navn) AS navn
        FROM samarbeid_tilknytning k JOIN samarbeid_aktor a ON a.id = k.aktor_id
        WHERE k.bruker_id = n.bruker AND vern.gjelder(k.fra, k.til, n.tid)
        ORDER BY k.fra DESC, k.id DESC LIMIT 1) a ON true
    WHERE ja AND n.saker @> ARRAY[i]
    GROUP BY 1, 2, 3, 4 ORDER BY 1 DESC, 6 DESC
$$;

REVOKE ALL ON FUNCTION vern.innsyn_utskrift FROM PUBLIC;
GRANT EXECUTE ON FUNCTION vern.innsyn_utskrift TO hp_web;
