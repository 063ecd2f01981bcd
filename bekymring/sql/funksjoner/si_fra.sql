-- Somebody is told of something in a case, without content, in the transaction that did it; the letter goes by the job
-- (vern.brev). Told once: the same thing is not said again.
SET LOCAL ROLE hp_vokter;

CREATE FUNCTION vern.si_fra(i uuid, hvem bigint, hva text, om bigint DEFAULT NULL, nar timestamptz DEFAULT NULL)
RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
    INSERT INTO bekymring_beskjed (id, sak_id, bruker_id, art, om_id, tid, laget)
    SELECT gen_random_uuid(), i, hvem, hva, om, nar, statement_timestamp()
    WHERE hvem IS NOT NULL AND NOT EXISTS (
        SELECT FROM bekymring_beskjed b
        WHERE b.sak_id = i AND b.bruker_id = hvem AND b.art = hva AND b.om_id IS NOT DISTINCT FROM om
          AND CASE WHEN nar IS NULL THEN b.lest IS NULL ELSE b.tid = nar END)
$$;

REVOKE ALL ON FUNCTION vern.si_fra FROM PUBLIC;
