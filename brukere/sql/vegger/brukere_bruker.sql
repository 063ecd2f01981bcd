-- Log-ins and own choices of language and colour are no part of the account's story: only the columns named here are.

GRANT SELECT, INSERT, UPDATE ON brukere_bruker TO hp_web;
GRANT SELECT ON brukere_bruker TO hp_worker;
GRANT SELECT (id, is_active) ON brukere_bruker TO hp_vokter;

CREATE TRIGGER historikk
AFTER INSERT OR DELETE OR UPDATE OF username, navn, tittel, email, is_active, ma_bytte_passord ON brukere_bruker
FOR EACH ROW EXECUTE FUNCTION vern.skriv_historikk('brukere_historicalbruker');

GRANT SELECT ON brukere_historicalbruker TO hp_web, hp_worker;
GRANT INSERT ON brukere_historicalbruker TO hp_vokter;
