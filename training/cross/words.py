"""What the cross-encoder reads of a question and a unit. `src/read/second/windows.ts` does the same, and a test holds the two to the same words."""

import re

#: Characters of a question, of a unit's section title, of the unit itself.
MOST_ASKED, MOST_TITLE, MOST_TOLD = 40, 16, 88
#: A longer unit is read where it shares the most pairs of characters with the question; windows begin so far apart.
STEP = 8

NUMBER = re.compile(r"\d+(?:[.,．，]\d+)*")
YEAR = re.compile(r"(?:19|20)\d\d")


def bare(text: str) -> str:
    """Figures are all alike, so that none is learned: 2,442.6亿元 → 0亿元; years stay."""
    small = re.sub(r"\s+", "", text).lower()
    return NUMBER.sub(lambda found: found[0] if YEAR.fullmatch(found[0]) else "0", small)


def pairs_of(text: str) -> set[str]:
    return {text[at : at + 2] for at in range(len(text) - 1)}


def window(asked: str, told: str) -> str:
    """The stretch of `told` that shares the most pairs of characters with what is asked, the first of several."""
    if len(told) <= MOST_TOLD:
        return told
    wanted = pairs_of(asked)
    best, most = 0, -1
    for start in [*range(0, len(told) - MOST_TOLD, STEP), len(told) - MOST_TOLD]:
        shared = len(wanted & pairs_of(told[start : start + MOST_TOLD]))
        if shared > most:
            best, most = start, shared
    return told[best : best + MOST_TOLD]


def read_together(asked: str, title: str, told: str) -> tuple[str, str]:
    """The two texts that the model reads: the question, and the unit behind the title of its section."""
    question = bare(asked)[:MOST_ASKED]
    said = window(question, bare(told))
    heading = bare(title)[-MOST_TITLE:]
    return question, f"{heading}：{said}" if heading else said
