"""Questions that nobody means: each is answered, and none keeps the node busy."""

import time

import pytest
from fastapi.testclient import TestClient

from search_api.params import MAX_QUERY_CHARS, MAX_TYPED_CHARS

pytestmark = pytest.mark.integration

# What is asked for of a search that is well asked is far less; this many seconds are an attack's.
MOST_S = 2.0

QUESTIONS = {
    "many words": " ".join(f"kano{number}" for number in range(160)),
    "many compounds": " ".join(["byfest", "skovsø", "bybus", "vejsti", "husleje"] * 40),
    "words with the most variants": "ledig stilling leder ledelse lede trivsel ophør koste kost billet",
    "long words": " ".join("abcdefghijklmnopqrstuvwxyz"[n:] + "kvasarteleskop" for n in range(24)),
    "one long word": "børnehaveplads" * 80,
    "one word again and again": "bolig " * 170,
    "numbers": " ".join(map(str, range(300))),
    "paragraphs": "§§ " + ", ".join(map(str, range(1, 220))),
    "a paragraph sign": "§",
    "quotes": '"' * 900,
    "quoted words": " ".join(f'"a{number}"' for number in range(180)),
    "case numbers": " ".join(f"31/{number:05}" for number in range(110)),
    "stop words": "og i at det",
    "emoji": "😀" * 1000,
    "ideographs": "漢字" * 500,
    "quoted ideographs": '"' + "漢字" * 490 + '"',
    "combining signs": "a" + "\u0301" * 900,
    "control signs": "a\x00b\x01c\u202e",
    "dots": ".".join(["ab"] * 330),
    "query language": "*:* AND (sti OR bro)~2 [a TO b] \\ / {",
}


@pytest.mark.parametrize("mode", ["hybrid", "keyword", "semantic"])
@pytest.mark.parametrize("kind", QUESTIONS)
def test_whatever_is_asked_is_answered_soon(client: TestClient, kind: str, mode: str) -> None:
    began = time.perf_counter()
    response = client.get("/api/v1/search", params={"q": QUESTIONS[kind][:MAX_QUERY_CHARS], "mode": mode})
    assert response.status_code == 200, response.text
    assert time.perf_counter() - began < MOST_S


@pytest.mark.parametrize("kind", QUESTIONS)
def test_whatever_is_typed_gets_an_answer(client: TestClient, kind: str) -> None:
    response = client.get("/api/v1/suggest", params={"q": QUESTIONS[kind][:MAX_TYPED_CHARS]})
    assert response.status_code == 200, response.text
