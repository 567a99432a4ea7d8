"""BM25 over character bigrams, fusion, and the figures that judge a ranking."""

import math
import re
from collections import Counter

import numpy as np

_RUN = re.compile(r"[\u3400-\u9fff]+|[a-z0-9.%&]+")


def bigrams(text: str) -> list[str]:
    """Chinese as overlapping pairs of characters, figures and Latin words whole."""
    found: list[str] = []
    for run in _RUN.findall(text.lower()):
        if "\u3400" <= run[0] <= "\u9fff":
            found += [run[i : i + 2] for i in range(len(run) - 1)] or [run]
        else:
            found.append(run)
    return found


class Lexical:
    """BM25 with the usual parameters."""

    def __init__(self, texts: list[str], k1: float = 1.2, b: float = 0.75) -> None:
        bags = [Counter(bigrams(t)) for t in texts]
        lengths = np.array([sum(bag.values()) for bag in bags], dtype=np.float32)
        norm = k1 * (1 - b + b * lengths / max(lengths.mean(), 1))
        self._count = len(texts)
        self._postings: dict[str, tuple[np.ndarray, np.ndarray]] = {}
        postings: dict[str, list[tuple[int, int]]] = {}
        for i, bag in enumerate(bags):
            for term, count in bag.items():
                postings.setdefault(term, []).append((i, count))
        for term, pairs in postings.items():
            rows = np.array([i for i, _ in pairs])
            counts = np.array([c for _, c in pairs], dtype=np.float32)
            rarity = math.log(1 + (len(texts) - len(pairs) + 0.5) / (len(pairs) + 0.5))
            self._postings[term] = rows, rarity * counts * (k1 + 1) / (counts + norm[rows])

    def scores(self, query: str) -> np.ndarray:
        total = np.zeros(self._count, dtype=np.float32)
        for term in set(bigrams(query)):
            if term in self._postings:
                rows, values = self._postings[term]
                total[rows] += values
        return total


def shares(scores: np.ndarray, zero: float, depth: int = 100) -> np.ndarray:
    """The first `depth` scores, from 0 at `zero` to 1 at the best; 0 for the rest."""
    out = np.zeros(len(scores), dtype=np.float32)
    best = np.argsort(-scores, kind="stable")[:depth]
    top = float(scores[best[0]])
    if top > zero:
        out[best] = np.maximum(scores[best] - zero, 0) / (top - zero)
    return out


def fuse(lexical: np.ndarray, dense: np.ndarray, weight: float, depth: int = 100) -> np.ndarray:
    """As the project fuses (src/retrieve/fuse.ts): a lexical score as a share of the best one, a dense score as a share of
    the range of its list; `weight` for the dense side, 1 for the lexical."""
    last = float(np.sort(dense)[-min(depth, len(dense))])
    return shares(lexical, 0.0, depth) + weight * shares(dense, last, depth)


def measures(scores: np.ndarray, right: set[int]) -> tuple[float, float, float, float, float]:
    """recall@1, @5, @10 (whether any right passage is there), MRR@10, nDCG@10 of one question."""
    ranks = [r for r, i in enumerate(np.argsort(-scores, kind="stable")[:10]) if int(i) in right]
    if not ranks:
        return 0.0, 0.0, 0.0, 0.0, 0.0
    gain = sum(1 / math.log2(r + 2) for r in ranks)
    ideal = sum(1 / math.log2(r + 2) for r in range(min(len(right), 10)))
    first = ranks[0]
    return float(first < 1), float(first < 5), 1.0, 1 / (first + 1), gain / ideal
