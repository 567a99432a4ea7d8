"""Reads a folder of plain-text reports: cleaning, headings, chunks, and the held-out split."""

import csv
import hashlib
import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path

from .settings import CHUNK_CHARACTERS, HELD_OUT_SHARE, SAMPLE, SEED

CJK = "\u3400-\u9fff"
NUMERAL = "一二三四五六七八九十百"
_HEADING_LINE = re.compile(
    rf"^(?:第[{NUMERAL}]+部分|[{NUMERAL}]{{1,3}}、|\([{NUMERAL}]{{1,3}}\)|#+\s|\d{{1,2}}[.、](?!\d)|——|\*\*)"
)
_TOP_LEVEL = re.compile(rf"^(?:第[{NUMERAL}]+部分|[{NUMERAL}]{{1,3}}、|##?\s)")
_MARKS = re.compile(rf"^(?:第[{NUMERAL}]+部分|[{NUMERAL}]{{1,3}}、|\([{NUMERAL}]{{1,3}}\)|#+\s*|\d{{1,2}}[.、]|——|\s)+")
_SENTENCE = re.compile(r"[^。!?;\n]+[。!?;]?")


@dataclass(frozen=True, eq=False)
class Report:
    """One report: file name, title, region and year where known, and its cleaned lines."""

    name: str
    title: str
    region: str
    year: str
    lines: tuple[str, ...]


@dataclass(frozen=True)
class Chunk:
    """A passage that never crosses a heading, with the path of headings above it."""

    report: Report
    path: tuple[str, ...]
    text: str

    def embedded(self) -> str:
        """The text as an application embeds it: document, path, passage."""
        return "\n".join([self.report.title, " > ".join(self.path), self.text])


def clean(text: str) -> str:
    """NFKC, and no white space between two Chinese characters or around figures."""
    text = unicodedata.normalize("NFKC", text).replace("\u3000", " ")
    text = re.sub(rf"(?<=[{CJK},。、:;])[ ]+(?=[{CJK}\d])", "", text)
    return re.sub(rf"(?<=\d)[ ]+(?=[{CJK}])", "", text)


def sentences(text: str) -> list[str]:
    """Cuts at full stops, question marks, semicolons and line ends."""
    return [s.strip() for s in _SENTENCE.findall(text) if len(s.strip()) > 5]


def is_held_out(name: str) -> bool:
    """Decided by a seeded hash of the file name, so that adding a report moves no other."""
    digest = hashlib.sha256(f"{SEED}:{name}".encode()).digest()
    return int.from_bytes(digest[:4], "big") / 2**32 < HELD_OUT_SHARE


def read_reports(folder: Path) -> list[Report]:
    """All .txt files of the folder; regions and years from SOURCES.tsv where there is one."""
    known: dict[str, dict[str, str]] = {}
    sources = folder / "SOURCES.tsv"
    if sources.exists():
        with sources.open(encoding="utf-8") as file:
            known = {row["file"]: row for row in csv.DictReader(file, delimiter="\t")}
    paths = sorted(folder.glob("*.txt"))
    if len(paths) > 100:
        paths = paths[:: max(1, round(1 / SAMPLE))]
    return [_read(path, known.get(path.name, {})) for path in paths]


def _read(path: Path, facts: dict[str, str]) -> Report:
    text = clean(path.read_text(encoding="utf-8", errors="ignore"))
    lines = tuple(line.strip() for line in text.splitlines() if line.strip())
    region, year = facts.get("region", ""), facts.get("year", "")
    kind = {"communique": "统计公报", "five-year-plan": "五年规划纲要"}.get(facts.get("kind", ""), "政府工作报告")
    title = f"{region}{year}年{kind}" if region else re.sub(r"^[#\s]+", "", "".join(lines[:3]))[:60]
    return Report(path.name, title, region, year, lines)


def heading_of(line: str) -> tuple[str, str]:
    """(heading, rest of the line); the heading is '' where the line has none."""
    if not _HEADING_LINE.match(line):
        return "", line
    bare = _MARKS.sub("", line.replace("**", "")).strip()
    lead, stop, rest = bare.partition("。")
    if len(lead) <= 40 and (stop or len(bare) <= 40):
        return lead.rstrip(":"), rest.strip()
    lead, stop, rest = bare.partition(":")
    return (lead, rest.strip()) if stop and len(lead) <= 20 else ("", line)


def chunks_of(report: Report, size: int = CHUNK_CHARACTERS) -> list[Chunk]:
    """Cuts a report at headings, then at sentence ends, into passages of about `size` characters."""
    found: list[Chunk] = []
    top, sub, buffer = "", "", ""

    def flush() -> None:
        nonlocal buffer
        if len(buffer) >= 15:
            found.append(Chunk(report, tuple(p for p in (top, sub) if p), buffer.strip()))
        buffer = ""

    for line in report.lines:
        heading, rest = heading_of(line)
        if heading:
            flush()
            if _TOP_LEVEL.match(line):
                top, sub = heading, ""
            else:
                sub = heading
        pieces = [line] if "\t" in line or "|" in line else (_SENTENCE.findall(rest) or [rest])
        for piece in pieces:
            if len(buffer) + len(piece) > size and len(buffer) > size // 3:
                flush()
            buffer += piece[: size * 2]
        buffer += "\n"
    flush()
    return found
