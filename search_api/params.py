"""What a search asks for, as it stands in a URL."""

import datetime
from typing import Annotated, Any, Literal, Self
from unicodedata import normalize
from urllib.parse import urlencode

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationInfo, field_validator
from pydantic_core import PydanticCustomError

from records.models import PartKind

# Together they reach OpenSearch's max_result_window of 10,000 and never beyond it.
MAX_PAGE = 100
MAX_SIZE = 100
# Three times the longest question of Folketing's, which is about 350 characters.
MAX_QUERY_CHARS = 1000
# Longer than any title; whoever has typed so much needs no completion.
MAX_TYPED_CHARS = 200
MAX_CHOICES = 50

UNKNOWN_DATE = "ukendt"
# The kind of error that a range of dates makes whose ends have changed places.
REVERSED_DATES = "reversed_dates"

Mode = Literal["hybrid", "keyword", "semantic"]
Month = Annotated[str, Field(pattern=rf"^([12][0-9]{{3}}-(0[1-9]|1[0-2])|{UNKNOWN_DATE})$")]
Choice = Annotated[str, Field(min_length=1, max_length=300)]


def _printable(q: str) -> str:
    # From a Mac "å" may come as "a" and a ring after it, which the index knows nothing of.
    whole = normalize("NFC", q)
    return " ".join("".join(c if c.isprintable() else " " for c in whole).split())


Words = Annotated[str, AfterValidator(_printable)]


class Typed(BaseModel):
    """What stands in the search field while someone types."""

    model_config = ConfigDict(frozen=True)

    q: Words = Field("", max_length=MAX_TYPED_CHARS, description="Det, der er skrevet indtil nu.")


class SearchParams(BaseModel):
    """A search; the fields and their defaults are the API's."""

    model_config = ConfigDict(frozen=True)

    q: Words = Field(
        "",
        max_length=MAX_QUERY_CHARS,
        description='Spørgsmål eller søgeord på dansk. "Ord i gåseøjne" skal stå sådan, -ord udelader, og '
        "ansvarlig:, punkt:, type: og udvalg: afgrænser, som i type:beslutning.",
    )
    mode: Mode = Field("hybrid", description="Ord og betydning sammen, eller kun en af dem.")
    date: tuple[Month, ...] = Field(
        (), max_length=MAX_CHOICES, description="Måneder som ÅÅÅÅ-MM; »ukendt« er møder uden dato."
    )
    date_from: datetime.date | None = Field(None, description="Tidligste mødedato.")
    date_to: datetime.date | None = Field(None, description="Seneste mødedato.")
    punkt: tuple[Choice, ...] = Field((), max_length=MAX_CHOICES, description="Punkters id.")
    ansvarlig: tuple[Choice, ...] = Field((), max_length=MAX_CHOICES, description="Navn eller kode.")
    type: tuple[PartKind, ...] = Field((), max_length=MAX_CHOICES, description="Del af punktet.")
    body: tuple[Choice, ...] = Field((), max_length=MAX_CHOICES, description="Mødeudvalgets navn.")
    sort: Literal["relevance", "date"] = Field("relevance", description="Mest relevante eller nyeste først.")
    page: int = Field(1, ge=1, le=MAX_PAGE, description="Side i resultatet.")
    size: int = Field(10, ge=1, le=MAX_SIZE, description="Hits på en side.")
    group: Literal["none", "punkt"] = Field("none", description="Saml hits under deres punkt.")
    explain: bool = Field(False, description="Fortæl, hvad hvert hits score består af.")

    @field_validator("date_to")
    @classmethod
    def _not_before_it_begins(
        cls, last: datetime.date | None, others: ValidationInfo
    ) -> datetime.date | None:
        first = others.data.get("date_from")
        if first and last and last < first:
            raise PydanticCustomError(REVERSED_DATES, "date_to ligger før date_from")
        return last

    @property
    def offset(self) -> int:
        """How many hits stand on the pages before this one."""
        return (self.page - 1) * self.size

    def unnarrowed(self) -> Self:
        """Return the search without anything chosen in the facets, from page 1."""
        nothing: dict[str, Any] = dict.fromkeys(("date", "punkt", "ansvarlig", "type", "body"), ())
        return self.model_copy(update={**nothing, "date_from": None, "date_to": None, "page": 1})

    def with_choice(self, facet: str, value: str) -> Self:
        """Return the search with the value of the facet chosen, or taken away where it was; from page 1.

        Choosing a month lets go of the range of dates, as the month's count did.
        """
        chosen: tuple[str, ...] = getattr(self, facet)
        added = PartKind(value) if facet == "type" else value
        without = tuple(one for one in chosen if one != value)
        toggled = without if value in chosen else (*chosen, added)
        changes: dict[str, Any] = {facet: toggled[:MAX_CHOICES], "page": 1}
        if facet == "date":
            changes |= {"date_from": None, "date_to": None}
        return self.model_copy(update=changes)

    def url(self, path: str) -> str:
        """Return the link to this search; what is as it would be unasked is left out."""
        stated = self.model_dump(mode="json", exclude_defaults=True)
        if self.explain:
            stated["explain"] = "true"
        return f"{path}?{urlencode(stated, doseq=True)}" if stated else path
