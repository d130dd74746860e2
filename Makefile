# What a newcomer needs: `make run`, `make test`, `make ui`. Each target brings its own set-up up to date first.
# PYTHON names the interpreter (3.11 to 3.13) that the environment is made with.

PYTHON ?= $(shell for p in python3.13 python3.12 python3.11 python3; do \
	$$p -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] < (3, 14))' 2>/dev/null && echo $$p && break; done)
BIN := .venv/bin
LANDING ?= examples/landing
ARGS ?=
EMPTY ?= 1000000

.DEFAULT_GOAL := help
.PHONY: help run ui test native interpreted fuzz lint types format bench accuracy docs answers lock clean

help: ## this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /  make \1\t/' | expand -t 20

$(BIN)/python:
	@test -n "$(PYTHON)" || { echo "Dragoman needs Python 3.11, 3.12 or 3.13 (set PYTHON=…)"; exit 2; }
	$(PYTHON) -m venv .venv

.venv/.installed: $(BIN)/python requirements.lock pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

.venv/.installed-dev: .venv/.installed requirements-dev.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r requirements-dev.lock
	@touch $@

run: .venv/.installed ## read the example articles and show what was found
	$(BIN)/dragoman run --landing $(LANDING) $(ARGS)

ui: .venv/.installed ## the Dagster UI and its daemon on this machine
	$(BIN)/dragoman up --landing $(LANDING) $(ARGS)

test: .venv/.installed-dev ## every test, the browser's too
	$(BIN)/python -m pytest $(ARGS)

native: .venv/.installed-dev interpreted ## compile what reads texts: half as fast again, the same results
	$(BIN)/python -m assets.running.native $(ARGS)

interpreted: ## undo that
	find assets -name '*.so' -delete
	rm -rf build *__mypyc.*.so assets/compiled.json

fuzz: .venv/.installed-dev ## parse ten thousand broken files and such as reach new code, then a million empty ones
	$(BIN)/uv pip install --quiet --python $(BIN)/python --only-binary :all: --group fuzz || echo "atheris does not install here: random files only"
	$(BIN)/python -m tests.fuzz.run $(ARGS)
	$(BIN)/python -m tests.fuzz.empty --files $(EMPTY)

lint: .venv/.installed-dev ## ruff and the import rules
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports

types: .venv/.installed-dev ## mypy --strict
	$(BIN)/mypy

format: .venv/.installed-dev ## put the code in shape
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: .venv/.installed-dev ## measure speed and memory (docs/performance.md)
	$(BIN)/python -m benchmarks $(ARGS)

accuracy: .venv/.installed-dev ## measure the reading on the labelled corpus (docs/accuracy.md)
	$(BIN)/python -m benchmarks.accuracy $(ARGS)

docs: .venv/.installed-dev ## make the site of the docs: build/docs/index.html
	$(BIN)/python -m orchestration.reference
	NO_MKDOCS_2_WARNING=1 $(BIN)/python -m mkdocs build --strict --quiet
	@echo "$(CURDIR)/build/docs/index.html"

answers: .venv/.installed-dev ## type what the docs say, and write down the answers that have changed: ARGS="README.md docs/tutorial.md"
	$(BIN)/python -m tests.docs $(ARGS)

lock: .venv/.installed-dev ## solve the dependencies anew
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
		--no-header --output-file requirements.lock pyproject.toml
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
		--no-header --constraint requirements.lock --group dev --output-file requirements-dev.lock
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
		--no-header --constraint requirements.lock --all-extras --output-file requirements-scale.lock pyproject.toml

clean: interpreted ## remove the environment and the tools' caches, never the data
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis *.egg-info build
