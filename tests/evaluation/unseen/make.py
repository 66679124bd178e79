"""Sets the unseen files again: ``python tests/evaluation/unseen/make.py a b``."""

import argparse
import json
from pathlib import Path

from manuscript import Manuscript, read_manuscript
from plain import write_plain
from sheets import Press
from truth import truth
from word import write_word

HERE = Path(__file__).parent


def make(source: Path, into: Path) -> Manuscript:
    """Set one manuscript in the form that it asks for, and write its truth."""
    script = read_manuscript(source)
    form = script.values.get("form", "pdf")
    path = into / "files" / f"{source.stem}.{form}"
    match form:
        case "pdf":
            Press(script).press(path)
        case "docx":
            write_word(script, path)
        case _:
            write_plain(script, path)
    text = json.dumps(truth(script), ensure_ascii=False, indent=1)
    (into / "truth" / f"{source.stem}.json").write_text(text + "\n", encoding="utf-8")
    return script


def main() -> None:
    parser = argparse.ArgumentParser(description="Sæt de usete filer op igen af deres manuskripter.")
    parser.add_argument("batches", nargs="+", choices=("a", "b"))
    parser.add_argument("--into", type=Path, default=HERE, help="mappe, som a og b lægges i")
    arguments = parser.parse_args()
    for name in arguments.batches:
        into = arguments.into / name
        for folder in ("files", "truth"):
            (into / folder).mkdir(parents=True, exist_ok=True)
        for source in sorted((HERE / name / "sources").glob("*.txt")):
            script = make(source, into)
            pages = {page for part in script.sections for block in part.blocks for page in block.pages}
            print(f"{name}/{source.stem}: {len(pages)} sider")


if __name__ == "__main__":
    main()
