#!/bin/sh
# Runs once, when a database container is new: the same roles and rights as everywhere, with passwords from files.
# HP_DEL says which of the two servers this is: data or nokler.
set -eu
sql=/handlingsplan/sql
kjor() { psql -v ON_ERROR_STOP=1 --quiet --username postgres --no-password "$@"; }

kjor --dbname postgres --file "$sql/roller.sql"
if [ "$HP_DEL" = data ]; then
    database=handlingsplan eier=hp_owner fil=database.sql roller="migrate web worker logg"
else
    database=handlingsplan_nokler eier=hp_nokkel_eier fil=nokler.sql roller="nokkel"
fi
echo "CREATE DATABASE $database OWNER $eier" | kjor --dbname postgres
kjor --dbname "$database" --file "$sql/$fil"
for rolle in $roller; do
    # \set reads the file, so the password never stands in a process list.
    printf '%s\n' "\\set ord \`cat /run/secrets/passord_$rolle\`" "ALTER ROLE hp_$rolle PASSWORD :'ord';" |
        kjor --dbname postgres
done
