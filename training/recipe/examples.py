"""Step 4b. The training examples as token ids, and the drawing of batches from them."""

import pickle
import re
from dataclasses import dataclass

import numpy as np

from .invented import Inventor
from .questions import Generator, Pair, common_words, question_pairs
from .reports import Chunk, chunks_of, is_held_out, read_reports, sentences
from .settings import SEED, Folders, sampled
from .student import Cutter

INVENTED = 1000
KINDS_OF_QUERY = ("question", "heading", "sentence")


@dataclass(frozen=True)
class Mixture:
    """What a batch is made of: shares of the kinds of query; how often a passage has title and path, and place and years."""

    kinds: tuple[float, float, float] = (0.6, 0.15, 0.25)
    titled: float = 0.7
    placed: float = 0.0


@dataclass
class Passage:
    """A chunk cut into token ids: title, path and each sentence on its own."""

    document: int
    title: np.ndarray
    place: np.ndarray
    """Region, the year and the year before, as the project puts them behind the title."""
    path: np.ndarray
    heading: np.ndarray
    parts: list[np.ndarray]
    groups: np.ndarray

    def bag(self, rng: np.random.Generator, mixture: Mixture, without: int = -1, hide_path: bool = False) -> np.ndarray:
        """Mostly with document and path in front, as applications embed passages."""
        parts = [p for i, p in enumerate(self.parts) if i != without]
        if rng.random() < mixture.titled:
            parts = [self.title, *([] if hide_path else [self.path]), *parts]
        if mixture.placed and rng.random() < mixture.placed:
            parts = [self.place, *([] if hide_path else [self.heading]), *parts]
        return np.concatenate(parts)


@dataclass
class Examples:
    """Passages, and questions as (ids, passage, group, whether a place is named)."""

    passages: list[Passage]
    questions: list[tuple[np.ndarray, int, int, bool]]
    by_document: list[np.ndarray]


def build(folders: Folders, cutter: Cutter, each: int = 4) -> Examples:
    """Everything from the reports that are not held out, the corpus and invented documents; kept on disk, it takes minutes."""
    kept = folders.work / "examples.pickle"
    if kept.exists():
        return pickle.loads(kept.read_bytes())
    reports = [r for r in read_reports(folders.reports) if not is_held_out(r.name)] + read_reports(folders.corpus)
    chunks = [c for r in reports for c in chunks_of(r) if len(c.text) >= 40]
    pairs = question_pairs(reports, common_words(folders), SEED, each)
    inventor = Inventor(reports, common_words(folders), SEED)
    for number in range(sampled(INVENTED)):
        more, asked = inventor.document(number)
        chunks += more
        pairs += asked
    examples = _cut(chunks, pairs, cutter)
    kept.write_bytes(pickle.dumps(examples))
    return examples


def _cut(chunks: list[Chunk], pairs: list[Pair], cutter: Cutter) -> Examples:
    finder = Generator(0, set())
    names = {n: i for i, n in enumerate(dict.fromkeys(c.report.name for c in chunks))}
    titles = cutter([c.report.title for c in chunks])
    places = cutter([place_and_years(c.report.title) for c in chunks])
    paths = cutter([" > ".join(c.path) for c in chunks])
    headings = cutter([c.path[-1] if c.path else "" for c in chunks])
    passages = []
    for chunk, title, place, path, heading in zip(chunks, titles, places, paths, headings, strict=True):
        parts = [p for p in cutter(sentences(chunk.text) or [chunk.text]) if len(p)] or [title]
        groups = np.array(finder.groups_in(chunk.text), dtype=np.int64)
        passages.append(Passage(names[chunk.report.name], title, place, path, heading, parts, groups))
    at = {(c.report.name, c.text): i for i, c in enumerate(chunks)}
    kept = [(p, at.get((p.chunk.report.name, p.chunk.text), -1)) for p in pairs]
    kept = [(p, i) for p, i in kept if i >= 0]
    ids = cutter([p.question for p, _ in kept])
    questions = [(q, i, p.group, p.located) for q, (p, i) in zip(ids, kept, strict=True) if len(q)]
    by_document: list[list[int]] = [[] for _ in names]
    for i, passage in enumerate(passages):
        by_document[passage.document].append(i)
    return Examples(passages, questions, [np.array(d) for d in by_document])


