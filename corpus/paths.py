"""Where the demo corpus lies, in a checkout as in an installed package."""

from importlib.resources import files
from pathlib import Path

ROOT = Path(str(files("corpus")))
SOURCE_DIR = ROOT / "sources"
PDF_DIR = ROOT / "pdf"
TRUTH_DIR = ROOT / "truth"
REGISTER = ROOT / "register.toml"
JUDGED_SOURCE = SOURCE_DIR / "judged.txt"
JUDGED = ROOT / "judged.jsonl"
