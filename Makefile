# Two commands, each doing all of its own set-up: `make demo` and `make test`.
# The first Python that runs, is new enough and can make environments: a shim that names a version may still not run.
PYTHON ?= $(shell for python in python3.13 python3.12 python3.11 python3; do \
    $$python -c 'import ensurepip, sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$python && break; done)
VENV   ?= .venv
BIN    := $(VENV)/bin

.PHONY: demo test check cases bench clean

demo: $(VENV)/.installed
	$(BIN)/verbale demo

test: $(VENV)/.installed-test
	$(BIN)/ruff check src tests bench
	$(BIN)/ruff format --check src tests bench
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest

# The scores of the reader against hand-made readings, where ../shared is there.
cases: $(VENV)/.installed-test
	$(BIN)/python bench/cases.py

bench: $(VENV)/.installed-test
	$(BIN)/python bench/reading.py
	$(BIN)/python bench/pages.py
	$(BIN)/python bench/startup.py

$(VENV)/bin/python:
	@test -n "$(PYTHON)" || { echo "Verbale needs Python 3.11 or newer: install it, or name it with PYTHON=/path/to/python3"; exit 2; }
	$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); exit 2; }

$(VENV)/.installed: $(VENV)/bin/python pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	touch $@

$(VENV)/.installed-test: $(VENV)/bin/python pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[test]'
	touch $(VENV)/.installed $@

clean:
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
