-- After a restore: what pg_resetwal must be told for this cluster to count on from the last seal, or nothing when it
-- is past it already. A multiple of 32,768, the numbers of one page of pg_xact: inside a page that was never made the
-- server refuses to start.
SELECT format('--epoch=%s --next-transaction-id=%s', neste >> 32, neste & 4294967295)
FROM (SELECT (max(til_xid) / 32768 + 1) * 32768 AS neste FROM vern_segl) siste
WHERE neste > pg_snapshot_xmax(pg_current_snapshot())::text::bigint;
