"""Trains the cross-encoder on rows that were exported with words, beside what the trees say of the same units.

python training/cross/train.py ROWS PAIRS.jsonl WORK [--minutes 24] [--layers 0,1,2]

ROWS is the folder that `training/reader/export.ts --words` wrote, PAIRS what `training/reader/train.ts --pairs` did, WORK holds bge.npz and the
tokenizer (`weights.py`) and receives model.pt. A tenth of the reports (`held`) is not learned from: the mix with the trees is fitted to it.
"""

import argparse
import hashlib
import json
import random
import time
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer
from torch.nn import functional

from measure import measured
from model import CrossEncoder, from_bge
from words import read_together

APART = ("dev.jsonl", "second-dev.jsonl", "third-dev.jsonl")
POSITIONS = 176
#: Units of a question in one step, and questions.
UNITS, QUESTIONS = 6, 8
#: What the categories hold whose other points nobody marked as evidence.
SEVERAL = {"list", "topic", "reason", "overview"}
RATE, DECAY, WARM_UP = 8e-5, 0.01, 0.03
#: The weights of what the trees hold learn so many times as fast: they are three.
FASTER = 30.0
#: What is kept is a running mean of the weights (Polyak and Juditsky, 1992): longer training of the weights themselves learned the questions by heart.
MEAN = 0.995
#: Share of the units that are read without the title of their section.
UNTITLED = 0.1
#: Of half the pairs read, so many of the tokens are hidden: words are not learned by heart.
HIDDEN, MASK, FIRST_WORD = 0.12, 103, 106
#: What the trees hold of a unit that is not among the first they were asked for: little.
UNKNOWN = (-2.0, -6.0)
#: Weight of the loss of its own score beside that of both together.
ALONE = 0.3


def is_held(report: str) -> bool:
    return hashlib.sha256(report.encode()).digest()[0] < 26


class Encoder:
    """Pairs of texts → ids, types and mask; what was encoded once is kept."""

    def __init__(self, tokenizer: Path) -> None:
        self.tokenizer = Tokenizer.from_file(str(tokenizer))
        self.tokenizer.no_padding()
        self.tokenizer.enable_truncation(POSITIONS)
        self.known: dict[tuple[str, str, str], tuple[list[int], list[int]]] = {}

    def __call__(self, asked: str, title: str, told: str) -> tuple[list[int], list[int]]:
        key = (asked, title, told)
        if key not in self.known:
            made = self.tokenizer.encode(*read_together(asked, title, told))
            self.known[key] = (made.ids, made.type_ids)
        return self.known[key]


def hidden(encoded: tuple[list[int], list[int]], pick: random.Random) -> tuple[list[int], list[int]]:
    """The same with some of its words hidden, every other time."""
    ids, types = encoded
    if pick.random() < 0.5:
        return encoded
    return [MASK if at >= FIRST_WORD and pick.random() < HIDDEN else at for at in ids], types


def batch(encoded: list[tuple[list[int], list[int]]]) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    length = max(len(ids) for ids, _ in encoded)
    made = [torch.zeros(len(encoded), length, dtype=torch.long) for _ in range(3)]
    for row, (ids, types) in enumerate(encoded):
        made[0][row, : len(ids)] = torch.tensor(ids)
        made[1][row, : len(ids)] = torch.tensor(types)
        made[2][row, : len(ids)] = 1
    return made[0], made[1], made[2]


def questions_in(rows: Path, order: dict[str, list[tuple[str, str]]], trees: dict[str, dict]) -> list[dict]:
    """Questions to learn from: what each asks, its units that answer, and the others, those the trees hold likeliest first."""
    made = []
    for file in sorted(rows.glob("*.jsonl")):
        for line in file.read_text("utf8").splitlines():
            one = json.loads(line)
            report = one["report"] or one["id"]
            if one["set"] in APART or is_held(report) or not one.get("words"):
                continue
            says = [tuple(row["words"]) for row in one["rows"] if row["y"]]
            if one["expect"] == "answer" and not says:
                continue
            unmarked = one["category"] in SEVERAL
            others = [tuple(row["words"]) for row in one["rows"] if not row["y"] and not row["m"] and not (unmarked and beside(row, one["rows"]))]
            first = [unit for unit in order.get(one["id"], []) if unit in set(others)]
            made.append({"asked": one["words"], "says": says, "first": first, "others": [unit for unit in others if unit not in first], "trees": trees.get(one["id"], {})})
    return made


def beside(row: dict, rows: list[dict]) -> bool:
    document, start, end = row["at"]
    return any(other["y"] and other["at"][0] == document and other["at"][1] - end < 300 and start - other["at"][2] < 300 for other in rows)


def chosen(question: dict, pick: random.Random) -> tuple[list[tuple[str, str]], int, list[tuple[float, float]]]:
    """Units of one step, those that answer first, how many of them there are, and what the trees hold of each."""
    says = pick.sample(question["says"], min(2, len(question["says"])))
    hard = question["first"][:4]
    rest = pick.sample(question["others"], min(len(question["others"]), UNITS))
    drawn = (says + hard + rest)[:UNITS]
    units = [("" if pick.random() < UNTITLED else title, told) for title, told in drawn]
    return units, len(says), held_by_trees(question["trees"], drawn)


def held_by_trees(known: dict[tuple[str, str], tuple[float, float]], units: list[tuple[str, str]]) -> list[tuple[float, float]]:
    """The ranker's score of each unit behind its best, and the odds of the answerer."""
    best = max((rank for rank, _ in known.values()), default=0.0)
    least = min((rank for rank, _ in known.values()), default=0.0) - best
    return [(known[unit][0] - best, known[unit][1]) if unit in known else (least + UNKNOWN[0], UNKNOWN[1]) for unit in units]


