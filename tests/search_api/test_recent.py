import asyncio

from search_api.recent import Recent


class Doubling:
    """Doubles numbers, and remembers which it was given."""

    def __init__(self, limit: int) -> None:
        self.made: list[list[int]] = []
        self._recent: Recent[int, int] = Recent(limit)

    def __call__(self, *numbers: int) -> dict[int, int]:
        return asyncio.run(self._recent.values(numbers, self._double))

    def _double(self, numbers: list[int]) -> list[int]:
        self.made.append(numbers)
        return [2 * number for number in numbers]


def test_only_what_is_not_kept_is_made_each_once_and_all_together() -> None:
    double = Doubling(limit=10)
    assert double(1, 2, 2) == {1: 2, 2: 4}
    assert double(3, 2, 1, 4) == {1: 2, 2: 4, 3: 6, 4: 8}
    assert double(4, 1) == {4: 8, 1: 2}
    assert double.made == [[1, 2], [3, 4]]


def test_what_was_not_asked_for_for_longest_goes_first() -> None:
    double = Doubling(limit=2)
    for number in (1, 2, 1, 3, 1, 2):
        double(number)
    assert double.made == [[1], [2], [3], [2]]


def test_more_than_can_be_kept_is_still_given() -> None:
    assert Doubling(limit=1)(1, 2, 3) == {1: 2, 2: 4, 3: 6}
