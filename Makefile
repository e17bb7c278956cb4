# Everything a newcomer needs: `make demo` and `make test`. What is missing on a new Debian 12 machine is installed first;
# the Swift toolchain (6.3 or later) is the one thing that has to be there.

SWIFT ?= swift
export SWIFT_BACKTRACE = enable=no

PACKAGES = build-essential git libsodium-dev libsqlite3-dev pkg-config

# What tests run beside our own programs, to see that others agree. Where it cannot be installed, the tests that need it are skipped and say so;
# where CI is set they are not.
TEST_PACKAGES = chromium fish golang-go golang-golang-x-mod-dev groff mandoc nano openssh-client openssl python3-venv vim zsh
TEST_PYTHON = fhirkit-rs==0.1.0 fhir.resources==8.3.0 axe-playwright-python==0.1.8
# The program for others to run: nothing of Swift has to be installed where it goes.
RELEASE = -c release --static-swift-stdlib --disable-local-rpath

TEST_VENV = $(CURDIR)/.build/audit-venv
# What Tests/Reader is written with.
READER_PYTHON = cryptography==48.0.0 PyNaCl==1.6.2

.PHONY: all demo test lint format bench docs-out deps test-deps clean

all: deps
	$(SWIFT) build

demo: deps
	$(SWIFT) build --product kluis
	@"$$($(SWIFT) build --show-bin-path)/kluis" demo

test: deps test-deps
	$(SWIFT) build --build-tests
	PATH="$(TEST_VENV)/bin:$$PATH" $(SWIFT) test --skip-build

lint:
	$(SWIFT) format lint --strict --recursive --parallel Package.swift Sources Tests

format:
	$(SWIFT) format --in-place --recursive --parallel Package.swift Sources Tests

# Measured is what others get: the runtime in the program.
bench: deps
	$(SWIFT) build $(RELEASE) --product kluis
	$(SWIFT) build $(RELEASE) --product kluis-bench
	@"$$($(SWIFT) build $(RELEASE) --show-bin-path)/kluis-bench"

# Manual pages and completions, as the program itself makes them, under DIR as they stand under /usr:
# `make docs-out DIR=debian/kluis/usr`. KLUIS is the program that makes them.
docs-out:
	@[ -n "$(DIR)" ] || { echo "Name the directory: make docs-out DIR=..."; exit 64; }
	@kluis="$(KLUIS)"; [ -n "$$kluis" ] || { $(SWIFT) build --product kluis && kluis="$$($(SWIFT) build --show-bin-path)/kluis"; } \
	&& umask 022 && export HOME="$${HOME:-/}" LC_ALL=C && for d in man/man1 man/nl/man1 bash-completion/completions zsh/vendor-completions \
	    fish/vendor_completions.d; do mkdir -p "$(DIR)/share/$$d" || exit 1; done \
	&& "$$kluis" man >"$(DIR)/share/man/man1/kluis.1" && "$$kluis" man --lang nl >"$(DIR)/share/man/nl/man1/kluis.1" \
	&& gzip -9nf "$(DIR)/share/man/man1/kluis.1" "$(DIR)/share/man/nl/man1/kluis.1" \
	&& "$$kluis" completions bash >"$(DIR)/share/bash-completion/completions/kluis" \
	&& "$$kluis" completions zsh >"$(DIR)/share/zsh/vendor-completions/_kluis" \
	&& "$$kluis" completions fish >"$(DIR)/share/fish/vendor_completions.d/kluis.fish"

deps:
	@missing=; for p in $(PACKAGES); do dpkg -s $$p >/dev/null 2>&1 || missing="$$missing $$p"; done; \
	if [ -n "$$missing" ]; then \
	    echo "Installing$$missing"; \
	    as_root=; [ "$$(id -u)" = 0 ] || as_root=sudo; \
	    $$as_root apt-get update -q && $$as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q $$missing; \
	fi
	@command -v $(SWIFT) >/dev/null || { echo "Swift 6.3 or later is needed: https://www.swift.org/install/linux/"; exit 1; }

test-deps:
	@missing=; for p in $(TEST_PACKAGES); do dpkg -s $$p >/dev/null 2>&1 || missing="$$missing $$p"; done; \
	as_root=; [ "$$(id -u)" = 0 ] || as_root=sudo; \
	{ [ -z "$$missing" ] || { echo "Installing$$missing" && $$as_root apt-get update -q \
	    && $$as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q $$missing; }; } \
	&& { [ "$$(cat "$(TEST_VENV)/installed" 2>/dev/null)" = "$(TEST_PYTHON) $(READER_PYTHON)" ] || { python3 -m venv "$(TEST_VENV)" \
	    && "$(TEST_VENV)/bin/pip" install -q $(TEST_PYTHON) $(READER_PYTHON) && echo "$(TEST_PYTHON) $(READER_PYTHON)" >"$(TEST_VENV)/installed"; }; } \
	|| { echo "Some programs of others cannot be installed: the tests that need them are skipped."; [ -z "$$CI" ]; }

PREFIX ?= /usr/local

.PHONY: install deb deb-test

install: deps
	$(SWIFT) build $(RELEASE) --product kluis
	install -D -s -m 755 "$$($(SWIFT) build $(RELEASE) --show-bin-path)/kluis" "$(DESTDIR)$(PREFIX)/bin/kluis"
	$(MAKE) --no-print-directory docs-out DIR="$(DESTDIR)$(PREFIX)" KLUIS="$(DESTDIR)$(PREFIX)/bin/kluis"

deb:
	rm -rf .build/deb
	$(MAKE) --no-print-directory install DESTDIR="$(CURDIR)/.build/deb/root" PREFIX=/usr
	.deb/build .build/deb/root

deb-test:
	.deb/test .build/deb/kluis_*.deb

clean:
	rm -rf .build
