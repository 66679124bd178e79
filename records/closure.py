"""What closes what: a page its whole file, and a meeting only when nothing in it is open."""

from collections.abc import Iterable

from records.models import Access, Meeting, Part, Punkt


def meeting_access(meeting: Meeting) -> Access:
    """Return the access of the meeting: open as long as one of its punkter is."""
    found = [punkt.access for punkt in meeting.punkter]
    return found[0] if found and Access.OPEN not in found else Access.OPEN


def file_access(meetings: Iterable[Meeting], document_id: str | None = None) -> Access:
    """Return the access of a file: one closed page closes it, as a file cannot be shown in part.

    :param document_id: the file asked about, where the meetings hold other files too.
    """
    held: list[Punkt | Part] = []
    for punkt in (punkt for meeting in meetings for punkt in meeting.punkter):
        parts = [part for part in punkt.parts if document_id in (None, part.document_id)]
        if parts or document_id is None:
            held += [punkt, *parts]
    return next((one.access for one in held if one.access is not Access.OPEN), Access.OPEN)


def is_all_closed(meetings: Iterable[Meeting], document_id: str | None = None) -> bool:
    """Tell whether nothing that a file holds is open.

    :param document_id: the file asked about, where the meetings hold other files too.
    """
    held = [
        (punkt.access, part.access if part else Access.OPEN)
        for meeting in meetings
        for punkt in meeting.punkter
        for part in punkt.parts or (None,)
        if document_id is None or (part and part.document_id == document_id)
    ]
    return bool(held) and (Access.OPEN, Access.OPEN) not in held
