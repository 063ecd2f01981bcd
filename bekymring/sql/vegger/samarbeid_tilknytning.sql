-- What a case needs of the register of who works where: somebody who leaves keeps no line of the case they came into by
-- that workplace (R29). The table's own walls stand in its room.
CREATE TRIGGER grunn AFTER UPDATE ON samarbeid_tilknytning
FOR EACH ROW WHEN (old.* IS DISTINCT FROM new.*) EXECUTE FUNCTION vern.grunn_endret();
