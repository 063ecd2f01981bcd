-- One answer for a number that is not there, is not for this person, is closed, or is barred. Five refusals in ten minutes end
-- the asking. Three in thirty days are one's own judgement; the fourth needs somebody else's first.
SET LOCAL ROLE hp_vokter;

CREATE FUNCTION vern.start_nodtilgang(
    n uuid, tall text, hvorfor text
) RETURNS TABLE(utfall text, sak uuid, leder bigint)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE meg bigint := vern.uid(); i uuid; brukt integer;
BEGIN
    IF meg IS NULL THEN
        RAISE EXCEPTION 'ingen bruker' USING ERRCODE = 'insufficient_privilege';
    END IF;
    PERFORM pg_advisory_xact_lock(hashtextextended('nodtilgang', meg));
    IF EXISTS (SELECT FROM bekymring_nodtilgang r WHERE r.id = n AND r.bruker_id = meg) THEN
        RETURN QUERY SELECT 'finnes', r.sak_id, NULL::bigint FROM bekymring_nodtilgang r WHERE r.id = n;
        RETURN;
    END IF;
    IF (SELECT count(*) FROM (SELECT a.tid FROM vern_avvist a WHERE a.bruker = meg AND a.side = 'bekymring_nodtilgang'
            AND a.metode = 'POST' ORDER BY a.id DESC LIMIT 5) siste
        WHERE siste.tid > clock_timestamp() - interval '10 minutes') >= 5 THEN
        RETURN QUERY SELECT 'for_mange', NULL::uuid, NULL::bigint;
        RETURN;
    END IF;
    SELECT s.id INTO i FROM bekymring_sak s
    WHERE s.nummer = tall AND NOT vern.er_lukket(s.id) AND NOT vern.er_sperret(s.id, meg)
      AND vern.kan_bruke_nod(s.id, meg);
    IF NOT FOUND THEN
        RETURN QUERY SELECT 'ukjent', NULL::uuid, NULL::bigint;
        RETURN;
    END IF;
    IF EXISTS (SELECT FROM bekymring_tilgang t WHERE t.sak_id = i AND t.user_id = meg AND t.rett = 'les'
               AND t.sone = 'felles' AND vern.gjelder(t.fra, t.til)
               AND vern.rett_gjelder(meg, t.grunnlag, t.sone, t.sted_id)) THEN
        RETURN QUERY SELECT 'har', i, NULL::bigint;
        RETURN;
    END IF;
    SELECT count(*) INTO brukt FROM bekymring_nodtilgang r
    WHERE r.bruker_id = meg AND r.avslatt IS NULL AND r.sokt > statement_timestamp() - interval '30 days';
    INSERT INTO bekymring_nodtilgang (id, sak_id, nummer, bruker_id, grunnlag, sokt, krever_to, konklusjon)
    VALUES (n, i, tall, meg, hvorfor, statement_timestamp(), brukt >= 3, '');
    IF brukt >= 3 THEN
        RETURN QUERY SELECT 'venter', i, NULL::bigint;
        RETURN;
    END IF;
    PERFORM vern.apne_nodtilgang(n, meg);
    RETURN QUERY SELECT 'apen', i, vern.leder_av(i);
END
$$;

REVOKE ALL ON FUNCTION vern.start_nodtilgang FROM PUBLIC;
GRANT EXECUTE ON FUNCTION vern.start_nodtilgang TO hp_web;
