# The commands of the project. Each installs what it needs and is missing, and says what it does.

MAKEFLAGS += --no-print-directory
SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.ONESHELL:
.SILENT:
.DEFAULT_GOAL := help

say = printf '\n== %s\n' "$(1)"

.PHONY: help
help:
	echo 'make serve   build the editor and serve it on http://127.0.0.1:8080'
	echo 'make dev     the same, built again and reloaded on every change'
	echo 'make build   write the static site to dist/'
	echo 'make check   formatting, lints and tests of the native code, in seconds'
	echo 'make test    everything that must hold, the browser tests too'
	echo 'make bench   measure the engine and the page beside others'

.PHONY: serve
serve: build
	$(call say,Serving dist/ until Ctrl-C)
	node_modules/.bin/vite preview

.PHONY: dev
dev: page-tools
	$(call say,Serving with reload on change until Ctrl-C)
	node_modules/.bin/vite

.PHONY: build
build: page-tools
	$(call say,Building the page into dist/)
	node_modules/.bin/vite build --logLevel warn
	$(call say,Building the element for docs pages into dist/embed/)
	node_modules/.bin/vite build --config vite.element.config.js --logLevel warn
	cargo xtask notices

.PHONY: check
check: lint-tools
	$(call say,Formatting)
	tests/formatting.sh
	$(call say,Lints)
	cargo clippy --all-targets --quiet -- -D warnings
	$(call say,Tests)
	cargo test --quiet

.PHONY: test
test: page-tools lint-tools chromium
	node tests/all.js

.PHONY: bench
bench: build chromium
	node benches/run.js

# What must be there.

.PHONY: rust
rust:
	if ! command -v cargo > /dev/null; then
		echo 'Rust is missing. Install it from https://rustup.rs, then run this command again.' >&2
		exit 1
	fi

.PHONY: page-tools
page-tools: rust wasm-target node_modules/.package-lock.json

.PHONY: wasm-target
wasm-target: rust
	if [[ ! -d "$$(rustc --print sysroot)/lib/rustlib/wasm32-unknown-unknown" ]]; then
		$(call say,Installing Rust's WebAssembly target)
		rustup target add wasm32-unknown-unknown
	fi

.PHONY: lint-tools
lint-tools: rust
	if ! cargo clippy --version > /dev/null 2>&1 || ! cargo fmt --version > /dev/null 2>&1; then
		$(call say,Installing clippy and rustfmt)
		rustup component add clippy rustfmt
	fi

node_modules/.package-lock.json: package.json package-lock.json .npmrc
	if ! node --eval 'const [major, minor] = process.versions.node.split(".").map(Number);
			process.exit(major > 20 || (major === 20 && minor >= 19) ? 0 : 1)' 2> /dev/null; then
		echo 'Node 20.19 or newer is needed, with npm. Install it from https://nodejs.org, then run this command again.' >&2
		exit 1
	fi
	$(call say,Installing the npm packages)
	npm ci
	touch $@

.PHONY: chromium
chromium:
	tests/browser/install-chromium.sh
