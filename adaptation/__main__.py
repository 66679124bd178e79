"""Teaches the model anew, and keeps what it has learned: `make adaptation`."""

from random import Random
from typing import Final

import torch
from rich.console import Console
from rich.progress import Progress
from safetensors.numpy import save_file

from adaptation.learning import found_first, learn
from adaptation.model import Model
from adaptation.pairs import Pair, load_pairs, split
from records.embedding.adaptation import FILE
from records.embedding.weights import bundled_weights_file, read_weights

SEED: Final = 1


def main() -> None:
    """Learn from the pairs, tell how it goes, and write the file."""
    console = Console()
    torch.manual_seed(SEED)
    learned, kept_aside = split(load_pairs())
    model = Model.of(read_weights(bundled_weights_file()))
    console.print(f"{len(learned)} par at lære af, {len(kept_aside)} holdt til side.")
    console.print(_found(model, kept_aside))
    with Progress(console=console) as bars:
        step = bars.add_task("Lærer", total=None)
        for done, (left, loss) in enumerate(learn(model, learned, Random(SEED)), 1):
            bars.update(step, description=f"Lærer, tab {loss:.2f}", completed=done, total=done + left)
    console.print(_found(model, kept_aside))
    save_file(model.learned(), FILE)
    console.print(f"Skrev {FILE}.")


def _found(model: Model, pairs: list[Pair]) -> str:
    share = found_first(model, pairs, Random(SEED))
    return f"Af omskrivningerne til side ligger {share:.1%} nærmest deres egen tekst."


if __name__ == "__main__":
    main()
