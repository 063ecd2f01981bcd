-- A bar is known to the one it keeps out; who leads asks vern.sperrer. Written by functions only.

GRANT SELECT ON bekymring_sperre TO hp_web;
GRANT SELECT, INSERT, UPDATE ON bekymring_sperre TO hp_vokter;

ALTER TABLE bekymring_sperre ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;

CREATE POLICY egne ON bekymring_sperre FOR SELECT TO hp_web USING (bruker_id = (SELECT vern.uid()));

CREATE POLICY vokter ON bekymring_sperre FOR ALL TO hp_vokter USING (true);

CREATE TRIGGER historikk AFTER INSERT OR UPDATE OR DELETE ON bekymring_sperre
FOR EACH ROW EXECUTE FUNCTION vern.skriv_historikk('bekymring_historicalsperre');

GRANT SELECT (id, grunn, fra, til, history_id, history_date, history_type, bruker_id, history_user_id, satt_av_id,
    sak_id, xid), INSERT ON bekymring_historicalsperre TO hp_vokter;

ALTER TABLE bekymring_historicalsperre ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;

CREATE POLICY skriv ON bekymring_historicalsperre FOR INSERT TO hp_vokter WITH CHECK (true);

CREATE POLICY forsegl ON bekymring_historicalsperre FOR SELECT TO hp_vokter USING (true);

INSERT INTO vern.kilde (tabell, nokkel, kolonner, klokke) VALUES
    (
        'bekymring_historicalsperre',
        'history_id',
        'history_date, history_type, history_user_id, id, sak_id, fra, til, bruker_id, grunn, satt_av_id',
        'history_date'
    );
