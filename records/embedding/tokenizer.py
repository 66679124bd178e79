"""The tokenizer of multilingual-e5-small, made from the vocabulary that comes with the weights."""

from typing import Final

from tokenizers import Regex, Tokenizer, decoders, models, normalizers, pre_tokenizers, processors

from records.embedding.weights import Vocabulary

TOKENIZER_FILE: Final = "tokenizer.json"

_WORD_START = "▁"
# What SentencePiece's `nmt_nfkc` rule does beyond NFKC. Compared over every code point with the map that
# lies in the weights' file: NUL, U+FF5E and U+1F23B differ, no other.
_DROPPED = "[\x00-\x08\x0b\x0e-\x1f\x7f\x8f\x9f]"
_BLANK = "[\t\n\x0c\r\u1680\u200b-\u200f\u2028\u2029\u2581\ufeff\ufffd]"


def build_tokenizer(vocabulary: Vocabulary) -> Tokenizer:
    """Return the tokenizer, which neither pads nor cuts."""
    tokenizer = Tokenizer(
        models.Unigram(list(vocabulary.pieces), unk_id=vocabulary.unknown, byte_fallback=False)
    )
    tokenizer.normalizer = normalizers.Sequence(
        [
            normalizers.Replace(Regex(_DROPPED), ""),
            normalizers.Replace(Regex(_BLANK), " "),
            normalizers.NFKC(),
            normalizers.Replace(Regex(" {2,}"), " "),
        ]
    )
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace(_WORD_START, prepend_scheme="always", split=True)
    tokenizer.decoder = decoders.Metaspace(_WORD_START, prepend_scheme="always")
    tokenizer.add_special_tokens(list(special_tokens(vocabulary).values()))
    tokenizer.post_processor = _between(vocabulary)
    return tokenizer


def special_tokens(vocabulary: Vocabulary) -> dict[str, str]:
    """Return the special pieces by the names that Hugging Face gives their roles."""
    start, end = vocabulary.piece(vocabulary.start), vocabulary.piece(vocabulary.end)
    return {
        "bos_token": start,
        "cls_token": start,
        "eos_token": end,
        "sep_token": end,
        "unk_token": vocabulary.piece(vocabulary.unknown),
        "pad_token": vocabulary.piece(vocabulary.padding),
        "mask_token": vocabulary.piece(vocabulary.mask),
    }


def _between(vocabulary: Vocabulary) -> processors.TemplateProcessing:
    start, end = vocabulary.piece(vocabulary.start), vocabulary.piece(vocabulary.end)
    return processors.TemplateProcessing(
        single=f"{start} $A {end}",
        pair=f"{start} $A {end} {end} $B {end}",
        special_tokens=[(start, vocabulary.start), (end, vocabulary.end)],
    )
