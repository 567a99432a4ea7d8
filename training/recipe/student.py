"""The student: a table with one row a token; a text is the normalised sum of its rows."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer

from .settings import MAX_TOKENS

IGNORED = 2
"""Tokens below this id are padding and unknown: they count for nothing."""


class Cutter:
    """Texts to arrays of token ids, as the shipped tokenizer cuts them."""

    def __init__(self, path: Path) -> None:
        self._tokenizer = Tokenizer.from_file(str(path))

    def __call__(self, texts: Sequence[str]) -> list[np.ndarray]:
        found = self._tokenizer.encode_batch(list(texts))
        ids = [np.array(e.ids[:MAX_TOKENS], dtype=np.int64) for e in found]
        return [i[i >= IGNORED] for i in ids]

    def __len__(self) -> int:
        return self._tokenizer.get_vocab_size()


class Student(torch.nn.Module):
    """Rows carry both meaning (direction) and weight (length)."""

    def __init__(self, rows: np.ndarray, sparse: bool = True) -> None:
        super().__init__()
        self.table = torch.nn.EmbeddingBag.from_pretrained(
            torch.from_numpy(rows.astype(np.float32)), freeze=False, mode="sum", sparse=sparse
        )

    def forward(self, bags: Sequence[np.ndarray]) -> torch.Tensor:
        flat = torch.from_numpy(np.concatenate(bags))
        starts = torch.from_numpy(np.cumsum([0] + [len(b) for b in bags[:-1]]))
        return torch.nn.functional.normalize(self.table(flat, starts), dim=-1, eps=1e-6)

    def rows(self) -> np.ndarray:
        rows = self.table.weight.detach().numpy().copy()
        rows[:IGNORED] = 0
        return rows


def quantise(rows: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """int8 rows and a float scale for each; a row of zeros stays one."""
    scales = np.abs(rows).max(axis=1, keepdims=True) / 127
    safe = np.where(scales > 0, scales, 1)
    return np.round(rows / safe).astype(np.int8), scales.astype(np.float32)


def embed(bags: Sequence[np.ndarray], rows: np.ndarray) -> np.ndarray:
    """What the exported graph computes, in NumPy."""
    out = np.zeros((len(bags), rows.shape[1]), dtype=np.float32)
    for i, bag in enumerate(bags):
        if len(bag):
            total = rows[bag].sum(axis=0)
            out[i] = total / max(float(np.linalg.norm(total)), 1e-6)
    return out
