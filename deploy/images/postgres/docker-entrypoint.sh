#!/bin/bash
# What the official image does with POSTGRES_USER, POSTGRES_PASSWORD and POSTGRES_DB, with no more
# than the server's own programs: a first start makes the database, the second one serves.
set -euo pipefail

user=${POSTGRES_USER:-postgres}
database=${POSTGRES_DB:-$user}

if [[ $1 == postgres && ! -s $PGDATA/PG_VERSION ]]; then
    [[ -n ${POSTGRES_PASSWORD:-} ]] || {
        echo "POSTGRES_PASSWORD is not set" >&2
        exit 1
    }
    initdb --username="$user" --pwfile=<(printf '%s' "$POSTGRES_PASSWORD") \
        --auth-host=scram-sha-256 --auth-local=trust --encoding=UTF8 --locale=C.UTF-8
    echo "host all all all scram-sha-256" >>"$PGDATA/pg_hba.conf"
    if [[ $database != postgres ]]; then
        echo "create database \"$database\"" | postgres --single -j postgres
    fi
    # the official image serves for a moment while it initialises, and those who wait for it count
    pg_ctl -w -o "-c listen_addresses=''" start
    pg_ctl -m fast -w stop
fi
exec "$@" -c listen_addresses='*'
