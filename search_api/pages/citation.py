"""A quotation with its source, to be pasted elsewhere."""

from search_api.models import MeetingRef
from search_api.pages.dates import place
from search_api.pages.microcopy import MICROCOPY


def citation(text: str, meeting: MeetingRef, number: str, title: str, page: int, url: str) -> str:
    """Return the quotation in Danish marks, with meeting, date, punkt, page and link."""
    form: str = MICROCOPY.answer.cite
    return form.format(text=text, place=place(meeting), number=number, title=title, page=page, url=url)
