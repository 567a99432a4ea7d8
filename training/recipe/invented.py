"""Invented documents: real passages moved to other places, beside tables and glossaries with invented content.

The public reports are mostly those of provinces and hold few tables. Real use asks about districts and counties, and about
indicator tables and glossaries. So that the model learns to tell any place apart, not only provinces, passages are copied
under names of districts and counties from jieba's dictionary.
"""

import random
import re

import jieba

from .lexicon import read_lexicon
from .questions import FIGURE_FRAMES, Generator, Pair
from .reports import Chunk, Report, chunks_of, sentences

TITLES = (
    "{r}{a}年国民经济和社会发展计划执行情况及{y}年计划草案的报告|关于{r}{a}年国民经济和社会发展计划执行情况及{y}年计划草案的报告|"
    "{r}{y}年政府工作报告|关于印发{r}{y}年政府工作报告的通知|{r}国民经济和社会发展规划执行情况|{r}{a}年国民经济和社会发展统计公报|{r}{y}年工作要点"
).split("|")
MEANING_FRAMES = "{t}是什么意思|什么叫{t}|{t}指的是什么|{t}是啥|“{t}”怎么理解|{t}具体包括哪些|解释一下{t}|{t}|{t}是哪几个|{t}到什么程度".split("|")
_QUOTED = re.compile(r"“([^”“]{2,14})”")
_COUNTABLE = "率量额重入总比数度值积资易贷业品"


def place_pool() -> list[str]:
    """Districts, counties and towns of jieba's dictionary."""
    with open(jieba.get_dict_file().name, encoding="utf-8") as file:
        rows = [line.split() for line in file]
    return sorted({w for w, _, tag in rows if tag == "ns" and 2 <= len(w) <= 4 and w[-1] in "市县区旗州" and len(w) >= 3})


class Inventor:
    """Builds invented documents with their question pairs."""

    def __init__(self, reports: list[Report], common: set[str], seed: int) -> None:
        self._rng = random.Random(seed)
        self._chunks = {r: chunks_of(r) for r in reports if r.region}
        self._reports = list(self._chunks)
        self._generator = Generator(seed, common)
        self._places = place_pool()
        self._countable = [i for i, g in enumerate(read_lexicon()) if any(o[-1] in _COUNTABLE for o in g.official)]

    def document(self, number: int) -> tuple[list[Chunk], list[Pair]]:
        """Ten real passages, two to five tables and two glossaries under one invented title."""
        rng = self._rng
        real = rng.choice(self._reports)
        place, year = rng.choice(self._places), rng.randint(2016, 2026)
        shown = rng.choice(["", "", "重庆市", "某市", real.region if real.region.endswith("市") else ""]) + place
        title = rng.choice(TITLES).format(r=shown, a=year - 1, y=year)
        report = Report(f"invented-{number}", title, place, str(year), ())
        source = self._chunks[real]
        chunks = [self._move(c, report, real) for c in rng.sample(source, min(10, len(source)))]
        pairs = [p for c in chunks for p in self._generator.pairs(c, 3)]
        for _ in range(rng.randint(2, 5)):
            table, asked = self._table(report, year)
            chunks.append(table)
            pairs += asked
        for _ in range(2):
            glossary, asked = self._glossary(report, rng.sample(source, min(8, len(source))))
            if asked:
                chunks.append(glossary)
                pairs += asked
        return chunks, pairs

    def _move(self, chunk: Chunk, report: Report, real: Report) -> Chunk:
        old = int(real.year) if real.year.isdigit() else 2020
        new = int(report.year)

        def other(text: str) -> str:
            text = text.replace(real.region, report.region)
            for back in (0, 1):
                text = text.replace(f"{old - back}年", f"{new - back}年")
            return text

        return Chunk(report, tuple(other(p) for p in chunk.path), other(chunk.text))

    def _table(self, report: Report, year: int) -> tuple[Chunk, list[Pair]]:
        rng = self._rng
        chosen = rng.sample(self._countable, rng.randint(3, 11))
        back = rng.random() < 0.6
        path = (f"{year - 1}年国民经济和社会发展计划执行情况", "主要指标完成情况") if back else (f"{year}年经济社会发展目标", "主要预期目标")
        head = "序号\t指标名称\t指标属性\t预期目标\t实际完成\t是否完成" if back else "序号\t指标名称\t单位\t预期目标"
        rows, start = ([head] if rng.random() < 0.6 else []), rng.randint(1, 12)
        separator = rng.choice(["\t", "\t", " | ", " "])
        for row, i in enumerate(chosen, start):
            name = rng.choice(read_lexicon()[i].official) + rng.choice(["", "", "增速"]) + rng.choice(["(%)", "(亿元)", "(%)", "(万人)", "(天)", ""])
            cells = [str(row), name, rng.choice(["预期性", "约束性", ""]), f"{rng.choice(['', '', '≥', '≤'])}{rng.uniform(1, 400):.{rng.randint(0, 2)}f}"]
            cells += [f"{rng.uniform(1, 400):.1f}", rng.choice(["是", "否", "", "增速全市第2位"])] if back else []
            rows.append(separator.join(cells))
        chunk = Chunk(report, path, "\n".join(rows))
        pairs = []
        for group in rng.sample(chosen, 3):
            known = read_lexicon()[group]
            term = rng.choice(known.spoken if known.spoken and rng.random() < 0.5 else known.official)
            pairs.append(self._generator._ask(FIGURE_FRAMES, term, chunk, group))
        return chunk, pairs

    def _glossary(self, report: Report, source: list[Chunk]) -> tuple[Chunk, list[Pair]]:
        rng = self._rng
        entries = [(t, s) for c in source for s in sentences(c.text) for t in _QUOTED.findall(s)[:1] if len(s) < 120]
        entries = rng.sample(entries, min(len(entries), rng.randint(1, 5)))
        lines = [f"{term}{rng.choice([' ', ':', '指'])}{sentence}" for term, sentence in entries]
        chunk = Chunk(report, ("名词解释",), "\n".join(lines))
        asked = [Pair(rng.choice(MEANING_FRAMES).format(t=t), chunk, -1, False) for t, _ in entries]
        return chunk, asked
