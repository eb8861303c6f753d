#!/usr/bin/env bash
# Adds a migration of the same name for both databases and writes the script a DBA reads: database/add-migration.sh AddStoryCodes
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
name=${1:?"Give the migration a name, such as AddStoryCodes"}
dotnet tool restore >/dev/null
for provider in Sqlite SqlServer; do
  dotnet ef migrations add "$name" --project "database/AbcdConnect.Migrations.$provider"
done
dotnet ef migrations script --idempotent --project database/AbcdConnect.Migrations.SqlServer --output database/sqlserver/abcdconnect.sql
