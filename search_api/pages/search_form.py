"""A search as the search page asks for it: the API's, gathered by punkt unless asked otherwise."""

from typing import Literal

from pydantic import Field, field_validator

from search_api.params import SearchParams


class PageParams(SearchParams):
    """A search from the page's form; a field left empty is a field not used."""

    group: Literal["none", "punkt"] = Field("punkt", description="Saml hits under deres punkt.")

    @field_validator("date_from", "date_to", mode="before")
    @classmethod
    def _empty_is_nothing(cls, value: object) -> object:
        return value or None

    @property
    def is_narrowed(self) -> bool:
        """Whether some facet, or the range of dates, has been chosen."""
        chosen = (self.date, self.punkt, self.ansvarlig, self.type, self.body)
        return any(chosen) or self.date_from is not None or self.date_to is not None

    @property
    def asks_nothing(self) -> bool:
        """Whether the page was opened without a search."""
        return not self.q and not self.is_narrowed and self.sort == "relevance" and self.page == 1

    def changed(self, **changes: object) -> "PageParams":
        """Return the search with these changes, from its first page."""
        return self.model_validate(self.model_dump() | {"page": 1} | changes)

    def widened(self) -> "PageParams":
        """Return the search without anything chosen in the facets."""
        return PageParams(q=self.q, mode=self.mode, sort=self.sort)
