"""Step 4. Pairs of (question, passage) made from the reports by templates and the lexicon. No model is needed."""

import json
import random
import re
from dataclasses import dataclass

import jieba

from .lexicon import read_lexicon
from .reports import Chunk, Report, chunks_of, sentences
from .settings import Folders

FIGURE_FRAMES = (
    "{r}{y}{t}是多少|{r}{y}{t}有多少?|{y}{r}的{t}多少|{r}{y}{t}达到多少了|{t}{r}{y}完成了多少|{r}{t}增长了多少|"
    "{r}{y}{t}涨了几个点?|{y}{r}{t}怎么样|{t}|{r}{t}|想问一下{r}{y}的{t}|{r}{y}{t}目标是多少|{r}{y}计划{t}做到多少|"
    "请问{r}{t}情况如何?|{r}{y}{t}有没有完成|{t}是升了还是降了|{r}{y}的{t}排第几|{y}{t}预计多少|我们{r}的{t}现在什么水平"
).split("|")
TOPIC_FRAMES = (
    "{r}{y}在{t}方面做了什么|{r}打算怎么搞{t}?|{y}{r}{t}有哪些举措|{t}有什么进展|{r}{y}{t}的安排|{t}|{r}{t}|怎么推进{t}|"
    "{r}关于{t}有什么政策|{y}{t}干得怎么样|想了解{r}的{t}|{t}具体做了哪些事|为什么要{t}|{t}到什么程度了|{r}{y}{t}"
).split("|")
FACT_FRAMES = (
    "{t}|{r}{t}|{t}是怎么回事|{r}{y}{t}?|{t}有多少|{t}是什么|哪里提到{t}|{t}在哪里|{r}的{t}是哪个|{t}具体情况|{t}哪几个|"
    "{y}{t}|请问{t}|{t}搞得怎么样了|{t}完成没有|{t}一共多少|说说{t}"
).split("|")
EVALUATION_FRAMES = (
    "告诉我{y}{r}{t}的情况|{r}那边{y}{t}有啥变化|帮忙查查{y}{r}{t}|{t}在{r}{y}做得咋样|{r}{y}的{t}到底几何|查一下{r}{t}|"
    "{r}{y}这一块:{t}|我关心{r}{t},报告里怎么写的"
).split("|")
_SUBJECT = re.compile(r"([\u4e00-\u9fff]{3,16}?)(?:增长|达到?|完成|实现|为|突破|超过|下降|新增|提高到?)(?:了|约|近)?\d")
_FILLER = set("的了在和与对为将把被等及以并或是有不也都而个年月日上下中内外一二三四五六七八九十这那各")


@dataclass(frozen=True)
class Pair:
    """A question, the passage that answers it, and the lexicon group it asks for (-1: none)."""

    question: str
    chunk: Chunk
    group: int
    located: bool
    """Whether the question names the region, so that other regions' passages are wrong answers."""


def place_names(report: Report) -> list[str]:
    """保定市 → 保定市, 保定; 内蒙古自治区 → 内蒙古."""
    name = report.region
    short = re.sub(r"(壮族|回族|维吾尔)?自治区$|[省市县区]$", "", name)
    return [n for n in dict.fromkeys([short, short, name]) if len(n) >= 2]


def years_asked(chunk: Chunk) -> list[str]:
    """The year of the report, or the year before where the section looks back."""
    if not chunk.report.year.isdigit():
        return [""]
    year = int(chunk.report.year)
    back = any(w in p for p in chunk.path for w in (f"{year - 1}年", "回顾", "过去", "执行情况", "完成情况"))
    return [f"{year - 1}年", f"{year - 1}年", "去年", ""] if back else [f"{year}年", f"{year}年", "今年", f"{year - 1}年", ""]


