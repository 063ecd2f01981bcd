-- Roles, given by a systemansvarlig. Their history is sealed (ADR 10).

GRANT SELECT, INSERT, UPDATE ON brukere_rolletildeling TO hp_web;
GRANT SELECT ON brukere_rolletildeling TO hp_worker;
GRANT SELECT (rolle, fra, til, bruker_id) ON brukere_rolletildeling TO hp_vokter;

CREATE TRIGGER historikk AFTER INSERT OR UPDATE OR DELETE ON brukere_rolletildeling
FOR EACH ROW EXECUTE FUNCTION vern.skriv_historikk('brukere_historicalrolletildeling');

CREATE TRIGGER rolle_tillatt BEFORE INSERT OR UPDATE ON brukere_rolletildeling
FOR EACH ROW EXECUTE FUNCTION vern.rolle_tillatt();

GRANT SELECT ON brukere_historicalrolletildeling TO hp_web, hp_worker;
GRANT SELECT (id, rolle, fra, til, history_id, history_date, history_type, bruker_id, gitt_av_id, history_user_id,
    xid), INSERT ON brukere_historicalrolletildeling TO hp_vokter;

CREATE POLICY forsegl ON brukere_historicalrolletildeling FOR SELECT TO hp_vokter USING (true);

INSERT INTO vern.kilde (tabell, nokkel, kolonner, klokke) VALUES
    (
        'brukere_historicalrolletildeling',
        'history_id',
        'history_date, history_type, history_user_id, id, bruker_id, rolle, fra, til, gitt_av_id',
        'history_date'
    );
