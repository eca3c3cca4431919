# Everything a machine does for onrecord. `make help` lists it; CI runs `make test` and `make check`.

PYTHON ?= python3
DATA ?=
BIN := .venv/bin
INSTALLER := .venv/.installer
RUNS := .venv/.runs
READY := .venv/.ready
INSTALL := VIRTUAL_ENV=$(CURDIR)/.venv $(BIN)/uv pip install
SCRIPTS := .venv/.islands
ISLANDS := $(shell find islands -name node_modules -prune -o -type f -print)
TESTS := $(wildcard tests/unit tests/integration tests/gate tests/harness)
UV_COMPILE := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-header --no-annotate --no-emit-index-url
CHROMIUM_HERE := { command -v chromium >/dev/null || test -n "$$CHROMIUM" || { \
	echo "== Chromium, from Debian's packages"; \
	apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium >/dev/null; }; }
export NO_MKDOCS_2_WARNING = 1
# The tests start many processes: each would compile every module anew where this is set.
unexport PYTHONDONTWRITEBYTECODE
# Trust what this machine trusts, as pip does.
export UV_SYSTEM_CERTS = 1

.DEFAULT_GOAL := help
.PHONY: help demo test fmt check browser islands bench train docs lock clean \
	check-types check-uses check-form check-walls check-islands check-site

help: ## list what can be made
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/\1\t\2/p' $(MAKEFILE_LIST) | expand -t 10

demo: $(SCRIPTS) ## the sample case: documents in, a record and its dossier out, in ./demo
	$(BIN)/onrecord demo demo

test: $(READY) ## every test; those in a browser where Chromium is there or may be fetched
	$(BIN)/pytest -n 2 --dist loadfile --no-loadscope-reorder $(TESTS)
	@if test "$(IN_BROWSER)" = later; then exit 0; fi; \
	if $(CHROMIUM_HERE); then $(BIN)/pytest -n 2 --dist loadfile --no-loadscope-reorder tests/browser; \
	else echo "== LEFT OUT: every test in a browser (tests/browser): there is no Chromium, and none" \
		"could be fetched; install it or set CHROMIUM, then: make browser" >&2; fi

fmt: $(READY) ## put the code in form
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .
	$(BIN)/python hatch_build.py format

check: $(READY) ## form, types, the walls of the house, and the site
	@# Each of them keeps one core busy: two at a time.
	@$(MAKE) --no-print-directory --jobs 2 --output-sync check-types check-uses check-form \
		check-walls check-islands check-site

check-types:
	$(BIN)/mypy

check-uses:
	$(BIN)/pyright

check-form:
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .

check-walls:
	$(BIN)/lint-imports

check-islands:
	$(BIN)/python hatch_build.py check

check-site:
	$(BIN)/mkdocs build --strict --quiet

browser: $(READY) ## the pages and whole tasks in a real browser (fetches Debian's Chromium if it may)
	@$(CHROMIUM_HERE) || { \
		echo "the browser tests need Chromium: install it, or set CHROMIUM to its path" >&2; exit 1; }
	$(BIN)/pytest -n 2 --dist loadfile --no-loadscope-reorder tests/browser

islands: $(RUNS) ## the scripts of the reading room, from islands/ into the package
	ONRECORD_ISLANDS=required $(BIN)/python hatch_build.py again

bench: $(READY) ## accuracy and speed into bench/RESULTS.md: make bench DATA=folder
	@test -n "$(DATA)" || { echo "say where the test data lies: make bench DATA=folder" >&2; exit 2; }
	$(BIN)/python -m bench run $(DATA)

train: ## the reader's weights, from corpora to file: make train DATA=folder [WITHOUT=polnear]
	@$(MAKE) --no-print-directory -f training/Makefile DATA="$(DATA)" WITHOUT="$(WITHOUT)"

docs: $(READY) ## write the generated pages and build the site into ./site
	$(BIN)/python docs/make_commands.py
	$(BIN)/python docs/make_codes.py
	$(BIN)/mkdocs build --strict --quiet
	@echo "the site is in site/; open site/index.html"

lock: $(INSTALLER) ## find the newest versions that fit and lock them, with their hashes
	echo uv | $(UV_COMPILE) --upgrade - -o requirements/installer.lock
	printf 'hatchling==1.27.0\neditables\nnodejs-wheel-binaries==24.19.0\n' | \
		$(UV_COMPILE) --upgrade pyproject.toml - -o requirements/runtime.lock
	$(UV_COMPILE) --upgrade pyproject.toml --extra dev -c requirements/runtime.lock \
		-o requirements/dev.lock

clean: ## remove all that was made, the environment included
	rm -rf .venv demo site dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
	rm -rf islands/node_modules src/onrecord/faces/room/static/*.js
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(INSTALLER): requirements/installer.lock
	@echo "== an environment of its own in .venv, for $$($(PYTHON) --version)"
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "onrecord needs Python 3.11 or newer: make PYTHON=python3.12 ..." >&2; exit 1; }
	@$(PYTHON) -m venv .venv || \
		{ echo "venv is missing; on Debian and Ubuntu: apt install python3-venv" >&2; exit 1; }
	@echo "== the installer, from its lock"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes \
		-r requirements/installer.lock
	@touch $@

$(RUNS): $(INSTALLER) requirements/runtime.lock pyproject.toml
	@echo "== what onrecord needs to run, each library at its locked version and hash"
	@$(INSTALL) --require-hashes -r requirements/runtime.lock
	@echo "== onrecord itself"
	@ONRECORD_ISLANDS=skip $(INSTALL) --quiet --no-deps --no-build-isolation -e .
	@touch $@

$(SCRIPTS): $(RUNS) hatch_build.py $(ISLANDS)
	@echo "== the scripts of the reading room"
	@$(BIN)/python hatch_build.py
	@touch $@

$(READY): $(RUNS) requirements/dev.lock | $(SCRIPTS)
	@echo "== what its tests and checks need (some 200 MB the first time)"
	@$(INSTALL) --require-hashes -r requirements/dev.lock
	@touch $@
