# Everything that people and CI run. Each target does its own set-up; Python >= 3.11 and make are enough.

PYTHON ?= $(shell for p in python3.13 python3.12 python3.11 python3 python; do \
	"$$p" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo "$$p" && break; done)
SERVE ?= 1
VENV := .venv
BIN := $(VENV)/bin
INSTALLED := $(VENV)/.installed
# Downloads and unpacked weights are shared by the demo and the tests.
export REFERATSOEG_CACHE_DIR ?= $(CURDIR)/var/cache
export PYTHONUNBUFFERED := 1

.PHONY: demo test test-st lint format bench corpus lock clean help

help: ## Vis, hvad der kan gøres
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 14

$(INSTALLED): requirements/lock.txt pyproject.toml
	@test -n "$(PYTHON)" || { echo "Python 3.11 eller nyere mangler. Installér det, og prøv igen."; exit 1; }
	@echo "Sætter .venv op med $(PYTHON) …"
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --progress-bar on --disable-pip-version-check \
		--require-hashes -r requirements/lock.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

demo: $(INSTALLED) ## Start en node, indeksér demokorpusset, stil spørgsmålet, vis søgesiden (SERVE=0 slutter)
	@REFERATSOEG_DATA_DIR="$${REFERATSOEG_DATA_DIR:-$(CURDIR)/var/demo}" \
		$(BIN)/referatsoeg demo $(if $(filter 0,$(SERVE)),--no-serve)

test: $(INSTALLED) ## Kør alle prøver
	@$(BIN)/python -m pytest

lint: $(INSTALLED) ## Se koden efter
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports

format: $(INSTALLED) ## Ret koden til
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

corpus: $(INSTALLED) ## Sæt demokorpusset op igen af dets kilder
	@$(BIN)/python -m corpus.typeset

clean: ## Fjern omgivelser og data, som make har lavet
	@rm -rf $(VENV) .venv-st var
