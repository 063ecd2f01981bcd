-- The web adds with the report, and neither changes nor removes.

GRANT SELECT, INSERT ON tiltak_statusbevis TO hp_web;

CREATE TRIGGER samme_tiltak BEFORE INSERT ON tiltak_statusbevis
FOR EACH ROW EXECUTE FUNCTION vern.bevis_i_samme_tiltak();
