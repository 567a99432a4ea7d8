"""Question sets with their passages and right answers: held-out reports, and the project's own questions."""

import json
import random
import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path

from .questions import Generator, common_words, place_names
from .reports import Chunk, chunks_of, is_held_out, read_reports
from .settings import SEED, Folders


@dataclass
class QuestionSet:
    """Questions over passages; `right[i]` holds the rows of the passages that answer question i."""

    name: str
    passages: list[str]
    questions: list[str]
    right: list[set[int]]


def held_out_sets(folders: Folders) -> dict[str, QuestionSet]:
    """Four sets from reports never trained on: headings and questions, each in a half to choose weights on and a half to judge."""
    reports = [r for r in read_reports(folders.reports) if is_held_out(r.name)]
    sets = {}
    for half, name in enumerate(("choose", "judge")):
        chunks = [c for r in reports[half::2] for c in chunks_of(r) if len(c.text) >= 40]
        sets[f"headings-{name}"] = _headings(chunks, f"headings-{name}", SEED + half)
        sets[f"questions-{name}"] = _questions(chunks, f"questions-{name}", SEED + half, common_words(folders))
    return sets


def _headings(chunks: list[Chunk], name: str, seed: int) -> QuestionSet:
    """A heading with place and year must find the passages under it, which are embedded without it."""
    passages = [f"{c.report.title}\n{c.text}" for c in chunks]
    under: dict[tuple[str, str], set[int]] = {}
    for i, chunk in enumerate(chunks):
        if len(chunk.path) > 1 and 5 <= len(chunk.path[-1]) <= 40:
            under.setdefault((chunk.report.name, chunk.path[-1]), set()).add(i)
    keys = random.Random(seed).sample(sorted(under), min(600, len(under)))
    of = {c.report.name: c.report for c in chunks}
    questions = [f"{(place_names(of[n]) or [''])[0]}{of[n].year}年{heading}" for n, heading in keys]
    return QuestionSet(name, passages, questions, [under[k] for k in keys])


def _questions(chunks: list[Chunk], name: str, seed: int, common: set[str]) -> QuestionSet:
    """Template questions in frames that training never used."""
    generator, rng = Generator(seed, common, evaluation=True), random.Random(seed)
    groups = [set(generator.groups_in(c.text)) for c in chunks]
    questions, right = [], []
    for i in rng.sample(range(len(chunks)), min(700, len(chunks))):
        for pair in generator.pairs(chunks[i], 1):
            same = {j for j, c in enumerate(chunks) if c.report is chunks[i].report and pair.group in groups[j]}
            questions.append(pair.question)
            right.append(same | {i})
    return QuestionSet(name, [c.embedded() for c in chunks], questions, right)


def squeeze(text: str) -> str:
    """For comparing with evidence: no white space, no table bars."""
    return re.sub(r"[\s|]", "", unicodedata.normalize("NFKC", text))


def project_set(folders: Folders, file: Path) -> QuestionSet:
    """The project's own questions (one JSON object a line) over its corpus; a passage is right if it holds evidence."""
    chunks = [c for r in read_reports(folders.corpus) for c in chunks_of(r)]
    held = [squeeze(c.text) for c in chunks]
    questions, right = [], []
    for line in file.read_text(encoding="utf-8").splitlines():
        item = json.loads(line)
        found = {i for e in item.get("evidence") or [] for i, text in enumerate(held) if squeeze(e) in text}
        if found:
            questions.append(" ".join(item["turns"]))
            right.append(found)
    return QuestionSet("project", [c.embedded() for c in chunks], questions, right)
