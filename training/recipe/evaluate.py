"""Step 7. Judges the exported model beside its teacher and beside no model at all."""

import argparse
import hashlib
import json
from collections.abc import Callable
from pathlib import Path

import numpy as np
import onnxruntime

from .ranking import Lexical, fuse, measures
from .settings import DATA, MODEL_FOLDER, SEED, TEACHER_QUERY_PREFIX, Folders
from .sets import QuestionSet, held_out_sets, project_set
from .student import Cutter
from .teacher import Teacher, fetch

Encode = Callable[[list[str]], np.ndarray]
WEIGHTS = (0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.5, 0.6, 0.8, 1.0, 1.5)


def shipped(folder: Path) -> Encode:
    """The exported file, one text at a time, with the tokenizer beside it."""
    session = onnxruntime.InferenceSession(str(folder / "onnx" / "model_quantized.onnx"))
    cut = Cutter(folder / "tokenizer.json")

    def encode(texts: list[str]) -> np.ndarray:
        rows = []
        for ids in cut(texts):
            tokens = (ids if len(ids) else np.array([0]))[None, :]
            rows.append(session.run(None, {"input_ids": tokens, "attention_mask": np.ones_like(tokens)})[0][0, 0])
        return np.stack(rows)

    return encode


def cached(folders: Folders, teacher: Teacher) -> Encode:
    """The teacher, its vectors kept on disk because it is slow."""

    def encode(texts: list[str]) -> np.ndarray:
        key = hashlib.sha256("\0".join(texts).encode()).hexdigest()[:16]
        path = folders.work / f"teacher-{key}.npy"
        if not path.exists():
            np.save(path, teacher.encode(texts))
        return np.load(path)

    return encode


def scores_of(encode: Encode, prefix: str, data: QuestionSet) -> np.ndarray:
    return encode([prefix + q for q in data.questions]) @ encode(data.passages).T


def table(scores: list[np.ndarray], data: QuestionSet) -> np.ndarray:
    """One row of measures a question."""
    return np.array([measures(s, r) for s, r in zip(scores, data.right, strict=True)])


def choose_weight(lexical: dict[str, list[np.ndarray]], dense: dict[str, np.ndarray], data: dict[str, QuestionSet]) -> float:
    """The weight with the best mean of recall@5 and MRR over the held-out questions kept for choosing."""
    name = "questions-choose"

    def value(weight: float) -> float:
        fused = [fuse(a, b, weight) for a, b in zip(lexical[name], dense[name], strict=True)]
        return float(table(fused, data[name]).mean(axis=0)[[1, 3]].mean())

    return max(WEIGHTS, key=value)


def paired(a: np.ndarray, b: np.ndarray, column: int = 3, rounds: int = 4000) -> float:
    """One-sided p that a is not above b: signs of the differences drawn at random."""
    difference = a[:, column] - b[:, column]
    signs = np.random.default_rng(SEED).choice([-1, 1], (rounds, len(difference)))
    return float(((signs * difference).mean(axis=1) >= difference.mean()).mean())


def synonyms(encode: Encode, prefix: str) -> dict[str, float]:
    """Share of data/synonym-test.jsonl in which the right term is nearer than every distractor."""
    items = [json.loads(line) for line in (DATA / "synonym-test.jsonl").read_text().splitlines()]
    asked = encode([prefix + item["query"] for item in items])
    offered = encode([t for item in items for t in (item["positive"], *item["distractors"])])
    right: dict[bool, list[bool]] = {True: [], False: []}
    at = 0
    for item, query in zip(items, asked, strict=True):
        options = [item["positive"], *item["distractors"]]
        near = offered[at : at + len(options)] @ query
        at += len(options)
        right[item["trained"]].append(bool(near[0] > near[1:].max()))
        if not right[item["trained"]][-1]:
            print("  missed:", item["query"], "→", options[int(near.argmax())])
    both = right[True] + right[False]
    return {"all": float(np.mean(both)), "trained": float(np.mean(right[True])), "untrained": float(np.mean(right[False]))}


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--folder", type=Path, default=MODEL_FOLDER)
    parser.add_argument("--questions", type=Path, help="the project's questions, one JSON object a line")
    arguments = parser.parse_args()
    folders = Folders.from_environment()
    models = {"shipped": (shipped(arguments.folder), ""), "teacher": (cached(folders, Teacher(fetch(folders))), TEACHER_QUERY_PREFIX)}
    data = held_out_sets(folders)
    if arguments.questions:
        data["project"] = project_set(folders, arguments.questions)
    lexical = {}
    for name, s in data.items():
        index = Lexical(s.passages)
        lexical[name] = [index.scores(q) for q in s.questions]
    tables = {("lexical", n): table(lexical[n], data[n]) for n in data}
    for model, (encode, prefix) in models.items():
        dense = {n: scores_of(encode, prefix, s) for n, s in data.items()}
        weight = choose_weight(lexical, dense, data)
        print(f"{model}: fusion weight {weight}; synonyms {synonyms(encode, prefix)}")
        for name in data:
            tables[f"{model} dense", name] = table(list(dense[name]), data[name])
            fused = [fuse(a, b, weight) for a, b in zip(lexical[name], dense[name], strict=True)]
            tables[f"{model} hybrid", name] = table(fused, data[name])
    for name in data:
        print(f"\n{name}: {len(data[name].questions)} questions, {len(data[name].passages)} passages\n| | recall@1 | @5 | @10 | MRR@10 | nDCG@10 |\n|---|---|---|---|---|---|")
        for (who, where), rows in tables.items():
            if where == name:
                print(f"| {who} | " + " | ".join(f"{v:.3f}" for v in rows.mean(axis=0)) + " |")
        ours, theirs, words = (tables[who, name] for who in ("shipped hybrid", "teacher hybrid", "lexical"))
        for figure, column in (("recall@5", 1), ("MRR", 3)):
            print(f"{figure}: hybrid above lexical p = {paired(ours, words, column):.4f}, above the teacher's p = {paired(ours, theirs, column):.4f}")


if __name__ == "__main__":
    main()
