#!/usr/bin/env bash
# Reads what we know by heart of PostgreSQL 18 from a server of that version, into the resources that hold it.
# Connects as psql does (PGHOST, PGPORT, PGUSER …) as a superuser, to an empty database with both extensions
# available. With --check nothing is written, and a difference is shown and fails.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
sql() { psql --no-psqlrc --tuples-only --no-align --quiet --set ON_ERROR_STOP=1 "$@"; }
version=$(sql --command 'SHOW server_version_num')
[ "${version%????}" = 18 ] || { echo "expected PostgreSQL 18, found $version" >&2; exit 2; }
sql --command 'CREATE EXTENSION IF NOT EXISTS "uuid-ossp"; CREATE EXTENSION IF NOT EXISTS pgcrypto'

failed=0
take() {
  local query=$here/$1 file=$here/../../$2
  if [ "${check:-}" ]; then
    sql --file "$query" | diff -u "$file" - || failed=1
  else
    sql --file "$query" > "$file"
  fi
}
check=${1:-}
take volatility.sql main/resources/dev/concertina/schema/postgres-volatility.tsv
take keywords.sql test/resources/dev/concertina/schema/postgres-keywords.tsv
exit $failed
