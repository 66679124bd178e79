"""A reading as a tree for the terminal: pages on everything, a mark on what is inferred."""

from rich.markup import escape
from rich.tree import Tree

from records.models import Access, Bilag, Due, Meeting, PageSpan, Punkt, Reading

INFERRED = "[yellow]~ udledt[/yellow]"
_QUOTE_CHARS = 160


def reading_tree(file_name: str, reading: Reading) -> Tree:
    """Return what was read from a file as a tree."""
    head = f"[bold]{escape(file_name)}[/bold] · {reading.page_count} sider · dækning {reading.coverage:.1%}"
    tree = Tree(head)
    for meeting in reading.meetings:
        _add_meeting(tree, meeting)
    if reading.scanned_pages:
        tree.add(f"[red]Uden tekst:[/red] side {', '.join(map(str, reading.scanned_pages))}")
    for warning in reading.warnings:
        tree.add(f"[red]![/red] {escape(warning)}")
    return tree


def _add_meeting(tree: Tree, meeting: Meeting) -> None:
    day = meeting.date.isoformat() if meeting.date else "uden dato"
    mark = f" {INFERRED} ({meeting.confidence:.0%})" if meeting.date_source == "inferred" else ""
    branch = tree.add(
        f"[bold]{escape(meeting.body)}[/bold] {day}{mark} · {_pages(meeting.pages)} · {meeting.id}"
    )
    for evidence in meeting.evidence:
        branch.add(f"[dim]{escape(evidence)}[/dim]")
    for punkt in meeting.punkter:
        _add_punkt(branch, punkt)


def _add_punkt(tree: Tree, punkt: Punkt) -> None:
    notes = [_pages(punkt.pages)]
    notes += [f"{punkt.minutes} min"] if punkt.minutes else []
    notes += [punkt.category] if punkt.category else []
    notes += [f"[red]{punkt.access.value}[/red]"] if punkt.access is not Access.OPEN else []
    notes += punkt.sag
    branch = tree.add(f"Punkt {punkt.number}: [bold]{escape(punkt.title)}[/bold] · {' · '.join(notes)}")
    if punkt.beslutning:
        quote = escape(_shortened(punkt.beslutning.text))
        branch.add(f"[green]{punkt.beslutning.kind}[/green] »{quote}« · side {punkt.beslutning.page}")
    for follow_up in punkt.follow_ups:
        due = f" · {_due(follow_up.due)}" if follow_up.due else ""
        who = escape(", ".join(follow_up.who))
        branch.add(
            f"Opfølgning: {who}{due} · »{escape(_shortened(follow_up.quote))}« · side {follow_up.page}"
        )
    for item in punkt.budget_items:
        amounts = ", ".join(dict.fromkeys(amount.said for amount in item.amounts)) or "uden beløb"
        branch.add(f"Budget: {escape(item.what)} · {escape(amounts)} · side {item.page}")
    for person in punkt.ansvarlig:
        code = f" ({escape(person.code)})" if person.code and person.code != person.name else ""
        branch.add(f"[dim]{person.role}:[/dim] {escape(person.name)}{code} [dim]efter {person.source}[/dim]")
    for bilag in punkt.bilag:
        _add_bilag(branch, bilag)


def _add_bilag(tree: Tree, bilag: Bilag) -> None:
    number = f" {bilag.number}" if bilag.number is not None else ""
    closed = f" · [red]{bilag.access.value}[/red]" if bilag.access is not Access.OPEN else ""
    pages = f" · {_pages(bilag.pages)}" if bilag.pages else ""
    branch = tree.add(f"Bilag{number}: {escape(bilag.title)}{pages}{closed}")
    for item in bilag.agenda:
        minutes = f" · {item.minutes} min" if item.minutes else ""
        branch.add(f"[dim]{escape(item.number)}. {escape(item.title)}{minutes}[/dim]")


def _pages(span: PageSpan) -> str:
    return f"side {span.first}" if span.first == span.last else f"side {span.first}-{span.last}"


def _due(due: Due) -> str:
    return f"{escape(due.said)} ({due.first.isoformat()} til {due.last.isoformat()})"


def _shortened(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _QUOTE_CHARS else f"{text[:_QUOTE_CHARS].rstrip()} …"
