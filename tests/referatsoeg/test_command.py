"""The commands' names and options are a contract that other tools rely on."""

import pytest
from typer.testing import CliRunner

from referatsoeg.command import app

COMMANDS = {
    "index": [],
    "read": ["--json", "--tree"],
    "search": ["--json"],
    "serve": ["--port"],
    "demo": ["--no-serve"],
    "status": ["--json"],
    "evaluate": ["--mode", "--json"],
    "reindex": [],
    "withdraw": [],
    "doctor": [],
    "node start": [],
    "node stop": [],
    "node status": [],
}


@pytest.mark.parametrize("command", COMMANDS)
def test_every_promised_command_and_option_is_there(command: str) -> None:
    result = CliRunner().invoke(app, [*command.split(), "--help"], env={"COLUMNS": "200", "TERM": "dumb"})
    assert result.exit_code == 0, result.output
    assert not [option for option in COMMANDS[command] if option not in result.output]
