"""Step 3. What the student learns from the teacher: texts of every length with the teacher's vectors."""

import json
import random
import re
import sys

import numpy as np

from .lexicon import read_lexicon
from .questions import common_words, question_pairs
from .reports import chunks_of, is_held_out, read_reports, sentences
from .settings import SEED, Folders, sampled
from .teacher import Teacher, fetch

COUNTS = {"sentences": 60_000, "clauses": 40_000, "headings": 12_000, "passages": 8_000, "questions": 30_000}


def build_texts(folders: Folders) -> dict[str, list[str]]:
    """Texts by kind, drawn with the seed from the reports that are not held out."""
    rng = random.Random(SEED)
    reports = [r for r in read_reports(folders.reports) if not is_held_out(r.name)] + read_reports(folders.corpus)
    chunks = [c for r in reports for c in chunks_of(r)]
    all_sentences = sorted({s for c in chunks for s in sentences(c.text) if 10 <= len(s) <= 90})
    clauses = sorted({p for s in all_sentences for p in re.split("[,、:]", s) if 5 <= len(p) <= 20})
    headings = sorted({h for c in chunks for h in c.path if len(h) >= 4})
    texts = {
        "sentences": _draw(rng, all_sentences, COUNTS["sentences"]),
        "clauses": _draw(rng, clauses, COUNTS["clauses"]),
        "headings": _draw(rng, headings, COUNTS["headings"]),
        "passages": [c.text[:160] for c in _draw(rng, [c for c in chunks if len(c.text) > 120], COUNTS["passages"])],
        "terms": sorted({t for g in read_lexicon() for t in g.all_terms()}),
    }
    words = json.loads((folders.work / "word-counts.json").read_text())
    texts["words"] = list(words)
    return texts


def _draw(rng: random.Random, items: list, count: int) -> list:
    return rng.sample(items, min(sampled(count), len(items)))


def build_questions(folders: Folders) -> list[str]:
    """Template questions, of which the teacher says how general language would place them."""
    reports = [r for r in read_reports(folders.reports) if not is_held_out(r.name)] + read_reports(folders.corpus)
    pairs = question_pairs(reports, common_words(folders), SEED + 1, each=1)
    return _draw(random.Random(SEED), sorted({p.question for p in pairs}), COUNTS["questions"])


def main() -> None:
    folders = Folders.from_environment()
    teacher = Teacher(fetch(folders))
    out = folders.work / "targets"
    out.mkdir(exist_ok=True)
    wanted = sys.argv[1:] or ["terms", "words", "headings", "clauses", "sentences", "passages", "questions"]
    texts = build_texts(folders)
    if "questions" in wanted:
        texts["questions"] = build_questions(folders)
    for kind in wanted:
        print(kind, len(texts[kind]), flush=True)
        vectors = teacher.encode(texts[kind], report_every=200)
        np.save(out / f"{kind}.npy", vectors.astype(np.float16))
        (out / f"{kind}.json").write_text(json.dumps(texts[kind], ensure_ascii=False))


if __name__ == "__main__":
    main()
