"""The domain's synonyms: what officials write and what people say. data/lexicon.tsv, one group a line."""

from dataclasses import dataclass
from functools import cache

from .settings import DATA


@dataclass(frozen=True)
class Group:
    """`official`: as printed in reports; `spoken`: as asked. The first official term stands for the group."""

    official: tuple[str, ...]
    spoken: tuple[str, ...]

    def all_terms(self) -> tuple[str, ...]:
        return self.official + self.spoken


@cache
def read_lexicon() -> tuple[Group, ...]:
    """Two columns separated by a tab, terms by '|'; lines starting with # are comments."""
    groups = []
    for line in (DATA / "lexicon.tsv").read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            official, _, spoken = line.partition("\t")
            groups.append(Group(_terms(official), _terms(spoken)))
    return tuple(groups)


def _terms(cell: str) -> tuple[str, ...]:
    return tuple(term.strip() for term in cell.split("|") if term.strip())
