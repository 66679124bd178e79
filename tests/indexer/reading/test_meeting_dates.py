"""What a meeting's page says of how its date is known."""

from evaluation.read_report import read
from evaluation.reading.cases import DEMO


def test_a_date_in_a_weekend_is_doubted_in_words_that_say_why() -> None:
    reading = read(DEMO / "pdf" / "raadmandsmoede-2024-01-16.pdf")
    (meeting,) = reading.meetings
    assert meeting.evidence[0] == (
        "Indstillingens hoved siger lørdag den 13. januar 2024, men der holdes ikke møder om lørdagen"
    )
    assert reading.warnings[0].endswith(
        ", lørdag den 13. januar 2024, er ikke troværdig: der holdes ikke møder om lørdagen."
    )
