"""What the model has learned of Danish municipal language: a small addition to each of its linear layers.

An addition is the product of two thin matrices (LoRA, Hu et al. 2021, section 4.1): a layer's weight,
out × in, becomes ``weight + up @ down``, where ``up`` is out × rank and ``down`` rank × in. `make adaptation`
learns them.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray
from safetensors import SafetensorError
from safetensors.numpy import load_file

from records.errors import EmbeddingError

FILE: Final = Path(__file__).with_name("adaptation.safetensors")

UP, DOWN = "up", "down"

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Adaptation:
    """The thin matrices, by the name of the tensor they add to and which of the two they are."""

    matrices: Mapping[str, NDArray[np.floating]]

    def check(self, shapes: Mapping[str, tuple[int, ...]]) -> None:
        """Return if every addition fits the tensor it is made for.

        :raises EmbeddingError: if one does not.
        """
        for name in {name.rpartition(".")[0] for name in self.matrices}:
            up, down = self._pair(name)
            if up is None or down is None or not _fits(up.shape, down.shape, shapes.get(name)):
                raise EmbeddingError(_UNFIT, detail=name)

    def add(self, name: str, tensor: Floats) -> Floats:
        """Return the tensor with what was learned for it, float32; most have nothing to add."""
        up, down = self._pair(name)
        if up is None or down is None:
            return tensor
        return tensor + up.astype(np.float32) @ down.astype(np.float32)

    def _pair(self, name: str) -> tuple[NDArray[np.floating] | None, NDArray[np.floating] | None]:
        return self.matrices.get(f"{name}.{UP}"), self.matrices.get(f"{name}.{DOWN}")


NO_ADAPTATION: Final = Adaptation({})

_UNFIT = (
    "Sprogmodellens tilpasning passer ikke til dens vægte. Installér Referatsøg igen, eller sæt "
    "REFERATSOEG_EMBEDDING__ADAPTED=false for at bruge modellen uden."
)


def _fits(up: tuple[int, ...], down: tuple[int, ...], shape: tuple[int, ...] | None) -> bool:
    return up[1:] == down[:1] and (*up[:1], *down[1:]) == shape


def read_adaptation(file: Path = FILE) -> Adaptation:
    """Return what was learned.

    :raises EmbeddingError: if the file is missing or damaged.
    """
    try:
        return Adaptation(load_file(file))
    except (OSError, SafetensorError) as error:
        raise EmbeddingError(_UNFIT, detail=str(error)) from error
