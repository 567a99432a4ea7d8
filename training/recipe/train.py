"""Step 5. Trains the table: first to match the teacher, then also to find passages."""

import argparse
import json
import random
import time

import numpy as np
import torch
from torch.nn.functional import cross_entropy

from .examples import Batches, Examples, Mixture, build
from .lexicon import read_lexicon
from .settings import DIMENSIONS, SEED, THREADS, Folders, sampled
from .student import IGNORED, Cutter, Student

TEMPERATURE = 0.05
KINDS = {"sentences": 0.3, "clauses": 0.15, "headings": 0.08, "passages": 0.12, "questions": 0.15, "terms": 0.05, "words": 0.15}


def load_targets(folders: Folders, dimensions: int) -> tuple[dict[str, tuple[list[str], np.ndarray]], np.ndarray]:
    """Teacher vectors, centred, projected on their main directions and normalised; and the words' raw projections."""
    raw = {}
    for kind in KINDS:
        texts = json.loads((folders.work / "targets" / f"{kind}.json").read_text())
        raw[kind] = (texts, np.load(folders.work / "targets" / f"{kind}.npy").astype(np.float32))
    sample = np.concatenate([raw[k][1] for k in ("sentences", "clauses", "questions", "headings", "passages")])
    mean = sample.mean(axis=0)
    _, vectors = np.linalg.eigh(np.cov((sample - mean).T))
    axes = vectors[:, ::-1][:, :dimensions]
    unit = {}
    for kind, (texts, values) in raw.items():
        projected = (values - (values.mean(axis=0) if kind == "words" else mean)) @ axes
        unit[kind] = (texts, projected / np.linalg.norm(projected, axis=1, keepdims=True))
    return unit, unit["words"][1]


def initial_rows(folders: Folders, words: np.ndarray) -> np.ndarray:
    """The teacher's vector of each word, the frequent ones shortened (SIF); figures and letters almost nothing."""
    counts = json.loads((folders.work / "word-counts.json").read_text())
    place = {w: i for i, w in enumerate(json.loads((folders.work / "targets" / "words.json").read_text()))}
    words = words[[place[w] for w in counts]]
    total = sum(counts.values())
    weight = np.array([1e-3 / (1e-3 + c / total) for c in counts.values()], dtype=np.float32)
    tiny = np.array([w.isdigit() and len(w) == 1 or w in ".%/" for w in counts])
    weight[tiny] = 0.02
    return np.concatenate([np.zeros((IGNORED, words.shape[1]), np.float32), words * weight[:, None]])


