#!/usr/bin/env bash
# Runs a test program against the server that start.sh started. Exits with 77 where it did not start one
# because PostgreSQL is not installed.
set -euo pipefail
folder=$1
shift

if ! ls -d /usr/lib/postgresql/*/bin >/dev/null 2>&1; then
  echo "PostgreSQL is not installed: skipped"
  exit 77
fi
export CALLWRIGHT_TEST_POSTGRES="host=$folder user=callwright dbname=postgres"
exec "$@"
