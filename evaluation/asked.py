"""Makes judged queries of questions as they were asked: ``python -m evaluation.asked HALF FILE …``.

Each line of a file is a question with the quotations that answer it, none where nothing in the files does:
``{"id", "query", "kind", "file", "quotes"}``. They are kept as digests among the judged queries of the half
that is named, text files and PDF files each in a collection of their own; what that half held before goes.
"""

import argparse
import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, get_args

from evaluation.collection import ASKED_JUDGED, ASKED_PDF_JUDGED
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

Json = dict[str, Any]


def judged_line(asked: Mapping[str, Any], half: Half) -> Json:
    """Return the question as a judged query."""
    relevant = [_place(asked["file"], quote) for quote in asked["quotes"]]
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


def _place(file: str, quote: str) -> Json:
    kept = quotation(" ".join(words_of(quote)[:MOST_WORDS]))
    return {"file": file, "quote_sha256": kept.digest, "quote_words": kept.words}


def _read(file: Path) -> list[Json]:
    if not file.exists():
        return []
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines() if line]


def main() -> None:
    """Read what was asked, and write it among the judged queries."""
    parser = argparse.ArgumentParser(description="Optager stillede spørgsmål blandt de bedømte.")
    parser.add_argument("half", choices=get_args(Half))
    parser.add_argument("files", nargs="+", type=Path)
    told = parser.parse_args()
    asked = [line for file in told.files for line in _read(file)]
    for suffix, judged in ((".txt", ASKED_JUDGED), (".pdf", ASKED_PDF_JUDGED)):
        new = [judged_line(one, told.half) for one in asked if one["file"].endswith(suffix)]
        lines = with_half(_read(judged), new, told.half)
        text = "".join(f"{json.dumps(line, ensure_ascii=False)}\n" for line in lines)
        judged.write_text(text, encoding="utf-8")
        print(f"{judged.name}: {len(lines)} spørgsmål, {len(new)} af dem nye.")


if __name__ == "__main__":
    main()