def place_and_years(title: str) -> str:
    """关于保定市2022年…及2023年计划草案的报告 → 保定市 2022年、2023年; without a year, what stands before 国民."""
    place = re.match(r"(?:关于印发|关于)?(.*?)(?:\d{4}年|国民)", title)
    years = re.findall(r"(\d{4})年", title)
    told = f" {int(years[-1]) - 1}年、{years[-1]}年" if years else ""
    return (place.group(1) if place else "") + told


Drawn = tuple[list[np.ndarray], list[np.ndarray], np.ndarray]
"""Queries, the passage each wants, and a mask of the passages that must not count as wrong."""


class Batches:
    """Draws batches in which half of the passages come from few documents, so that place and year alone decide nothing."""

    def __init__(self, examples: Examples, groups: int, seed: int, mixture: Mixture = Mixture()) -> None:
        self._examples = examples
        self._mixture = mixture
        self._whole = [d for d in examples.by_document if len(d) >= 5]
        self._groups = groups
        self._rng = np.random.default_rng(seed)
        self._of_passage: dict[int, list[int]] = {}
        for i, (_, passage, _, _) in enumerate(examples.questions):
            self._of_passage.setdefault(passage, []).append(i)

    def draw(self, size: int) -> Drawn:
        """Half of the passages from 24 documents, the others from anywhere."""
        rng, ex = self._rng, self._examples
        documents = rng.choice(len(ex.by_document), 24, replace=False)
        near = np.concatenate([ex.by_document[d] for d in documents])
        near = rng.permutation(near)[: size // 2]
        far = rng.choice(len(ex.passages), size - len(near), replace=False)
        return self._pairs(np.unique(np.concatenate([near, far])))

    def draw_whole(self, documents: int, most: int, far: int) -> tuple[np.ndarray, Drawn]:
        """The passages of whole documents, as a search meets them, and some from anywhere: their numbers, and the batch."""
        rng, ex = self._rng, self._examples
        found = np.concatenate([self._whole[d] for d in rng.choice(len(self._whole), documents, replace=False)])
        found = rng.permutation(found)[: most - far]
        chosen = np.unique(np.concatenate([found, rng.choice(len(ex.passages), far, replace=False)]))
        return chosen, self._pairs(chosen)

    def _pairs(self, chosen: np.ndarray) -> Drawn:
        made = [self._example(int(i)) for i in chosen]
        queries, bags, groups, located = map(list, zip(*made, strict=True))
        return queries, bags, self._mask(chosen, np.array(groups), np.array(located))

    def _example(self, i: int) -> tuple[np.ndarray, np.ndarray, int, bool]:
        rng, passage = self._rng, self._examples.passages[i]
        kind = rng.choice(KINDS_OF_QUERY, p=self._mixture.kinds)
        if kind == "question" and i in self._of_passage:
            query, _, group, place = self._examples.questions[rng.choice(self._of_passage[i])]
            if len(query) > 4:
                query = query[rng.random(len(query)) > 0.08] if rng.random() < 0.5 else query
            return (query if len(query) else passage.title), passage.bag(rng, self._mixture), group, place
        if kind == "heading" and len(passage.heading) > 1:
            query = np.concatenate([passage.title, passage.heading]) if rng.random() < 0.4 else passage.heading
            return query, passage.bag(rng, self._mixture, hide_path=rng.random() < 0.6), -1, False
        at = int(rng.integers(len(passage.parts)))
        return passage.parts[at], passage.bag(rng, self._mixture, without=at if len(passage.parts) > 1 and rng.random() < 0.7 else -1), -1, False

    def _mask(self, chosen: np.ndarray, groups: np.ndarray, located: np.ndarray) -> np.ndarray:
        """True where a passage speaks of the group the question asks for, in the same report or, with no place named, in any."""
        holds = np.zeros((len(chosen), self._groups), dtype=bool)
        documents = np.array([self._examples.passages[i].document for i in chosen])
        for row, i in enumerate(chosen):
            holds[row, self._examples.passages[i].groups] = True
        asked = holds[:, np.maximum(groups, 0)].T & (groups >= 0)[:, None]
        same = documents[:, None] == documents[None, :]
        mask = asked & (same | ~located[:, None])
        np.fill_diagonal(mask, False)
        return mask
