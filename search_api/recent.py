"""What a model made lately, kept for the next time it is asked for."""

import asyncio
from collections import OrderedDict
from collections.abc import Callable, Collection, Iterable
from typing import Generic, TypeVar

Key = TypeVar("Key")
Value = TypeVar("Value")


class Recent(Generic[Key, Value]):
    """Keeps the values that were asked for last, at most so many."""

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._kept: OrderedDict[Key, Value] = OrderedDict()

    async def values(
        self, keys: Collection[Key], make: Callable[[list[Key]], Iterable[Value]]
    ) -> dict[Key, Value]:
        """Return the values by their keys; those that are not kept are made at once, in a thread.

        :param make: returns the values of the keys, in their order.
        """
        found = {key: self._kept[key] for key in keys if key in self._kept}
        missing = list(dict.fromkeys(key for key in keys if key not in found))
        if missing:
            found |= zip(missing, await asyncio.to_thread(make, missing), strict=True)
        for key, value in found.items():
            self._keep(key, value)
        return found

    def _keep(self, key: Key, value: Value) -> None:
        """Keep the value, and let go of what was not asked for for longest."""
        self._kept[key] = value
        self._kept.move_to_end(key)
        if len(self._kept) > self._limit:
            self._kept.popitem(last=False)
