#!/usr/bin/env bash
# Makes sure that there is a Chromium or Chrome for the browser tests; installs Debian's where it may.
set -euo pipefail
cd "$(dirname "$0")"

found() {
  node --input-type=module --eval "
    import { findChromium } from './browser.js';
    process.exit(findChromium() ? 0 : 1);"
}

if found; then
  exit 0
fi
if [[ $EUID -eq 0 ]] && command -v apt-get > /dev/null; then
  echo '== Installing Chromium for the browser tests'
  apt-get update
  DEBIAN_FRONTEND=noninteractive apt-get install --yes --no-install-recommends chromium
  exit 0
fi
echo 'The browser tests need Chromium or Chrome, and none was found.' >&2
echo 'On Debian, run as root: apt-get install chromium. Elsewhere, set CHROMIUM to the path of one.' >&2
exit 1
