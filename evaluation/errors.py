"""What can go wrong with the data an evaluation is given."""

from records.errors import ReferatsoegError


class EvaluationDataError(ReferatsoegError):
    """Judged queries or a BEIR folder cannot be used; the message says why."""
