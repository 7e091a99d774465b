#!/usr/bin/env bash
# Compiles Ecto and what it needs into FOLDER/ebin, with nothing but Elixir 1.14 (Debian's) and Git: no Hex.
#   compile.sh FOLDER
set -euo pipefail
mkdir -p "$1"
cd "$1"

# NAME REPOSITORY TAG: its source at the tag.
source_of() {
  [ -d "$1" ] || git -c advice.detachedHead=false clone -q --depth 1 --branch "$3" "https://github.com/$2" "$1"
}

# NAME MODULE EXCLUDED: compiles what lies in lib, but for files like EXCLUDED, and says what the application is.
build() {
  mkdir -p "ebin/$1"
  find "$1/lib" -name '*.ex' | grep -v "$3" | xargs elixirc -pa 'ebin/*' --ignore-module-conflict -o "ebin/$1"
  local start=''
  [ -z "$2" ] || start=", {mod, {'$2', []}}"
  echo "{application, $1, [{vsn, \"0\"}, {applications, [kernel, stdlib, elixir, logger, crypto, ssl]}$start,
    {env, [{json_library, 'Elixir.Jason'}, {postgres_map_type, \"jsonb\"}]}]}." >"ebin/$1/$1.app"
}

source_of telemetry beam-telemetry/telemetry v1.3.0
source_of jason michalmuskala/jason v1.4.4
source_of decimal ericmj/decimal v2.3.0
source_of db_connection elixir-ecto/db_connection v2.8.1
source_of postgrex elixir-ecto/postgrex v0.20.0
source_of ecto elixir-ecto/ecto v3.13.6
source_of ecto_sql elixir-ecto/ecto_sql v3.13.5

mkdir -p ebin/telemetry
erlc -o ebin/telemetry telemetry/src/*.erl
cp telemetry/src/telemetry.app.src ebin/telemetry/telemetry.app
build decimal '' '^$'
build jason '' '^$'
build db_connection Elixir.DBConnection.App '^$'
build ecto Elixir.Ecto.Application lib/mix
build postgrex Elixir.Postgrex.App '^$'
build ecto_sql Elixir.Ecto.Adapters.SQL.Application 'myxql\|tds\|lib/mix'