def loss_of(scores: torch.Tensor, says: int) -> torch.Tensor:
    """None of the units answers with odds 1 to the sum of exp(score): listwise, and each unit by itself."""
    none = torch.zeros(1, dtype=scores.dtype)
    right = scores[:says] if says else none
    listwise = torch.logsumexp(torch.cat([none, scores]), 0) - torch.logsumexp(right, 0)
    wanted = torch.zeros_like(scores)
    wanted[:says] = 1.0
    return listwise + functional.binary_cross_entropy_with_logits(scores, wanted)


@torch.no_grad()
def scores_of(model: CrossEncoder, encode: Encoder, pairs: list[dict]) -> list[np.ndarray]:
    model.eval()
    flat = [encode(pair["words"], *unit["words"]) for pair in pairs for unit in pair["units"]]
    order = sorted(range(len(flat)), key=lambda at: len(flat[at][0]))
    scores = np.zeros(len(flat))
    for start in range(0, len(order), 32):
        rows = order[start : start + 32]
        with torch.autocast("cpu", torch.bfloat16):
            scores[rows] = model(*batch([flat[at] for at in rows])).float().numpy()
    model.train()
    ends = np.cumsum([len(pair["units"]) for pair in pairs])
    return [scores[end - len(pair["units"]) : end] for end, pair in zip(ends, pairs)]


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("rows", type=Path)
    parser.add_argument("pairs", type=Path)
    parser.add_argument("work", type=Path)
    parser.add_argument("--minutes", type=float, default=24)
    parser.add_argument("--layers", default="0,1,2")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--further", action="store_true", help="go on from WORK/model.pt")
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    # The moments of rows that no text names any more fade into numbers so small that the processor takes many times as long over them.
    torch.set_flush_denormal(True)
    torch.manual_seed(options.seed)
    pick = random.Random(options.seed)
    pairs = [json.loads(line) for line in options.pairs.read_text("utf8").splitlines()]
    pairs = [pair for pair in pairs if pair["units"] and pair.get("words")]
    order = {pair["id"]: [tuple(unit["words"]) for unit in pair["units"]] for pair in pairs}
    kept = [pair for pair in pairs if pair["set"] in APART or is_held(pair["report"] or pair["id"])]
    trees = {pair["id"]: {tuple(unit["words"]): (unit["rank"], unit["answers"]) for unit in pair["units"]} for pair in pairs}
    questions = questions_in(options.rows, order, trees)
    # Rank, odds and a bias: what the trees hold goes into the loss, so that the cross-encoder learns what they do not know.
    of_trees = torch.nn.Parameter(torch.tensor([0.5, 0.5, 0.0]))
    encode = Encoder(options.work / "bge-small-zh-v1.5-tokenizer.json")
    model = from_bge(options.work / "bge.npz", [int(layer) for layer in options.layers.split(",")], POSITIONS)
    if options.further:
        model.load_state_dict(torch.load(options.work / "model.pt", weights_only=True))
    model.train()
    kept_mean = torch.optim.swa_utils.AveragedModel(model, multi_avg_fn=torch.optim.swa_utils.get_ema_multi_avg_fn(MEAN))
    groups = [{"params": model.parameters(), "times": 1.0}, {"params": [of_trees], "times": FASTER, "weight_decay": 0.0}]
    optimiser = torch.optim.AdamW(groups, lr=RATE, weight_decay=DECAY)
    print(f"{len(questions)} questions, {len(kept)} kept apart", flush=True)
    begun, told, step, running = time.monotonic(), 0.0, 0, []
    while (share := (time.monotonic() - begun) / (60 * options.minutes)) < 1:
        for group in optimiser.param_groups:
            group["lr"] = group["times"] * RATE * min(share / WARM_UP, (1 - share) / (1 - WARM_UP))
        # Questions with units of like length stand together, so that little is padded.
        pool = pick.sample(questions, min(len(questions), 16 * QUESTIONS))
        drawn = [(question["asked"], *chosen(question, pick)) for question in pool]
        drawn.sort(key=lambda one: max((len(told) for _, told in one[1]), default=0))
        steps = [drawn[at : at + QUESTIONS] for at in range(0, len(drawn), QUESTIONS)]
        pick.shuffle(steps)
        for some in steps:
            encoded = [hidden(encode(asked, *unit), pick) for asked, units, _, _ in some for unit in units]
            with torch.autocast("cpu", torch.bfloat16):
                scores = model(*batch(encoded)).float()
            losses, at = [], 0
            for _, units, says, held in some:
                if units:
                    own = scores[at : at + len(units)]
                    both = own + torch.tensor(held) @ of_trees[:2] + of_trees[2]
                    losses.append(loss_of(both, says) + ALONE * loss_of(own, says))
                at += len(units)
            loss = torch.stack(losses).mean()
            optimiser.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimiser.step()
            kept_mean.update_parameters(model)
            step += 1
            running.append((loss.item(), len(encoded)))
        minutes = (time.monotonic() - begun) / 60
        if minutes - told > options.minutes / 6 or minutes > options.minutes:
            told = minutes
            units = sum(count for _, count in running)
            print(f"{minutes:.1f} min, step {step}, {units} pairs, loss {np.mean([one for one, _ in running]):.3f}", flush=True)
            running = []
            torch.save(kept_mean.module.state_dict(), options.work / "model.pt")
            print(measured(kept, scores_of(kept_mean.module, encode, kept), APART), flush=True)


if __name__ == "__main__":
    main()
