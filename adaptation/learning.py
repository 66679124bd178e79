"""Learning: to tell each question's passage from the others of its subject."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from random import Random
from typing import Final

import torch
from torch.nn import functional
from torch.optim import AdamW
from torch.optim.lr_scheduler import OneCycleLR

from adaptation.model import Model
from adaptation.pairs import Pair, batches
from records.embedding import invented_text
from records.embedding.text import PASSAGE_PREFIX, QUERY_PREFIX
from records.models import PartKind

EPOCHS: Final = 3
BATCH: Final = 32
# Of each passage's questions so many are asked at a time, others the next time.
QUESTIONS: Final = 3
RATE: Final = 1e-3
# What cosines are multiplied by before they are weighed against each other.
SHARPNESS: Final = 50.0

# What stands around a passage in the index moves its vector, so the passages stand in the like.
_BODIES = ("Rådmandsmøde", "Udvalgsmøde", "Byrådsmøde", "Socialudvalget", "Teknisk Udvalg", "Møde")
_FIRST_DAY, _DAYS = date(2012, 1, 1), 5000


def learn(model: Model, pairs: Sequence[Pair], rng: Random) -> Iterator[tuple[int, float]]:
    """Teach the model the pairs, and yield after each batch how many are left, and its loss."""
    plan = [batch for _ in range(EPOCHS) for batch in batches(pairs, BATCH, rng)]
    learned = [parameter for parameter in model.network.parameters() if parameter.requires_grad]
    optimiser = AdamW(learned, lr=RATE)
    rate = OneCycleLR(optimiser, RATE, total_steps=len(plan), pct_start=0.1, anneal_strategy="linear")
    model.network.train()
    for done, batch in enumerate(plan, 1):
        loss = _loss(model, batch, rng)
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
        rate.step()
        yield len(plan) - done, loss.item()


def found_first(model: Model, pairs: Sequence[Pair], rng: Random) -> float:
    """Return the share of the paraphrases that lie nearer their own passage than any other."""
    asked = [(question, own) for own, pair in enumerate(pairs) for question in pair.paraphrases]
    model.network.eval()
    with torch.no_grad():
        passages = model.vectors([_dressed(pair, rng) for pair in pairs])
        nearest = (model.vectors([QUERY_PREFIX + question for question, _ in asked]) @ passages.T).argmax(1)
    return float((nearest == torch.tensor([own for _, own in asked])).float().mean())


def _loss(model: Model, batch: Sequence[Pair], rng: Random) -> torch.Tensor:
    """Return how far the questions are from choosing their own passages.

    It is InfoNCE (van den Oord et al. 2018, equation 4); the batch's other passages are the wrong ones.
    """
    asked = [
        (QUERY_PREFIX + question, own)
        for own, pair in enumerate(batch)
        for question in rng.sample(pair.questions, QUESTIONS)
    ]
    passages = model.vectors([_dressed(pair, rng) for pair in batch])
    questions = model.vectors([question for question, _ in asked])
    own = torch.tensor([own for _, own in asked])
    return functional.cross_entropy(SHARPNESS * questions @ passages.T, own)


def _dressed(pair: Pair, rng: Random) -> str:
    """Return the pair's passage as the index embeds one, of some meeting or other."""
    text = invented_text(
        pair.text,
        body=rng.choice(_BODIES),
        day=_FIRST_DAY + timedelta(days=rng.randrange(_DAYS)),
        title=pair.title,
        part=rng.choice(list(PartKind)),
    )
    return PASSAGE_PREFIX + text
