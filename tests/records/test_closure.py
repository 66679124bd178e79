import pytest

from records.closure import file_access, is_all_closed, meeting_access
from records.models import Access, Meeting, PageSpan, Part, PartKind, Punkt

SPAN = PageSpan(1, 1)


def meeting(*punkter: Punkt) -> Meeting:
    return Meeting("m", "Udvalg", None, "unknown", (), SPAN, punkter)


def punkt(number: int, access: Access = Access.OPEN, *parts: Part) -> Punkt:
    return Punkt(f"m-p{number}", str(number), "Titel", SPAN, access=access, parts=parts)


def part(document_id: str, access: Access = Access.OPEN) -> Part:
    return Part(PartKind.BILAG, (), 1, access=access, document_id=document_id)


@pytest.mark.parametrize(
    ("accesses", "expected"),
    [
        ((), Access.OPEN),
        ((Access.OPEN, Access.CLOSED), Access.OPEN),
        ((Access.CLOSED, Access.CLOSED), Access.CLOSED),
        ((Access.CONFIDENTIAL,), Access.CONFIDENTIAL),
    ],
)
def test_a_meeting_is_closed_only_when_nothing_in_it_is_open(
    accesses: tuple[Access, ...], expected: Access
) -> None:
    assert meeting_access(meeting(*(punkt(n, access) for n, access in enumerate(accesses)))) is expected


def test_one_closed_punkt_or_part_closes_the_file() -> None:
    assert file_access([meeting(punkt(1), punkt(2, Access.CLOSED))]) is Access.CLOSED
    assert (
        file_access([meeting(punkt(1, Access.OPEN, part("a", Access.CONFIDENTIAL)))]) is Access.CONFIDENTIAL
    )
    assert file_access([meeting(punkt(1, Access.OPEN, part("a")))]) is Access.OPEN


def test_nothing_of_a_file_is_open_where_its_punkter_or_its_parts_are_closed() -> None:
    both = meeting(
        punkt(1, Access.OPEN, part("a"), part("b", Access.CLOSED)),
        punkt(2, Access.CLOSED, part("b"), part("a")),
    )
    assert [is_all_closed([both], key) for key in ("a", "b", "c")] == [False, True, False]
    assert is_all_closed([meeting(punkt(1, Access.CLOSED))])


def test_what_is_closed_in_another_file_alone_does_not_close_this_one() -> None:
    both = meeting(
        punkt(1, Access.OPEN, part("a"), part("b", Access.CLOSED)), punkt(2, Access.CLOSED, part("b"))
    )
    assert file_access([both], "a") is Access.OPEN
    assert file_access([both], "b") is Access.CLOSED
