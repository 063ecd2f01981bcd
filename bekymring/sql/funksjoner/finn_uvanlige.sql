-- Look-ups out of the ordinary. Each rule counts a case once: the first look that day, and the look that made it many
-- in an hour. Of person searches, the fifth within an hour and the first of the day outside working hours.
SET LOCAL ROLE hp_vokter;

CREATE FUNCTION vern.finn_uvanlige(naa timestamptz) RETURNS bigint
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
    WITH ett AS (
        SELECT n.id, n.bruker, n.tid, n.saker[1] AS sak, n.grunnlag::text[] AS grunnlag,
            n.tid AT TIME ZONE 'Europe/Oslo' AS lokal
        FROM vern_innsyn n WHERE n.tid > naa - interval '3 days' AND n.tid <= naa
          AND cardinality(n.saker) = 1
    ), dagens AS (
        SELECT DISTINCT ON (bruker, sak, lokal::date) * FROM ett ORDER BY bruker, sak, lokal::date, tid, id
    ), timens AS (
        SELECT DISTINCT ON (bruker, sak, date_trunc('hour', lokal)) * FROM ett
        ORDER BY bruker, sak, date_trunc('hour', lokal), tid, id
    ), sok AS (
        SELECT n.id, n.bruker, n.tid, n.tid AT TIME ZONE 'Europe/Oslo' AS lokal FROM vern_innsyn n
        WHERE n.tid > naa - interval '3 days' AND n.tid <= naa AND n.utsnitt = 'personsok'
    ), dagens_sok AS (
        SELECT DISTINCT ON (bruker, lokal::date) * FROM sok ORDER BY bruker, lokal::date, tid, id
    ), funnet (id, regel) AS (
        SELECT id, 'mange' FROM (
            SELECT id, count(*) OVER (PARTITION BY bruker ORDER BY tid RANGE BETWEEN '1 hour' PRECEDING AND CURRENT ROW)
            FROM timens) t (id, antall) WHERE antall = 15
        UNION SELECT id, 'mange_sok' FROM (
            SELECT id, count(*) OVER (PARTITION BY bruker ORDER BY tid RANGE BETWEEN '1 hour' PRECEDING AND CURRENT ROW)
            FROM sok) t (id, antall) WHERE antall = 5
        UNION SELECT id, 'utenfor_tid' FROM (SELECT id, lokal FROM dagens UNION SELECT id, lokal FROM dagens_sok) d
            WHERE extract(isodow FROM lokal) > 5 OR extract(hour FROM lokal) NOT BETWEEN 6 AND 19
        UNION SELECT id, 'uten_oppgave' FROM dagens WHERE grunnlag = '{rolle}'
        UNION SELECT d.id, 'lukket_sak' FROM dagens d JOIN bekymring_sak s ON s.id = d.sak
            WHERE s.tilstand IN ('avsluttet', 'overfort', 'sperret') AND s.sist_endret < d.tid - interval '1 day'
    ), nye AS (
        INSERT INTO vern_oppslagsvurdering (innsyn, bruker, tid, regler, merknad)
        SELECT n.id, n.bruker, n.tid, array_agg(f.regel ORDER BY f.regel), ''
        FROM funnet f JOIN vern_innsyn n ON n.id = f.id GROUP BY n.id, n.bruker, n.tid
        ON CONFLICT (innsyn) DO NOTHING RETURNING 1
    )
    SELECT count(*) FROM nye
$$;

REVOKE ALL ON FUNCTION vern.finn_uvanlige FROM PUBLIC;
GRANT EXECUTE ON FUNCTION vern.finn_uvanlige TO hp_worker;
