#!/usr/bin/env bash
# The first command: installs what is missing, builds, and serves AbcdConnect with the demo borough.
# Settings come from the environment, as for the application itself: Data__Folder, Database__Provider, ASPNETCORE_URLS …
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
. src/need.sh

need_sdks
need_browser
need_fonts
need_packages qpdf || say "qpdf could not be installed; agenda packs list the papers instead of holding them."

export ASPNETCORE_ENVIRONMENT="${ASPNETCORE_ENVIRONMENT:-Development}"
export ASPNETCORE_URLS="${ASPNETCORE_URLS:-http://127.0.0.1:5080}"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

say "Building …"
dotnet build src/AbcdConnect.Web --configuration Release --verbosity quiet --nologo -p:RunAnalyzers=false
exec dotnet src/AbcdConnect.Web/bin/Release/net10.0/AbcdConnect.Web.dll --contentRoot "$PWD/src/AbcdConnect.Web" "$@"