class Trainer:
    """Holds what every step needs."""

    def __init__(self, folders: Folders, arguments: argparse.Namespace, mixture: Mixture = Mixture()) -> None:
        self._cutter = Cutter(folders.work / "tokenizer.json")
        self._folders, self._arguments = folders, arguments
        self._rng = np.random.default_rng(arguments.seed)
        targets, words = load_targets(folders, arguments.dimensions)
        self._targets = {k: (self._cutter(t), torch.from_numpy(v)) for k, (t, v) in targets.items()}
        start = folders.work / arguments.start if arguments.start else None
        self.student = Student(np.load(start) if start else initial_rows(folders, words), arguments.sparse)
        self._groups = [(self._cutter(g.official), self._cutter(g.spoken)) for g in read_lexicon() if g.spoken]
        self.examples: Examples = build(folders, self._cutter)
        print(len(self.examples.passages), "passages", len(self.examples.questions), "questions", flush=True)
        self._batches = Batches(self.examples, len(read_lexicon()), arguments.seed, mixture)

    def _teacher_batch(self, size: int) -> tuple[list[np.ndarray], torch.Tensor]:
        bags, goals = [], []
        for kind, share in KINDS.items():
            ids, vectors = self._targets[kind]
            rows = self._rng.integers(len(ids), size=int(size * share))
            rows = [r for r in rows if len(ids[r])]
            bags += [ids[r] for r in rows]
            goals.append(vectors[rows])
        return bags, torch.cat(goals)

    def _synonyms(self, size: int) -> tuple[list[np.ndarray], list[np.ndarray]]:
        chosen = self._rng.permutation(len(self._groups))[:size]
        pick = lambda terms: terms[int(self._rng.integers(len(terms)))]  # noqa: E731
        return [pick(self._groups[i][1]) for i in chosen], [pick(self._groups[i][0]) for i in chosen]

    def loss(self, contrast: bool) -> dict[str, torch.Tensor]:
        """All losses of one step, from one pass through the table."""
        bags, goal = self._teacher_batch(self._arguments.distil_batch)
        queries, passages, mask = self._batches.draw(self._arguments.batch) if contrast else ([], [], None)
        spoken, official = self._synonyms(192) if contrast else ([], [])
        sizes = [len(bags), len(queries), len(passages), len(spoken), len(official)]
        told, asked, found, said, meant = torch.split(self.student([*bags, *queries, *passages, *spoken, *official]), sizes)
        half = torch.randperm(len(bags))[:600]
        losses = {
            "teacher": (1 - (told * goal).sum(-1)).mean(),
            "relations": ((told[half] @ told[half].T - goal[half] @ goal[half].T) ** 2).mean() * 10,
        }
        if contrast:
            scores = (asked @ found.T / TEMPERATURE).masked_fill(torch.from_numpy(mask), -1e4)
            truth = torch.arange(len(queries))
            losses["passages"] = cross_entropy(scores, truth) * 0.7 + cross_entropy(scores.T, truth) * 0.3
            near = said @ meant.T / TEMPERATURE
            losses["synonyms"] = cross_entropy(near, torch.arange(len(spoken)))
        return losses

    def run(self) -> None:
        a = self._arguments
        optimizer = torch.optim.SparseAdam(list(self.student.parameters()), lr=a.rate)
        distil_steps, steps = sampled(a.distil_steps), sampled(a.steps)
        total, started = min(distil_steps + steps, sampled(a.stop_at)), time.time()
        weights = {"teacher": a.teacher_weight, "relations": a.teacher_weight, "passages": 1.0, "synonyms": a.synonym_weight}
        for step in range(total):
            contrast = step >= distil_steps
            at = (step - distil_steps) / steps if contrast else step / distil_steps
            for group in optimizer.param_groups:
                group["lr"] = a.rate * (1 - at * 0.95)
            losses = self.loss(contrast)
            optimizer.zero_grad()
            sum(losses[k] * (weights[k] if contrast else 1.0) for k in losses).backward()
            optimizer.step()
            if step % 100 == 0 or step == total - 1:
                np.save(self._folders.work / a.out, self.student.rows())
                print(step, f"{time.time() - started:.0f}s", {k: round(v.item(), 3) for k, v in losses.items()}, flush=True)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--dimensions", type=int, default=DIMENSIONS)
    parser.add_argument("--distil-steps", type=int, default=500)
    parser.add_argument("--steps", type=int, default=1500)
    parser.add_argument("--batch", type=int, default=768)
    parser.add_argument("--distil-batch", type=int, default=1024)
    parser.add_argument("--rate", type=float, default=2e-3)
    parser.add_argument("--teacher-weight", type=float, default=1.0)
    parser.add_argument("--synonym-weight", type=float, default=0.3)
    parser.add_argument("--stop-at", type=int, default=10**9, help="leave off early, with the learning rate still high")
    parser.add_argument("--start", default="", help="rows to go on from, instead of the teacher's vectors of the words")
    parser.add_argument("--out", default="rows.npy")
    arguments = parser.parse_args()
    arguments.seed, arguments.sparse = SEED, True
    torch.manual_seed(SEED)
    random.seed(SEED)
    torch.set_num_threads(THREADS)
    folders = Folders.from_environment()
    trainer = Trainer(folders, arguments)
    trainer.run()
    np.save(folders.work / arguments.out, trainer.student.rows())


if __name__ == "__main__":
    main()
