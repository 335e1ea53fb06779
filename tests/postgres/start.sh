#!/usr/bin/env bash
# Starts a PostgreSQL server of our own for the tests: in a folder of ours, on a socket of ours, reachable
# over no network, and without syncing to disk, since it is thrown away. Any server on this machine is left
# alone. Exits with 77, which ctest shows as skipped, where PostgreSQL is not installed.
set -euo pipefail
folder=$1

programs=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -1 || true)
if [ -z "$programs" ]; then
  echo "PostgreSQL is not installed: its tests are skipped (apt-get install postgresql-15)"
  exit 77
fi
"$(dirname "$0")/stop.sh" "$folder"

# The server refuses to run as root, and the user it runs as has to own the folder.
as_server=()
mkdir -p "$folder"
if [ "$(id -u)" = 0 ]; then
  chown postgres "$folder"
  as_server=(setpriv --reuid=postgres --regid=postgres --clear-groups)
fi
cd "$folder"
"${as_server[@]}" "$programs/initdb" --pgdata="$folder/data" --username=callwright --auth=trust \
  --encoding=UTF8 --locale=C.UTF-8 --no-sync >"$folder/initdb.log"
"${as_server[@]}" "$programs/pg_ctl" --pgdata="$folder/data" --log="$folder/server.log" --wait --silent \
  --options="-c listen_addresses='' -c unix_socket_directories='$folder' -c fsync=off \
             -c full_page_writes=off -c max_connections=100 -c shared_buffers=64MB" start
