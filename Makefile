# make            build the data package in build/package
# make help       all targets
PYTHON ?= python3
VENV := .venv
RUN := $(VENV)/bin/python -m mandate_data
PACKAGE := build/package/datapackage.json
# Tests start many processes; what Python compiles for one is kept for the others, apart from the sources.
PYTEST := PYTHONDONTWRITEBYTECODE= PYTHONPYCACHEPREFIX='$(CURDIR)/$(VENV)/bytecode' $(VENV)/bin/python -m pytest
# A folder with full texts to read instead of the editions in raw/: make SOURCES=dir
SOURCES ?=

INPUTS := $(shell find raw schemas pipeline -type f ! -name '*.pyc' ! -path '*.egg-info*')
FULL_TEXTS := $(if $(SOURCES),$(wildcard $(SOURCES)/*))

.DEFAULT_GOAL := package
.PHONY: package test test-all test-without check lint types validate annotate sarif bench accuracy mutants torture fuzz release verify dist site serve clean help FORCE
.DELETE_ON_ERROR:

package: $(PACKAGE)  ## build the data package (the default)

$(PACKAGE): $(INPUTS) $(FULL_TEXTS) build/sources.txt $(VENV)/requirements.txt
	$(RUN) build --steps build/steps $(if $(SOURCES),--sources '$(SOURCES)')

# Remembers where the sources came from, so that another SOURCES rebuilds.
build/sources.txt: FORCE
	@mkdir -p build
	@echo '$(SOURCES)' | cmp -s - $@ || echo '$(SOURCES)' > $@

test: $(VENV)/requirements-dev.txt $(VENV)/node/package-lock.json  ## run the tests, but for the slow ones
	$(PYTEST) -m 'not slow'

test-all: $(VENV)/requirements-dev.txt $(VENV)/node/package-lock.json  ## run all tests, property tests with many examples
	$(PYTEST) --hypothesis-profile many

test-without: $(VENV)/requirements-dev.txt $(VENV)/node/package-lock.json  ## run tests on a machine that lacks things, each in turn
	$(VENV)/bin/python tests/without.py

check: lint types validate  ## lint, types, the package against its sources, and the releases against their ledger
	$(RUN) verify --no-rebuild --quiet

lint: $(VENV)/requirements-dev.txt
	$(VENV)/bin/ruff check .
	$(VENV)/bin/ruff format --check .

types: $(VENV)/requirements-dev.txt
	$(VENV)/bin/mypy
	$(VENV)/bin/python tests/project_types.py

validate: $(PACKAGE)
	$(RUN) validate build/package --thorough

annotate: $(VENV)/requirements.txt  ## build, with findings as annotations of a GitHub workflow
	$(RUN) build --quiet --format github

sarif: $(VENV)/requirements.txt  ## build, with findings in build/findings.sarif
	@mkdir -p build
	$(RUN) build --quiet --format sarif > build/findings.sarif

bench: $(PACKAGE) $(VENV)/requirements-bench.txt  ## measure the build, the start-up, large tables, the citation engine and corpora
	$(VENV)/bin/python tests/bench.py
	$(VENV)/bin/python tests/bench_tables.py
	PYTHONPATH=. $(VENV)/bin/python tests/bench_citations.py
	PYTHONPATH=.:tests/documents $(VENV)/bin/python tests/bench_documents.py
	PYTHONPATH=.:tests/documents $(VENV)/bin/python tests/bench_corpus.py

accuracy: $(VENV)/requirements.txt  ## how well citations are found in documents labelled by hand
	$(VENV)/bin/python tests/citations/citation_scoring.py

mutants: $(PACKAGE) $(VENV)/requirements-dev.txt  ## plant faults in copies of sources and package, and count those caught
	PYTHONPATH=. $(VENV)/bin/python tests/mutants.py

torture: $(VENV)/requirements-dev.txt  ## kills, full disks, hostile packages and documents, forgeries, odd servers: a table of what failed
	PYTHONPATH=tests $(VENV)/bin/python -m torture $(if $(EVERY),--every $(EVERY))

fuzz: $(VENV)/requirements-dev.txt  ## each parser of foreign input with thousands of made-up inputs
	$(VENV)/bin/python -m pytest tests/fuzz --hypothesis-profile fuzz

release: $(VENV)/requirements.txt  ## make a release: make release DATE=2027-01-31
	$(RUN) release --date '$(DATE)'

verify: $(VENV)/requirements.txt  ## check all releases, and make them again
	$(RUN) verify

dist: $(VENV)/requirements-dev.txt  ## binary forms of the latest release: SQLite, Parquet, Excel, zip; SIGN=key signs
	$(RUN) dist $(if $(SIGN),--sign '$(SIGN)')

site: $(VENV)/requirements-dev.txt  ## a website of the latest release: build/site/index.html; BASE=https://… where it will be
	$(RUN) site $(if $(BASE),--base '$(BASE)')

serve: site  ## the same at http://127.0.0.1:8000/; pages load again after each make site
	$(RUN) serve

clean:  ## delete what make made, but for releases
	rm -rf build/.*.partial build/dist/.*.partial raw/.*.partial build/.*.????????
	rm -rf build/package build/package.rejected build/releases.lock build/dist build/site build/steps build/sources.txt build/findings.sarif

help:  ## list the targets
	@sed -n 's/^\([a-z-]*\):.*  ## /make \1\t/p' Makefile | expand -t 20

$(VENV)/%.txt: %.txt
	test -x $(VENV)/bin/python || $(PYTHON) -m venv $(VENV)
	$(VENV)/bin/python -m pip install -qq --disable-pip-version-check -r $<
	$(VENV)/bin/python -m pip install -qq --disable-pip-version-check --no-deps --editable .
	cp $< $@

# Packages for Node.js that tests use.
$(VENV)/node/package-lock.json: tests/node/package-lock.json $(VENV)/requirements.txt
	@mkdir -p $(VENV)/node
	cp tests/node/package.json $< $(VENV)/node
	if command -v npm >/dev/null; then npm ci --prefix $(VENV)/node --ignore-scripts --no-audit --no-fund --silent; \
	else echo 'npm is not installed: what needs its packages is not tested'; fi

$(VENV)/requirements-dev.txt: $(VENV)/requirements.txt

$(VENV)/requirements-bench.txt: $(VENV)/requirements-dev.txt
