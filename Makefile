# Two commands for everybody: `make demo` and `make test`.
# Each makes .venv, finds or installs a browser, and then runs. No root is needed but for the browser.

PYTHON  ?= python3
WORKERS ?= 2

VENV  := .venv
BIN   := $(VENV)/bin
STAMP := $(VENV)/.made

# Runs on any pip since 22.3, and needs none inside .venv: Debian's python3 comes without ensurepip.
PIP = if $(BIN)/python -m pip --version >/dev/null 2>&1; then set -- $(BIN)/python -m pip; \
      else set -- $(PYTHON) -m pip --python $(BIN)/python; fi; "$$@" --disable-pip-version-check

.PHONY: help demo test check format docs browser lock build clean
.DEFAULT_GOAL := help

help:
	@echo "make demo    visits to a practice company, judged: a scorecard here, and an HTML report"
	@echo "make test    everything that must be true: lint, types, tests"
	@echo "make check   lint and types alone"
	@echo "make format  puts the code in the one format"
	@echo "make docs    the documentation as a site, in dist/docs"
	@echo "make lock    pins the newest allowed versions in requirements-dev.lock"
	@echo "make build   the source archive and the wheel, in dist/"
	@echo "make clean   removes what was made, .venv too"

demo: browser
	@$(BIN)/cxprobe demo

# What fails is driven once more, alone: pytest lists it as "rerun". Only what fails twice is red.
test: check browser
	@$(BIN)/python -m pytest -n $(WORKERS) --dist loadscope --reruns 1 -rR

check: $(STAMP)
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy

format: $(STAMP)
	@$(BIN)/ruff check --fix-only --quiet .
	@$(BIN)/ruff format .

docs: $(STAMP)
	@$(BIN)/python -m sphinx -W -q -b html docs dist/docs
	@echo "Open dist/docs/index.html"

browser: $(STAMP)
	@$(BIN)/cxprobe install-browser

lock: $(STAMP)
	@$(PIP) install --quiet 'uv>=0.6'
	@$(BIN)/uv pip compile pyproject.toml --group dev --universal --python-version 3.11 --upgrade \
	  --generate-hashes --no-emit-index-url --custom-compile-command "make lock" --quiet \
	  --output-file requirements-dev.lock

build: $(STAMP)
	@$(BIN)/python -m build --no-isolation

clean:
	@rm -rf $(VENV) dist build .mypy_cache .ruff_cache .pytest_cache .hypothesis
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +

# Debian splits Python: without python3-venv there is no ensurepip, without python3-pip no pip. Either will do.
$(STAMP): pyproject.toml requirements-dev.lock
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
	  echo "cxprobe needs Python 3.11 or newer, and '$(PYTHON)' is not. Type" >&2; \
	  echo "  apt-get install -y python3 python3-pip" >&2; \
	  echo "as root, or name one: make PYTHON=/path/to/python3.12 $(MAKECMDGOALS)" >&2; exit 2; }
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null || $(PYTHON) -m pip --version >/dev/null 2>&1 || { \
	  echo "'$(PYTHON)' has neither pip nor ensurepip. Type, as root," >&2; \
	  echo "  apt-get install -y python3-pip" >&2; exit 2; }
	@echo "Making $(VENV) …"
	@$(BIN)/python -c '' 2>/dev/null || rm -rf $(VENV)
	@if $(PYTHON) -c 'import ensurepip' 2>/dev/null; then $(PYTHON) -m venv $(VENV); \
	  else $(PYTHON) -m venv --without-pip $(VENV); fi
	@$(PIP) install --quiet --require-hashes --requirement requirements-dev.lock
	@$(PIP) install --quiet --no-deps --no-build-isolation --editable .
	@touch $@
