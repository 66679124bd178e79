"""What is written of a passage: the parts of its compounds, in a field that finds and is not kept."""

from datetime import date

import numpy as np

from indexer.documents import passage_document
from mappings.loader import index_definition
from records.models import Access, PartKind, Passage

PASSAGE = Passage(
    id="p1",
    meeting_id="m1",
    body="Teknikudvalget",
    date=date(2030, 1, 8),
    date_source="stated",
    punkt_id="q1",
    punkt_number="1",
    punkt_title="Cykelstier",
    part=PartKind.REFERAT,
    ordinal=0,
    text="Vagtplaner og vagtplanen blev drøftet.",
    page=1,
    last_page=1,
    document_id="d1",
    file_name="eksempel.pdf",
    access=Access.OPEN,
    heading="Snerydning",
    bilag_title="Boligsocial plan",
)


def test_a_passage_tells_the_parts_of_the_compounds_in_its_text_titles_and_heading() -> None:
    _, document = passage_document(PASSAGE, np.zeros(2, dtype=np.float32), {})
    assert document["compound_parts"] == ["vagt plan", "cykel sti", "bolig social", "sne rydning"]


def test_parts_are_found_and_not_kept_with_the_passage() -> None:
    mappings = index_definition(2, 0, {})["mappings"]
    assert mappings["properties"]["compound_parts"]["analyzer"] == "danish_stemmed"
    assert "compound_parts" in mappings["_source"]["excludes"]
