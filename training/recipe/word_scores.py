"""BM25 scores of training questions for training passages, so that the table can learn what words alone miss."""

import json
import math
from collections import Counter
from pathlib import Path

import numpy as np
import torch

from .examples import Passage
from .ranking import bigrams

K1, B = 1.2, 0.75


class WordScores:
    """Character bigrams as in `ranking`, but read back from token ids: the words of a text in a row."""

    def __init__(self, tokenizer: Path, passages: list[Passage]) -> None:
        vocabulary = json.loads(tokenizer.read_text())["model"]["vocab"]
        self._words = [" ", " ", *(word for word, _ in vocabulary[2:])]
        bags = [Counter(t for part in (p.title, p.path, *p.parts) for t in bigrams(self._said(part))) for p in passages]
        holders = Counter(term for bag in bags for term in bag)
        self._terms = {term: i for i, term in enumerate(holders)}
        rarity = [math.log(1 + (len(bags) - n + 0.5) / (n + 0.5)) for n in holders.values()]
        lengths = np.array([bag.total() for bag in bags])
        norms = K1 * (1 - B + B * lengths / lengths.mean())
        self._rows: list[tuple[np.ndarray, np.ndarray]] = []
        for bag, norm in zip(bags, norms, strict=True):
            terms = np.fromiter((self._terms[t] for t in bag), np.int32, len(bag))
            weights = (rarity[self._terms[t]] * n * (K1 + 1) / (n + norm) for t, n in bag.items())
            self._rows.append((terms, np.fromiter(weights, np.float32, len(bag))))
        self._column = np.full(len(self._terms), -1, np.int64)

    def _said(self, ids: np.ndarray) -> str:
        return "".join(self._words[i] for i in ids)

    def shares(self, queries: list[np.ndarray], chosen: np.ndarray) -> torch.Tensor:
        """[queries, passages]: each score as a share of the query's best among the chosen passages."""
        asked = [{self._terms[t] for t in bigrams(self._said(q)) if t in self._terms} for q in queries]
        terms = np.array(sorted(set().union(*asked)), np.int64)
        self._column[terms] = np.arange(len(terms))
        held = np.zeros((len(chosen), len(terms)), np.float32)
        for row, i in enumerate(chosen):
            columns = self._column[self._rows[i][0]]
            known = columns >= 0
            held[row, columns[known]] = self._rows[i][1][known]
        wanted = np.zeros((len(queries), len(terms)), np.float32)
        for row, bag in enumerate(asked):
            wanted[row, self._column[list(bag)]] = 1
        self._column[terms] = -1
        scores = torch.from_numpy(wanted) @ torch.from_numpy(held).T
        return scores / (scores.amax(dim=1, keepdim=True) + 1e-6)
