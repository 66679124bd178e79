# Everything that people and CI run. Each target does its own set-up; Python >= 3.11 and make are enough.

PYTHON ?= $(shell for p in python3.13 python3.12 python3.11 python3 python; do \
	"$$p" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo "$$p" && break; done)
SERVE ?= 1
VENV := .venv
BIN := $(VENV)/bin
INSTALLED := $(VENV)/.installed
ST_VENV := .venv-st
ST_INSTALLED := $(ST_VENV)/.installed
# Downloads and unpacked weights are shared by the demo and the tests.
export REFERATSOEG_CACHE_DIR ?= $(CURDIR)/var/cache
export PYTHONUNBUFFERED := 1

.PHONY: help demo test test-st lint format read-report relevance ablation likelihood adaptation bench lock screenshots corpus clean

help: ## Vis, hvad der kan gøres
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 14

# Makes an environment of a lock file; pip tells what it fetches as it goes.
define environment
	@test -n "$(PYTHON)" || { echo "Python 3.11 eller nyere mangler. Installér det, og prøv igen."; exit 1; }
	@echo "Sætter $(1) op med $(PYTHON) …"
	@$(1)/bin/python -m pip --version >/dev/null 2>&1 || $(PYTHON) -m venv --clear $(1) || \
		{ echo "Python mangler venv. På Debian: apt-get install python3-venv. Prøv så igen."; exit 1; }
	@$(1)/bin/python -m pip install --disable-pip-version-check --no-deps --require-hashes -r $(2)
	@$(1)/bin/python -m pip install --disable-pip-version-check --no-deps --no-build-isolation -e .
endef

$(INSTALLED): requirements/lock.txt pyproject.toml
	$(call environment,$(VENV),requirements/lock.txt)
	@touch $@

$(ST_INSTALLED): requirements/lock-st.txt pyproject.toml
	$(call environment,$(ST_VENV),requirements/lock-st.txt)
	@touch $@

demo: $(INSTALLED) ## Start en node, indeksér demokorpusset, stil spørgsmålet, vis søgesiden (SERVE=0 slutter)
	@REFERATSOEG_DATA_DIR="$${REFERATSOEG_DATA_DIR:-$(CURDIR)/var/demo}" \
		$(BIN)/referatsoeg demo $(if $(filter 0,$(SERVE)),--no-serve)

test: $(INSTALLED) ## Kør alle prøver
	@$(BIN)/python -m pytest

test-st: $(ST_INSTALLED) ## Prøv sprogmodeller og omrangering i sentence-transformers (henter ca. 3 GB)
	@$(ST_VENV)/bin/python -m pytest -m sentence_transformers tests/records/embedding tests/records/reranking

lint: $(INSTALLED) ## Se koden efter
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports

format: $(INSTALLED) ## Ret koden til
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

read-report: $(INSTALLED) ## Mål læsningen mod det, mennesker har fundet i filerne
	@$(BIN)/python -m evaluation.read_report

relevance: $(INSTALLED) ## Mål søgningen på de bedømte spørgsmål, og hold den over grænserne
	@$(BIN)/python -m referatsoeg.relevance_command check

ablation: $(INSTALLED) ## Vis, hvad hver del af søgningen giver
	@$(BIN)/python -m referatsoeg.relevance_command ablation

likelihood: $(INSTALLED) ## Find igen de vægte, som det mest sandsynlige svar vælges med
	@$(BIN)/python -m referatsoeg.relevance_command likelihood

adaptation: $(ST_INSTALLED) ## Lær sprogmodellen kommunernes sprog igen (tager en halv time; henter ca. 3 GB)
	@$(ST_VENV)/bin/python -m adaptation

bench: $(INSTALLED) ## Mål hastighed og hukommelse, hver ved siden af sin rival
	@$(BIN)/python -m benchmarks.embedding --passages 24 --batch-sizes 16
	@$(BIN)/python -m benchmarks.reading
	@REFERATSOEG_DATA_DIR="$${REFERATSOEG_DATA_DIR:-$(CURDIR)/var/demo}" $(BIN)/python -m benchmarks.pages
	@$(BIN)/python -m benchmarks.suggesting

lock: ## Lås afhængighederne igen (kræver uv)
	@uv pip compile --universal --python-version 3.11 --generate-hashes --no-header --quiet \
		--group dev --extra ocr pyproject.toml -o requirements/lock.txt
	@uv pip compile --universal --python-version 3.11 --generate-hashes --no-header --quiet \
		--group dev --group adaptation --extra sentence-transformers -c requirements/lock.txt \
		--override requirements/overrides-st.txt pyproject.toml -o requirements/lock-st.txt

screenshots: $(INSTALLED) ## Tag billeder af alle slags sider til docs/screenshots
	@REFERATSOEG_DATA_DIR="$${REFERATSOEG_DATA_DIR:-$(CURDIR)/var/demo}" $(BIN)/python docs/take_screenshots.py

corpus: $(INSTALLED) ## Sæt demokorpusset op igen af dets kilder
	@$(BIN)/python -m corpus.typeset

clean: ## Fjern omgivelser og data, som make har lavet
	@rm -rf $(VENV) .venv-st var
