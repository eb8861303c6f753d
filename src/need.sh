# Installs what is missing on Debian and Ubuntu; elsewhere says what to install. Sourced by run.sh and tests/run.sh.

say() { printf '%s\n' "$*"; }

fail() {
  printf '%s\n' "$*" >&2
  exit 1
}

# need_packages PACKAGE…: Debian packages, installed where they are not. Fails, saying what to do, where it may not.
need_packages() {
  local missing=()
  if ! command -v dpkg-query >/dev/null 2>&1; then
    return 0
  fi
  for package in "$@"; do
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
  done
  if [ ${#missing[@]} -eq 0 ]; then
    return 0
  fi
  say "Installing ${missing[*]} …"
  local as_root=()
  if [ "$(id -u)" -ne 0 ]; then
    if ! command -v sudo >/dev/null 2>&1; then
      say "Not installed: ${missing[*]}. As root, run: apt-get install ${missing[*]}"
      return 1
    fi
    as_root=(sudo)
  fi
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get update -qq >/dev/null 2>&1 || true
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null 2>&1
}

# The browser that prints the PDF, under the name it has here.
need_browser() {
  for browser in chromium chromium-browser google-chrome google-chrome-stable microsoft-edge msedge; do
    if command -v "$browser" >/dev/null 2>&1; then
      return 0
    fi
  done
  need_packages chromium || say "No browser could be installed. The PDF waits until Chromium, Chrome or Edge is; everything else works."
}

# Letters of every script, on the printed page as on the screen.
need_fonts() {
  need_packages fonts-noto-core || say "The Noto fonts could not be installed; a story in another script may print in another typeface."
}

need_sdks() {
  command -v dotnet >/dev/null 2>&1 || fail "The .NET 10 SDK is missing. Install dotnet-sdk-10.0 (see https://learn.microsoft.com/dotnet/core/install/linux) and run this again."
  dotnet --list-sdks | grep -q '^10\.' || fail "The .NET 10 SDK is missing; this machine has $(dotnet --version). Install dotnet-sdk-10.0 and run this again."
  command -v node >/dev/null 2>&1 || fail "Node.js 20 or later is missing. Install nodejs and npm and run this again."
  [ "$(node -p 'parseInt(process.versions.node)')" -ge 20 ] || fail "Node.js is $(node --version); 20 or later is needed."
  command -v npm >/dev/null 2>&1 || fail "npm is missing. Install npm and run this again."
}
