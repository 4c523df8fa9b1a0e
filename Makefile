# Two commands do everything on a fresh machine: `make demo` and `make test`.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
UV := $(BIN)/uv
INSTALL := $(UV) pip install --quiet --python $(BIN)/python --require-hashes
UV_VERSION := 0.13.9
QT_NEEDS := libegl1 libgl1 libxkbcommon0 libdbus-1-3 libfontconfig1 libglib2.0-0 fonts-dejavu-core
WINDOW_NEEDS := $(QT_NEEDS) libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-randr0 libxcb-render-util0 libxcb-shape0 libxkbcommon-x11-0
FREEZE_NEEDS := $(WINDOW_NEEDS) binutils libpython3-dev
BUS_NEEDS := $(WINDOW_NEEDS) xvfb openbox xdotool dbus at-spi2-core python3-gi gir1.2-atspi-2.0
OFFICE_NEEDS := chromium libreoffice-writer libreoffice-calc poppler-utils

.PHONY: demo test run check accessibility bench faults fuzz screenshots pictures samples language frozen lock clean

demo: $(VENV)/.run  ## make the environment and do the main job on the sample plans
	rm -rf build/demo
	$(BIN)/python -m nvworkshop demo --out build/demo

test: demo check frozen  ## the same, then every check and test, and the program as it is handed out

check: $(VENV)/.develop  ## format, lint, types, architecture, tests
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo
	$(BIN)/python -m pytest -n auto --dist worksteal

run: $(VENV)/.window  ## start the program
	$(BIN)/python -m nvworkshop

accessibility: $(VENV)/.develop  ## do three errands by keyboard and screen reader, and print what is heard
	$(BIN)/python -m tests.accessibility

bench: $(VENV)/.develop  ## measure against bare baselines, and write docs/benchmarks.md
	$(BIN)/python -m tests.benchmarks.book

faults: $(VENV)/.develop  ## break things on purpose for SECONDS (600), and tell what was lost; root tries more
	$(BIN)/python -m tests.faults $(SECONDS)

fuzz: $(VENV)/.develop  ## feed every reader with nonsense for SECONDS (600), led by atheris where it installs
	-@$(BIN)/python -c 'import atheris' 2>/dev/null || $(UV) pip install --quiet --python $(BIN)/python atheris==3.0.0
	$(BIN)/python -m tests.fuzzing $(SECONDS)

screenshots: $(VENV)/.develop  ## draw every screen with the sample plans into build/screenshots, and those of the guide
	$(BIN)/python -m ui.screenshots build/screenshots
	$(BIN)/python -m ui.screenshots.chosen docs/screens

pictures: $(VENV)/.develop  ## draw only the pictures that the readme and the help show
	$(BIN)/python -m ui.screenshots.chosen docs/screens

samples: $(VENV)/.run  ## build the sample plans anew
	$(BIN)/python -m sample_plans.build

language: $(VENV)/.develop  ## gather what the program says into the catalogue of every language
	$(BIN)/python -m ui.catalogue

frozen: $(VENV)/.freeze  ## build the program as a folder to copy, let it try itself, tell size and start
	rm -rf build/frozen
	$(BIN)/pyinstaller --log-level WARN --noconfirm build_installer.spec --distpath build/frozen --workpath build/freezing
	$(BIN)/python -m ui.freezing.trying build/frozen/nvworkshop

lock: $(VENV)/.develop  ## write the lock files anew from pyproject.toml
	$(UV) pip compile --quiet --universal --generate-hashes --no-emit-index-url --no-header pyproject.toml --group build -o requirements/run.txt
	$(UV) pip compile --quiet --universal --generate-hashes --no-emit-index-url --no-header pyproject.toml --group build --group freeze -c requirements/run.txt -o requirements/freeze.txt
	$(UV) pip compile --quiet --universal --generate-hashes --no-emit-index-url --no-header pyproject.toml --group build --group dev -o requirements/develop.txt

clean:  ## remove what the commands above made
	rm -rf $(VENV) build .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

$(UV):
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null || \
	  { [ "$$(id -u)" = 0 ] && apt-get update -qq && apt-get install -y -qq python3-venv; } || \
	  { echo "python3-venv is missing: sudo apt-get install python3-venv"; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check uv==$(UV_VERSION)

$(VENV)/.run: requirements/run.txt pyproject.toml | $(UV)
	$(INSTALL) -r requirements/run.txt
	$(UV) pip install --quiet --python $(BIN)/python --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.window: $(VENV)/.run
	@[ "$$(uname)" != Linux ] || $(BIN)/python -c 'import ctypes; ctypes.CDLL("libxcb-cursor.so.0")' 2>/dev/null || \
	  { [ "$$(id -u)" = 0 ] && apt-get update -qq && apt-get install -y -qq $(WINDOW_NEEDS); } || \
	  { echo "The window lacks libraries: sudo apt-get install $(WINDOW_NEEDS)"; exit 1; }
	@touch $@

$(VENV)/.freeze: requirements/freeze.txt $(VENV)/.run | $(UV)
	$(INSTALL) -r requirements/freeze.txt
	@[ "$$(uname)" != Linux ] || $(BIN)/python -m ui.freezing.lacking || \
	  { [ "$$(id -u)" = 0 ] && apt-get update -qq && apt-get install -y -qq $(FREEZE_NEEDS); } || \
	  { echo "Freezing lacks tools: sudo apt-get install $(FREEZE_NEEDS)"; exit 1; }
	@touch $@

$(VENV)/.develop: requirements/develop.txt $(VENV)/.run | $(UV)
	$(INSTALL) -r requirements/develop.txt
	@$(BIN)/python -c 'import PySide6.QtWidgets' 2>/dev/null || \
	  { [ "$$(id -u)" = 0 ] && apt-get update -qq && apt-get install -y -qq $(QT_NEEDS); } || \
	  { echo "Qt lacks libraries: sudo apt-get install $(QT_NEEDS)"; exit 1; }
	@command -v chromium >/dev/null && command -v soffice >/dev/null && command -v pdftotext >/dev/null || \
	  { [ "$$(id -u)" = 0 ] && apt-get update -qq && apt-get install -y -qq $(OFFICE_NEEDS); } || \
	  echo "Documents are not tried in other programs: sudo apt-get install $(OFFICE_NEEDS)"
	@[ "$$(uname)" != Linux ] || $(BIN)/python -c 'import sys; from tests.accessibility.bus import lacking; sys.exit(bool(lacking()))' 2>/dev/null || \
	  { [ "$$(id -u)" = 0 ] && apt-get update -qq && apt-get install -y -qq $(BUS_NEEDS); } || \
	  echo "Screen readers are not tried: sudo apt-get install $(BUS_NEEDS)"
	@touch $@
