"""What a search found, as it reads in the terminal."""

import re
from datetime import date
from html import unescape

from rich.padding import Padding
from rich.panel import Panel
from rich.text import Text

from records.danish_dates import danish_date
from records.settings import ApiSettings
from referatsoeg.terminal import out
from search_api.models import Answer, FollowUp, Hit, MeetingRef, Query, SearchResponse

_MARKED = re.compile("<mark>(.*?)</mark>")


def print_response(response: SearchResponse, api: ApiSettings) -> None:
    """Print the answer as a quotation with its source, then the hits with theirs."""
    site = f"http://{api.host}:{api.port}"
    if response.query.correction:
        out.print(_spelling(response.query))
    if response.answer:
        out.print(_answer_card(response.answer, site))
    if not response.hits:
        beyond = f"Der er {response.total} passager, men ingen så langt nede. Vælg en lavere side."
        out.print(beyond if response.total else "Der blev ikke fundet noget. Prøv med andre eller færre ord.")
        return
    out.print(f"{response.total} passager fundet på {response.took_ms} ms", style="dim")
    first = 1
    for number, hit in enumerate(response.hits, first):
        _print_hit(number, hit, site)


def _spelling(query: Query) -> Text:
    if query.is_corrected:
        found = f"Der blev ikke fundet noget for »{query.q}«. Derfor er der søgt efter »{query.correction}«."
        return Text(found)
    return Text(f"Mente du »{query.correction}«?")


def _answer_card(answer: Answer, site: str) -> Panel:
    card = Text()
    card.append(f"»{answer.text}«\n\n", style="bold")
    card.append(f"{_place(answer.meeting)} · punkt {answer.punkt.number}: {answer.punkt.title}")
    card.append(f" · side {answer.page}\n")
    if answer.proposed:
        card.append(f"Indstillet: »{answer.proposed}«\n")
    for follow_up in answer.follow_ups:
        card.append(f"Opfølgning: {_follow_up(follow_up)}\n")
    card.append(site + answer.url, style="cyan")
    return Panel(card, title=answer.kind.capitalize(), title_align="left", border_style="green")


def _print_hit(number: int, hit: Hit, site: str) -> None:
    head = Text(f"{number:2}. ")
    head.append(hit.punkt.title, style="bold")
    head.append(f"\n    {_place(hit.meeting)} · punkt {hit.punkt.number} · {hit.part} · side {hit.page}")
    out.print(head)
    for highlight in hit.highlights or (hit.text[:200],):
        out.print(Padding(marked(highlight), (0, 0, 0, 4)))
    if hit.why:
        parts = {name: value for name, value in hit.why.model_dump().items() if value is not None}
        out.print(
            Padding(Text(", ".join(f"{n} {v:.2f}" for n, v in parts.items()), style="dim"), (0, 0, 0, 4))
        )
    out.print(Padding(Text(site + hit.file_url, style="cyan"), (0, 0, 1, 4)))


def marked(highlight: str) -> Text:
    """Return the highlight with its marked words in bold and its HTML undone."""
    text = Text()
    for position, piece in enumerate(_MARKED.split(highlight)):
        text.append(unescape(piece), style="bold yellow" if position % 2 else "")
    return text


def _place(meeting: MeetingRef) -> str:
    if meeting.date is None:
        return f"{meeting.body}, dato ukendt"
    day = danish_date(date.fromisoformat(meeting.date))
    known = " (udledt)" if meeting.date_source == "inferred" else ""
    return f"{meeting.body} {day}{known}"


def _follow_up(follow_up: FollowUp) -> str:
    who = ", ".join(follow_up.who) or "ikke angivet"
    due = f", {follow_up.due.said}" if follow_up.due else ""
    return f"{who}{due}: »{follow_up.quote}«"
