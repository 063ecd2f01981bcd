-- The one trigger that writes all history (ADR 4). Columns of the history table that the row has too are copied by
-- name; the rest are simple-history's own.
SET LOCAL ROLE hp_vokter;

CREATE FUNCTION vern.skriv_historikk() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public
AS $$
DECLARE
    kolonner text;
BEGIN
    IF TG_OP = 'UPDATE' AND OLD IS NOT DISTINCT FROM NEW THEN
        RETURN NULL;
    END IF;
    IF TG_OP = 'DELETE' THEN
        NEW := OLD;
    END IF;
    SELECT string_agg(quote_ident(h.attname), ', ') INTO kolonner
    FROM pg_attribute h JOIN pg_attribute t ON t.attname = h.attname
    WHERE h.attrelid = format('public.%I', TG_ARGV[0])::regclass AND t.attrelid = TG_RELID
      AND h.attnum > 0 AND t.attnum > 0 AND NOT h.attisdropped AND NOT t.attisdropped;
    EXECUTE format(
        'INSERT INTO public.%I (%s, history_date, history_type, history_change_reason, history_user_id) '
        'SELECT %s, clock_timestamp(), $2, $3, $4 FROM (SELECT ($1).*) rad', TG_ARGV[0], kolonner, kolonner)
    USING NEW, CASE TG_OP WHEN 'INSERT' THEN '+' WHEN 'UPDATE' THEN '~' ELSE '-' END,
        left(nullif(current_setting('hp.grunn', true), ''), 100), vern.uid();
    RETURN NULL;
END
$$;

REVOKE ALL ON FUNCTION vern.skriv_historikk FROM PUBLIC;
GRANT EXECUTE ON FUNCTION vern.skriv_historikk TO hp_owner;
