# Daftar: build, test, try out. `make help` lists the targets.

SWIFT ?= swift
PREFIX ?= /usr/local
DESTDIR ?=
PACKAGES = libgit2-dev libcmark-dev libyaml-dev libutf8proc-dev pkg-config tzdata

# The Swift libraries are linked into the binary; libgit2, libcmark, libyaml and utf8proc stay shared.
# Optimising across modules makes opening sealed texts an eighth faster.
RELEASE = -c release --static-swift-stdlib -Xswiftc -cross-module-optimization

# Tests make thousands of small registers: in memory, where programs may be started from it and there
# are 4 GB for them.
MEMORY = $(shell grep -qE ' /dev/shm [^ ]+ [^ ]*noexec' /proc/mounts || \
  df -k --output=avail /dev/shm 2>/dev/null | awk '$$1 + 0 > 4000000 { print "/dev/shm" }')

.PHONY: help setup build release demo test test-code test-whole test-build test-site test-attack lint \
  bench sample embed install man clean
# All build into .build, and SwiftPM lets one in at a time.
.NOTPARALLEL:

help:
	@echo 'make demo      a register from the sample cases, checked, with its pages'
	@echo 'make install   one binary, manual pages and completions below PREFIX ($(PREFIX))'
	@echo 'make test      all tests, that is:'
	@echo '  make test-whole   style check, then the tests in Swift (make lint: the style check alone)'
	@echo '  make test-site    pages and open data, with validators and a browser (SITE=folder for one)'
	@echo '  make test-attack  an attacker who works out hidden numbers (SIZES: cases a year)'
	@echo 'make test-code what to run all day: test-whole without the tests that damage whole copies'
	@echo 'make bench     measurements beside git'
	@echo 'make sample    cases/ anew from its stories;  make embed: the list of embedded files'

# Installs the Debian packages that are missing, and says which.
setup:
	@./.ci/setup $(PACKAGES)

build: setup
	$(SWIFT) build

release: setup
	$(SWIFT) build $(RELEASE) --product daftar

demo: build
	@rm -rf demo
	@.build/debug/daftar demo demo
	@.build/debug/daftar -C demo check
	@.build/debug/daftar -C demo publish check
	@.build/debug/daftar -C demo site build > /dev/null
	@echo
	@echo "The dashboard is at file://$(CURDIR)/demo/public/index.html"
	@echo 'Try next:'
	@echo '  .build/debug/daftar -C demo list --open'
	@echo '  .build/debug/daftar -C demo stats --as-of 2026-10-31'
	@echo '  .build/debug/daftar -C demo --as huda note 1 --text "Looked at it together."'

lint:
	$(SWIFT) format lint --strict --recursive --parallel Package.swift Sources Tests

test: test-whole test-site test-attack

RUN_TESTS = $(if $(MEMORY),TMPDIR=$(MEMORY)) $(SWIFT) test --skip-build --disable-xctest

# For all day: without the suites that damage, kill and bring together whole copies.
test-code: test-build
	DAFTAR_QUICK=1 $(RUN_TESTS)

test-whole: test-build
	$(RUN_TESTS)

test-build: setup lint
	$(SWIFT) build --build-tests

# Both sites of the sample register or, with SITE=folder, one that is there.
test-site: build
	Tests/site/run $(SITE)

SIZES ?= 150 400
test-attack: build
	Tests/attack/run $(SIZES)

bench: setup
	Tests/Benchmarks/run

# Writes cases/ from Sources/SampleRegister/stories, closes its past blocks, and lists the files for
# the binary: twice, because the blocks are closed by the program with the new cases inside.
sample: setup
	$(SWIFT) build --product SampleRegister
	rm -rf cases/publication
	.build/debug/SampleRegister cases
	Sources/CEmbedded/generate
	$(SWIFT) build --product daftar
	Sources/SampleRegister/close-blocks .build/debug/daftar cases
	Sources/CEmbedded/generate

embed:
	Sources/CEmbedded/generate

# By the argument parser's own tool, and from the binary that is installed: nothing is compiled twice.
man: release
	$(SWIFT) build $(RELEASE) --product generate-manual
	rm -rf .build/man
	mkdir -p .build/man
	.build/release/generate-manual .build/release/daftar --multi-page --output-directory .build/man
	cd .build/man && sed -i -E ':a; s/^(\.(Xr|Dt) [^ ]*)\.([^ ]*)/\1-\3/; ta' *.1 \
	  && for page in daftar.*.1; do mv "$$page" "$$(echo "$${page%.1}" | tr . -).1"; done

install: man
	install -d $(DESTDIR)$(PREFIX)/bin
	install -s -m 755 .build/release/daftar $(DESTDIR)$(PREFIX)/bin/daftar
	install -d $(DESTDIR)$(PREFIX)/share/bash-completion/completions
	.build/release/daftar --generate-completion-script bash > $(DESTDIR)$(PREFIX)/share/bash-completion/completions/daftar
	install -d $(DESTDIR)$(PREFIX)/share/zsh/site-functions
	.build/release/daftar --generate-completion-script zsh > $(DESTDIR)$(PREFIX)/share/zsh/site-functions/_daftar
	install -d $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d
	.build/release/daftar --generate-completion-script fish > $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/daftar.fish
	install -d $(DESTDIR)$(PREFIX)/share/man/man1
	install -m 644 .build/man/*.1 $(DESTDIR)$(PREFIX)/share/man/man1

clean:
	rm -rf .build demo public
