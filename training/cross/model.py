"""The first layers of bge-small-zh-v1.5 as a cross-encoder: question and unit go in together, one score comes out."""

from pathlib import Path

import numpy as np
import torch
from torch import nn
from torch.nn import functional

WIDTH, HEADS = 512, 8


class Layer(nn.Module):
    """One layer of BERT (Devlin et al., 2019)."""

    def __init__(self) -> None:
        super().__init__()
        self.query, self.key, self.value, self.joined = (nn.Linear(WIDTH, WIDTH) for _ in range(4))
        self.wider, self.narrower = nn.Linear(WIDTH, 4 * WIDTH), nn.Linear(4 * WIDTH, WIDTH)
        self.after_attention, self.after_wider = nn.LayerNorm(WIDTH, 1e-12), nn.LayerNorm(WIDTH, 1e-12)
        self.drop = nn.Dropout(0.1)

    def forward(self, states: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        batch, length, _ = states.shape
        heads = [part(states).view(batch, length, HEADS, -1).transpose(1, 2) for part in (self.query, self.key, self.value)]
        weights = heads[0] @ heads[1].transpose(2, 3) / (WIDTH / HEADS) ** 0.5 + mask
        mixed = (torch.softmax(weights, -1) @ heads[2]).transpose(1, 2).reshape(batch, length, WIDTH)
        states = self.after_attention(states + self.drop(self.joined(mixed)))
        return self.after_wider(states + self.drop(self.narrower(functional.gelu(self.wider(states)))))


class CrossEncoder(nn.Module):
    """Token ids, types and mask of pairs → a score each: the logarithm of the odds that the unit answers."""

    def __init__(self, layers: int, words: int, positions: int) -> None:
        super().__init__()
        self.words, self.positions, self.types = (nn.Embedding(count, WIDTH) for count in (words, positions, 2))
        self.normed, self.drop = nn.LayerNorm(WIDTH, 1e-12), nn.Dropout(0.1)
        self.layers = nn.ModuleList(Layer() for _ in range(layers))
        self.score = nn.Linear(2 * WIDTH, 1)

    def forward(self, ids: torch.Tensor, types: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        places = torch.arange(ids.shape[1], device=ids.device)
        states = self.drop(self.normed(self.words(ids) + self.positions(places) + self.types(types)))
        away = (1.0 - mask.to(states.dtype))[:, None, None, :] * -10000.0
        for layer in self.layers:
            states = layer(states, away)
        kept = mask.to(states.dtype)[:, :, None]
        mean = (states * kept).sum(1) / kept.sum(1)
        return self.score(torch.cat([states[:, 0], mean], 1))[:, 0]


NAMES = {
    "attention.self.query": "query",
    "attention.self.key": "key",
    "attention.self.value": "value",
    "attention.output.dense": "joined",
    "attention.output.LayerNorm": "after_attention",
    "intermediate.dense": "wider",
    "output.dense": "narrower",
    "output.LayerNorm": "after_wider",
}


def from_bge(weights: Path, kept: list[int], positions: int) -> CrossEncoder:
    """The layers named of the model whose weights `weights.py` wrote; the score begins at nothing."""
    held = np.load(weights)
    tensor = lambda name: torch.tensor(held[name])  # noqa: E731
    model = CrossEncoder(len(kept), len(held["embeddings.word_embeddings.weight"]), positions)
    state = {
        "words.weight": tensor("embeddings.word_embeddings.weight"),
        "positions.weight": tensor("embeddings.position_embeddings.weight")[:positions],
        "types.weight": tensor("embeddings.token_type_embeddings.weight"),
        "normed.weight": tensor("embeddings.LayerNorm.weight"),
        "normed.bias": tensor("embeddings.LayerNorm.bias"),
        "score.weight": torch.zeros(1, 2 * WIDTH),
        "score.bias": torch.zeros(1),
    }
    for at, layer in enumerate(kept):
        for theirs, ours in NAMES.items():
            for part in ("weight", "bias"):
                state[f"layers.{at}.{ours}.{part}"] = tensor(f"encoder.layer.{layer}.{theirs}.{part}")
    model.load_state_dict(state)
    return model
