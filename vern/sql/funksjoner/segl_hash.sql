-- What a seal is chained by. Rows are hashed in a form of their own, the same whatever the session's time zone, date
-- style or encoding of bytes.
SET LOCAL ROLE hp_vokter;

CREATE FUNCTION vern.segl_hash(s vern_segl) RETURNS bytea
LANGUAGE sql STABLE SET search_path = pg_catalog, public
AS $$
    SELECT sha256(
        s.forrige
        || convert_to(concat_ws('|', s.nr, s.logg, (extract(epoch FROM s.tid) * 1000000)::bigint, s.fra_xid, s.til_xid,
                                cardinality(s.ider)), 'UTF8')
        || sha256(convert_to(to_json(s.ider)::text, 'UTF8'))
        || sha256((SELECT string_agg(u.a, ''::bytea ORDER BY u.n) FROM unnest(s.avtrykk) WITH ORDINALITY u (a, n)))
    )
$$;

REVOKE ALL ON FUNCTION vern.segl_hash FROM PUBLIC;
