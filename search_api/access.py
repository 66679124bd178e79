"""Who reads, and what that reader may see."""

from dataclasses import dataclass
from typing import Any

from records.models import Access

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Reader:
    """Someone who reads; ``sees`` are the access classes that are open to them."""

    sees: frozenset[Access]


# Today's only reader: anyone.
ANYONE = Reader(frozenset({Access.OPEN}))


def access_filter(reader: Reader) -> Json:
    """Return the filter that every query to the store carries, so that nothing else is found or counted."""
    return {"terms": {"access": sorted(reader.sees)}}


def may_see(reader: Reader, access: str) -> bool:
    """Tell whether the reader may see something of this access class; what is unheard of is closed."""
    return access in {str(seen) for seen in reader.sees}
