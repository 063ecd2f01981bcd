GRANT SELECT ON tiltak_sammendrag TO hp_web;
GRANT SELECT, INSERT, UPDATE (tilstand, forsok, lease, sendt) ON tiltak_sammendrag TO hp_worker;
