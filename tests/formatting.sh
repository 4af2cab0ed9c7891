#!/usr/bin/env bash
# Checks the formatting of every tracked Rust file; `cargo fmt` would miss modules that a macro declares.
set -euo pipefail
cd "$(dirname "$0")/.."
git ls-files -z '*.rs' | xargs --null rustfmt --edition 2024 --check
