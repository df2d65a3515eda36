# `make` alone lists the targets.

SWIFT ?= swift
# One file that needs no Swift where it runs, and touches less memory than one that loads its libraries.
RELEASE_BUILD = $(SWIFT) build -c release --static-swift-stdlib
FOLDERS = Package.swift Sources Connectors Demo Benchmarks Tests
RELEASE = .build/release
MAN = .build/man
PREFIX ?= /usr/local
ALONE = HarkCurlTests|HarkConformanceTests|HarkStoreTests|HarkCommandsTests|HarkScreenTests|HarkFlowTests|HarkServerTests

.DEFAULT_GOAL := help
.PHONY: help demo build test release man install bench bench-triage keywords lint format check conformance record clean requirements

help: ## list the targets
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 16

demo: requirements ## build release, start everything on loopback, play a day into it, stay up (ARGS=--exit ends)
	@echo "Building release; the first time takes about ten minutes on two cores."
	$(RELEASE_BUILD) --product hark
	$(RELEASE_BUILD) --product hark-demo
	@exec $(RELEASE)/hark-demo $(ARGS)

build: requirements ## build everything for debugging, tests too; imports that the manifest does not declare are errors
	$(SWIFT) build --build-tests --explicit-target-dependency-import-check error

test: build ## run the whole test suite, one target after the other: they ask for the machine's clock and ports
	$(SWIFT) test --skip-build --skip '$(ALONE)'
	for target in HarkCurlTests HarkConformanceTests HarkStoreTests HarkServerTests HarkCommandsTests HarkScreenTests HarkFlowTests; do \
		$(SWIFT) test --skip-build --filter $$target || exit 1; \
	done

release: requirements ## build the release binary .build/release/hark
	$(RELEASE_BUILD) --product hark
	@ls -l $(RELEASE)/hark

man: release ## write a manual page for each command into .build/man
	scripts/man.sh $(RELEASE)/hark $(MAN)

install: man ## install hark, its manual pages and completions below /usr/local (PREFIX=FOLDER elsewhere)
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/share/man/man1
	install $(RELEASE)/hark $(DESTDIR)$(PREFIX)/bin/hark
	install -m 644 $(MAN)/*.1 $(DESTDIR)$(PREFIX)/share/man/man1
	for place in bash:bash-completion/completions/hark zsh:zsh/site-functions/_hark fish:fish/vendor_completions.d/hark.fish; do \
		file=$(DESTDIR)$(PREFIX)/share/$${place#*:}; \
		install -d $${file%/*} && $(RELEASE)/hark completion $${place%%:*} > $$file || exit 1; \
	done

bench: requirements ## measure intake and inbox
	$(RELEASE_BUILD) --product hark
	$(RELEASE_BUILD) --product hark-bench
	$(RELEASE)/hark-bench $(ARGS)

bench-triage: release ## measure triage beside vaderSentiment, and count its instructions
	scripts/bench-triage.sh $(RELEASE)/hark

keywords: release ## learn the shipped keyword tables anew from ../shared/triage (or HARK_SHARED) and curation.tsv
	$(RELEASE)/hark keywords rebuild $(or $(HARK_SHARED),../shared)/triage --keywords Config/keywords

lint: ## check the layout and that every public declaration is documented
	$(SWIFT) format lint --strict --recursive --parallel $(FOLDERS)

format: ## mend the layout
	$(SWIFT) format --in-place --recursive --parallel $(FOLDERS)

check: lint test ## what must hold before a change is merged
	scripts/check-docs.sh

record: build ## write the golden files anew; read the difference before you commit it
	HARK_RECORD=1 $(SWIFT) test --skip-build --filter "GoldenTests|PictureTests|ScriptedDay"

conformance: requirements ## hold every network against recorded payloads in $HARK_SHARED (ARGS=--network=NAME for one)
	$(SWIFT) build --product hark-conformance
	@.build/debug/hark-conformance $(ARGS)

clean: ## remove what was built and the demo's folder
	$(SWIFT) package clean
	rm -rf demo-data

requirements: ## check for Swift, libcurl and SQLite; as root install what is missing
	@scripts/requirements.sh
