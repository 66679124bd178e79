"""Makes judged queries of questions as they were asked: ``python -m evaluation.asked HALF FILE …``.

Each line of a file is a question with the quotations that answer it, none where nothing in the files does:
``{"id", "query", "kind", "file", "quotes"}``. They are kept as digests among the judged queries of the half
that is named, text files and PDF files each in a collection of their own, those asked of the demo corpus in
one more (``--demo``). What that half held before goes, unless the new ones are added to it (``--add``).
"""

import argparse
import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, get_args

from pdfminer.high_level import extract_text

from evaluation.collection import ASKED_DEMO, ASKED_DEMO_JUDGED, ASKED_JUDGED, ASKED_PDF_JUDGED, SEEDS
from evaluation.judged import Half, quotation, words_of

# As many words of a quotation are kept; the first, which no other sentence begins with.
MOST_WORDS = 8
# What a question of the kind asks for; one that the files do not answer ends on this.
INTENTS = {
    "decision": "beslutning",
    "fact": "fakta",
    "when": "tid",
    "follow-up": "opfølgning",
    "latest": "nyt",
}
UNANSWERED = "-none"
NO_TEXTS: Mapping[str, str] = MappingProxyType({})

Json = dict[str, Any]


def judged_line(asked: Mapping[str, Any], half: Half, texts: Mapping[str, str] = NO_TEXTS) -> Json:
    """Return the question as a judged query.

    :param texts: of the files, by their names; a quotation that another file holds is placed there.
    """
    relevant = [_place(asked["file"], quote, texts) for quote in asked["quotes"]]
    return {
        "id": asked["id"],
        "query": asked["query"],
        "kind": asked["kind"],
        "intent": INTENTS[asked["kind"].removesuffix(UNANSWERED)],
        "half": half,
        "relevant": relevant,
        "answer": relevant[0] if relevant else None,
        "empty": not relevant,
    }


def with_half(lines: Iterable[Json], new: Iterable[Json], half: Half) -> list[Json]:
    """Return the judged queries with the new ones for all that the half held."""
    others = [line for line in lines if line["half"] != half]
    return sorted([*others, *new], key=lambda line: str(line["id"]))


def added(lines: Iterable[Json], new: Iterable[Json]) -> list[Json]:
    """Return the judged queries and the new ones, which take the place of those of the same id."""
    by_id = {str(line["id"]): line for line in (*lines, *new)}
    return [by_id[key] for key in sorted(by_id)]


def _place(named: str, quote: str, texts: Mapping[str, str]) -> Json:
    kept = quotation(" ".join(words_of(quote)[:MOST_WORDS]))
    holding = [name for name, text in texts.items() if kept.stands_in(text)]
    file = holding[0] if holding and named not in holding else named
    return {"file": file, "quote_sha256": kept.digest, "quote_words": kept.words}


def _texts(files: Iterable[Path]) -> dict[str, str]:
    return {file.name: _text(file) for file in files}


def _text(file: Path) -> str:
    if file.suffix == ".txt":
        return file.read_text(encoding="utf-8")
    return extract_text(file)


def _read(file: Path) -> list[Json]:
    if not file.exists():
        return []
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines() if line]


def main() -> None:
    """Read what was asked, and write it among the judged queries."""
    parser = argparse.ArgumentParser(description="Optager stillede spørgsmål blandt de bedømte.")
    parser.add_argument("half", choices=get_args(Half))
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--add", action="store_true", help="behold, hvad halvdelen rummer i forvejen")
    parser.add_argument("--demo", action="store_true", help="spørgsmålene er stillet til demokorpusset")
    told = parser.parse_args()
    asked = [line for file in told.files for line in _read(file)]
    texts = _texts(sorted(ASKED_DEMO.documents.glob("*.pdf") if told.demo else SEEDS.glob("*.txt")))
    kept_in = {"": ASKED_DEMO_JUDGED} if told.demo else {".txt": ASKED_JUDGED, ".pdf": ASKED_PDF_JUDGED}
    for suffix, judged in kept_in.items():
        new = [judged_line(one, told.half, texts) for one in asked if one["file"].endswith(suffix)]
        kept = _read(judged)
        lines = added(kept, new) if told.add else with_half(kept, new, told.half)
        text = "".join(f"{json.dumps(line, ensure_ascii=False)}\n" for line in lines)
        judged.write_text(text, encoding="utf-8")
        print(f"{judged.name}: {len(lines)} spørgsmål, {len(new)} af dem nye.")


if __name__ == "__main__":
    main()