class Generator:
    """Draws questions about chunks. `evaluation` swaps the frames for ones never used in training."""

    def __init__(self, seed: int, common: set[str], evaluation: bool = False) -> None:
        self._rng = random.Random(seed)
        self._groups = read_lexicon()
        self._common = common
        self._evaluation = evaluation

    def groups_in(self, text: str) -> list[int]:
        """Lexicon groups of which an official term (3 characters or more) stands in the text."""
        lower = text.lower()
        return [i for i, g in enumerate(self._groups) if any(len(t) >= 3 and t.lower() in lower for t in g.official)]

    def pairs(self, chunk: Chunk, count: int) -> list[Pair]:
        """Up to `count` questions of mixed kinds about one chunk."""
        makers = [self._figure, self._figure, self._topic, self._subject, self._keywords, self._keywords]
        made = [self._rng.choice(makers)(chunk) for _ in range(count)]
        return list({p.question: p for p in made if p}.values())

    def _ask(self, frames: list[str], term: str, chunk: Chunk, group: int) -> Pair:
        frame = self._rng.choice(EVALUATION_FRAMES if self._evaluation else frames)
        names = place_names(chunk.report)
        place = self._rng.choice(names) if names else ""
        question = frame.format(r=place, y=self._rng.choice(years_asked(chunk)), t=term)
        return Pair(question, chunk, group, bool(place) and place in question)

    def _figure(self, chunk: Chunk) -> Pair | None:
        found = self.groups_in(chunk.text)
        if not found:
            return None
        group = self._rng.choice(found)
        known = self._groups[group]
        terms = known.spoken if known.spoken and self._rng.random() < 0.6 else known.official
        frames = FIGURE_FRAMES if self._rng.random() < 0.7 else TOPIC_FRAMES
        return self._ask(frames, self._rng.choice(terms), chunk, group)

    def _topic(self, chunk: Chunk) -> Pair | None:
        if not chunk.path:
            return None
        heading = self._rng.choice(re.split("[,、;]", chunk.path[-1]))
        return self._ask(TOPIC_FRAMES, self._say(heading), chunk, -1) if len(heading) >= 4 else None

    def _subject(self, chunk: Chunk) -> Pair | None:
        found = _SUBJECT.findall(chunk.text)
        return self._ask(FIGURE_FRAMES, self._say(self._rng.choice(found)), chunk, -1) if found else None

    def _keywords(self, chunk: Chunk) -> Pair | None:
        parts = sentences(chunk.text)
        if not parts:
            return None
        words = [w for w in jieba.cut(self._rng.choice(parts), HMM=False) if re.fullmatch(r"[\u4e00-\u9fffA-Za-z]+", w)]
        at = self._rng.randrange(max(1, len(words) - 4))
        words = [w for w in words[at : at + 9] if w not in _FILLER]
        salient = [w for w in words if len(w) > 1 and (w not in self._common or self._rng.random() < 0.3)]
        salient = salient[: self._rng.randint(2, 4)]
        return self._ask(FACT_FRAMES, self._say("".join(salient)), chunk, -1) if len(salient) >= 2 else None

    def _say(self, text: str) -> str:
        """Replaces one official term by a spoken one, half of the time."""
        if self._rng.random() < 0.5:
            return text
        known = [(t, g.spoken) for g in self._groups if g.spoken for t in g.official if len(t) >= 3 and t in text]
        if not known:
            return text
        term, spoken = self._rng.choice(known)
        return text.replace(term, self._rng.choice(spoken))


def question_pairs(reports: list[Report], common: set[str], seed: int, each: int = 3) -> list[Pair]:
    """All template pairs of the given reports."""
    generator = Generator(seed, common)
    return [p for r in reports for c in chunks_of(r) for p in generator.pairs(c, each)]


def common_words(folders: Folders, count: int = 800) -> set[str]:
    """The words too frequent in reports to make a question specific."""
    counts: dict[str, int] = json.loads((folders.work / "word-counts.json").read_text())
    return set(sorted(counts, key=lambda w: -counts[w])[:count])
