"""Step 5c. Trains the mean on, now with BM25's scores beside its own: what words find already teaches it nothing more.

The batches are whole reports, as a search meets them, and passages are put as the project puts them.
"""

import argparse
import random
import time

import numpy as np
import torch
from torch.nn.functional import cross_entropy

from .examples import Mixture
from .settings import DIMENSIONS, SEED, THREADS, Folders, sampled
from .train import TEMPERATURE, Trainer
from .word_scores import WordScores

KINDS_OF_QUERY = (0.75, 0.1, 0.15)
WORDS = 6.7
"""Weight of a full share of BM25 beside a cosine divided by the temperature: one to three, as they are fused."""
WARM_UP = 20


class Finisher(Trainer):
    """The same data and the same teacher, another loss for the passages and batches of whole reports."""

    def __init__(self, folders: Folders, arguments: argparse.Namespace) -> None:
        super().__init__(folders, arguments, Mixture(KINDS_OF_QUERY, arguments.titled, arguments.placed))
        self._word_scores = WordScores(folders.work / "tokenizer.json", self.examples.passages)

    def losses(self) -> dict[str, torch.Tensor]:
        """All losses of one step, weighted."""
        a = self._arguments
        bags, goal = self._teacher_batch(a.distil_batch)
        chosen, (queries, passages, mask) = self._batches.draw_whole(a.documents, a.batch, a.far)
        spoken, official = self._synonyms(160)
        sizes = [len(bags), len(queries), len(passages), len(spoken), len(official)]
        told, asked, found, said, meant = torch.split(self.student([*bags, *queries, *passages, *spoken, *official]), sizes)
        half = slice(0, 400)
        dense, wrong, truth = asked @ found.T / TEMPERATURE, torch.from_numpy(mask), torch.arange(len(queries))
        both = dense + WORDS * self._word_scores.shares(queries, chosen)
        return {
            "teacher": (1 - (told * goal).sum(-1)).mean() * a.teacher_weight,
            "relations": ((told[half] @ told[half].T - goal[half] @ goal[half].T) ** 2).mean() * 10 * a.teacher_weight,
            "fused": cross_entropy(both.masked_fill(wrong, -1e4), truth) * (1 - a.plain - a.back),
            "plain": cross_entropy(dense.masked_fill(wrong, -1e4), truth) * a.plain,
            "back": cross_entropy(dense.T.masked_fill(wrong.T, -1e4), truth) * a.back,
            "synonyms": cross_entropy(said @ meant.T / TEMPERATURE, torch.arange(len(spoken))) * a.synonym_weight,
        }

    def run(self) -> None:
        a, started = self._arguments, time.time()
        steps = sampled(a.steps)
        optimizer = torch.optim.Adam(self.student.parameters(), lr=a.rate, betas=(0.9, 0.99))
        for step in range(steps):
            for group in optimizer.param_groups:
                group["lr"] = a.rate * min(1, (step + 1) / WARM_UP) * (1 - 0.95 * step / steps)
            losses = self.losses()
            optimizer.zero_grad()
            sum(losses.values()).backward()
            optimizer.step()
            if step % 100 == 0 or step == steps - 1:
                print(step, f"{time.time() - started:.0f}s", {k: round(v.item(), 3) for k, v in losses.items()}, flush=True)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--start", required=True, help="rows to go on from")
    parser.add_argument("--out", required=True)
    parser.add_argument("--steps", type=int, default=500)
    parser.add_argument("--rate", type=float, default=7e-4)
    parser.add_argument("--documents", type=int, default=14)
    parser.add_argument("--batch", type=int, default=700)
    parser.add_argument("--far", type=int, default=150, help="passages of the batch that come from anywhere")
    parser.add_argument("--titled", type=float, default=0.9, help="share of passages with title and path in front")
    parser.add_argument("--placed", type=float, default=0.6, help="share of passages with region and years in front")
    parser.add_argument("--distil-batch", type=int, default=512)
    parser.add_argument("--teacher-weight", type=float, default=3.0)
    parser.add_argument("--plain", type=float, default=0.4, help="share of the loss without BM25's scores")
    parser.add_argument("--back", type=float, default=0.1, help="share of the loss from passage to question")
    parser.add_argument("--synonym-weight", type=float, default=0.3)
    parser.add_argument("--seed", type=int, default=SEED)
    arguments = parser.parse_args()
    arguments.dimensions, arguments.sparse = DIMENSIONS, False
    torch.manual_seed(arguments.seed)
    random.seed(arguments.seed)
    torch.set_num_threads(THREADS)
    folders = Folders.from_environment()
    trainer = Finisher(folders, arguments)
    trainer.run()
    np.save(folders.work / arguments.out, trainer.student.rows())


if __name__ == "__main__":
    main()
