#!/usr/bin/env bash
# The second command: installs what the tests need and runs all of them, the browser's included.
# Arguments go to `dotnet test`, such as: tests/run.sh --filter FullyQualifiedName~Metrics
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
. src/need.sh

need_sdks
need_browser
need_fonts
need_packages qpdf poppler-utils || say "qpdf or poppler-utils could not be installed; the tests of the PDF will fail and say so."
need_packages glpk-utils || say "glpk-utils could not be installed; the tests that hold our linear programs against GLPK will fail and say so."
need_packages python3-scipy || say "python3-scipy could not be installed; the test of the intervals against it will fail and say so."
need_packages python3-jsonschema python3-icalendar || say "python3-jsonschema or python3-icalendar could not be installed; the tests of what is shared openly will fail and say so."

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
# Hundreds of applications that live for a second each: what pays in a long life costs a sixth of the time here.
export DOTNET_TieredPGO=0 DOTNET_gcConcurrent=0
log=$(mktemp)
trap 'rm -f "$log"' EXIT

say "Building …"
if [ ! -d tests/AbcdConnect.Browser.Tests/node_modules/html-validate ]; then
  (cd tests/AbcdConnect.Browser.Tests && npm ci --no-audit --no-fund --silent) || fail "The HTML validator could not be installed."
fi
dotnet build AbcdConnect.sln --verbosity quiet --nologo || exit 1

# A test that waits for ever is ended and named, rather than the whole run cut off without a word.
run() {
  dotnet test "$@" --no-build --nologo --blame-hang-timeout 8m --blame-hang-dump-type none 2>&1 | tee -a "$log"
  return "${PIPESTATUS[0]}"
}

# The browser's tests wait for pages as people do: last and alone, with the whole machine.
outcome=0
run AbcdConnect.sln -p:BrowserTests=later "$@" || outcome=$?
run tests/AbcdConnect.Browser.Tests "$@" || outcome=$?

# "Passed!  - Failed:     0, Passed:     4, Skipped:     0, Total:     4 …", once a project.
read -r passed failed skipped < <(sed -nE 's/^.*(Passed|Failed|Skipped)! +- Failed: +([0-9]+), Passed: +([0-9]+), Skipped: +([0-9]+),.*$/\3 \2 \4/p' "$log" |
  awk '{ p += $1; f += $2; s += $3 } END { print p + 0, f + 0, s + 0 }')
say ""
say "$passed passed, $failed failed, $skipped skipped"
[ "$outcome" -eq 0 ] && [ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
