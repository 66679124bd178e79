"""Whether a whole file may be shown: one closed page closes it, as a file cannot be shown in part."""

from records.models import Access, Part, Punkt, Reading


def file_access(reading: Reading) -> Access:
    """Return the access of the file that this was read from."""
    punkter = [punkt for meeting in reading.meetings for punkt in meeting.punkter]
    held: list[Punkt | Part] = [*punkter, *(part for punkt in punkter for part in punkt.parts)]
    return next((one.access for one in held if one.access is not Access.OPEN), Access.OPEN)
