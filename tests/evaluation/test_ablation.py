import inspect

import pytest

from evaluation.ablation import VARIANTS, Variant


@pytest.mark.parametrize("variant", VARIANTS, ids=lambda variant: variant.name)
def test_what_stands_in_for_a_part_can_be_used_as_the_part_is(variant: Variant) -> None:
    if variant.module is None:
        return
    usual = getattr(variant.module, variant.part)
    assert callable(variant.instead) == callable(usual)
    if callable(usual):
        inspect.signature(variant.instead).bind(*inspect.signature(usual).parameters)
