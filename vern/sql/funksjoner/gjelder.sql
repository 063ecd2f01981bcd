-- «Valid now»: begun and not ended. The one home of the word, for everything that has a from and a to; by the
-- statement's clock, so that what begins in this transaction holds from the next statement on. Plain SQL without a
-- setting of its own, so that the planner writes it into the query and finds the indexes as before.

CREATE FUNCTION vern.gjelder(
    fra timestamptz, til timestamptz, naar timestamptz DEFAULT statement_timestamp()
) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$
    SELECT fra <= naar AND vern.varer(til, naar)
$$;

REVOKE ALL ON FUNCTION vern.gjelder FROM PUBLIC;
GRANT EXECUTE ON FUNCTION vern.gjelder TO hp_web, hp_vokter;
