"""Typeset the demo corpus: every source into a PDF and its truth, and the judged queries with their pages."""

import json
from pathlib import Path

from corpus.book import Book, lay_out, write_pdf
from corpus.judged import judged_queries
from corpus.paths import JUDGED, JUDGED_SOURCE, PDF_DIR, SOURCE_DIR, TRUTH_DIR
from corpus.source import read_source
from corpus.truth import truth


def typeset(source: Path, pdf_dir: Path, truth_dir: Path) -> Book:
    """Typeset one source and write down what a reader should find in it."""
    sections = read_source(source)
    book = lay_out(sections)
    write_pdf(book, pdf_dir / f"{source.stem}.pdf")
    text = json.dumps(truth(sections, book), ensure_ascii=False, indent=1)
    (truth_dir / f"{source.stem}.json").write_text(text + "\n", encoding="utf-8")
    return book


def main() -> None:
    """Typeset everything; ends with what was made."""
    for folder in (PDF_DIR, TRUTH_DIR):
        folder.mkdir(exist_ok=True)
    books = {
        f"{source.stem}.pdf": typeset(source, PDF_DIR, TRUTH_DIR)
        for source in sorted(set(SOURCE_DIR.glob("*.txt")) - {JUDGED_SOURCE})
    }
    queries = list(judged_queries(JUDGED_SOURCE, books))
    lines = [json.dumps(query, ensure_ascii=False) for query in queries]
    JUDGED.write_text("\n".join(lines) + "\n", encoding="utf-8")
    pages = sum(len(book.pages) for book in books.values())
    print(f"{len(books)} filer, {pages} sider, {len(queries)} bedømte søgninger")


if __name__ == "__main__":
    main()
