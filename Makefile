# One command for people and for CI. `make help` lists them.
PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes
export PYTHONUTF8 := 1

.DEFAULT_GOAL := help
.PHONY: help run test check format bench bench-peers reports fuzz heavy samples lock browser clean .venv

help: ## list the commands
	@grep -E '^[a-z.-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z.-]+):.*## /  \1\t/' | expand -t 16

run: .venv/.runtime ## create the environment, load the sample workbooks, serve the dashboard
	@$(BIN)/python app.py

.venv: .venv/.runtime ## only build the environment

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed: set PYTHON=/path/to/python3"; exit 1; }
	@$(PYTHON) -m venv .venv 2>/dev/null || { rm -rf .venv; sh tests/install_system.sh python3-venv && $(PYTHON) -m venv .venv; }

.venv/.runtime: requirements.lock | .venv/bin/python
	@echo "Installing the pinned packages (once; a few minutes on a slow line) ..."
	@$(PIP) -r requirements.lock
	@touch $@

.venv/.development: requirements-dev.lock | .venv/bin/python
	@echo "Installing the pinned packages for development ..."
	@$(PIP) -r requirements-dev.lock
	@touch .venv/.runtime $@

browser:
	@command -v chromium >/dev/null || sh tests/install_system.sh chromium

test: .venv/.development browser ## run all tests, in parallel
	@$(BIN)/python -m pytest -n auto -q

check: .venv/.development ## formatting, lint, types, import directions
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports

format: .venv/.development ## put the code in shape
	@$(BIN)/ruff format .
	@$(BIN)/ruff check --fix .

bench: .venv/.development ## measure speed side by side; writes build/bench.json
	@$(BIN)/python -m tests.bench

build/peers-venv/.installed: tests/bench/peers/requirements.lock
	@$(PYTHON) -m venv build/peers-venv
	@build/peers-venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r $<
	@touch $@

bench-peers: .venv/.development build/peers-venv/.installed ## measure a cold start against Streamlit and Datasette, in their own environment
	@$(BIN)/python -m tests.bench.peers

reports: .venv/.development ## growth agreement, published figures, calibration, coverage; writes build/reports
	@$(BIN)/python -m tests.reports

fuzz: .venv/.development ## read mutated workbooks: COUNT=2000
	@$(BIN)/python -m tests.fuzz $(or $(COUNT),2000)

heavy: .venv/.development ## long trials of the store: order, as-of, kill -9, two writers
	@$(BIN)/python -m tests.heavy

samples: .venv/.development ## make the sample workbooks anew from official ones in ../shared
	@$(BIN)/python -m tests.make_samples

lock: ## pin the dependencies anew, with hashes and without any registry address (needs uv)
	@uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes --no-annotate --no-header -q -o requirements.lock
	@uv pip compile pyproject.toml --group dev --universal --python-version 3.11 --generate-hashes --no-annotate --no-header -q -c requirements.lock -o requirements-dev.lock

clean: ## remove the environment, the database and everything built
	@rm -rf .venv build var
