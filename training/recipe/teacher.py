"""Step 1. The teacher: bge-small-zh-v1.5 (MIT), as int8 ONNX inside a jar of Maven Central."""

import hashlib
import subprocess
import zipfile
from pathlib import Path

import numpy as np
import onnxruntime
from tokenizers import Tokenizer

from .settings import MAX_TOKENS, TEACHER_ARTIFACT, TEACHER_SHA256, THREADS, Folders


def fetch(folders: Folders) -> Path:
    """Downloads the jar with Maven's own client and unpacks model and tokenizer; checks the hash."""
    target = folders.work / "teacher"
    model = target / "bge-small-zh-v1.5-q.onnx"
    if not model.exists():
        target.mkdir(parents=True, exist_ok=True)
        command = ["mvn", "-q", "dependency:copy", f"-Dartifact={TEACHER_ARTIFACT}", f"-DoutputDirectory={target}"]
        subprocess.run(command, check=True, cwd=target)
        with zipfile.ZipFile(next(target.glob("*.jar"))) as jar:
            for name in ("bge-small-zh-v1.5-q.onnx", "bge-small-zh-v1.5-q-tokenizer.json"):
                jar.extract(name, target)
    digest = hashlib.sha256(model.read_bytes()).hexdigest()
    if digest != TEACHER_SHA256:
        raise SystemExit(f"The teacher's file has SHA-256 {digest}, not {TEACHER_SHA256}: delete {target} and fetch it again.")
    return target


class Teacher:
    """Texts to unit vectors of 512 dimensions, with CLS pooling."""

    def __init__(self, folder: Path, threads: int = THREADS) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        self._session = onnxruntime.InferenceSession(str(folder / "bge-small-zh-v1.5-q.onnx"), options)
        self._tokenizer = Tokenizer.from_file(str(folder / "bge-small-zh-v1.5-q-tokenizer.json"))
        self._tokenizer.enable_truncation(MAX_TOKENS)

    def encode(self, texts: list[str], batch: int = 32, report_every: int = 0) -> np.ndarray:
        """Batches texts of like length; returns the vectors in the order of the texts."""
        ids = [e.ids for e in self._tokenizer.encode_batch([t.lower() for t in texts])]
        order = sorted(range(len(ids)), key=lambda i: len(ids[i]))
        vectors = np.zeros((len(ids), 512), dtype=np.float32)
        for at in range(0, len(order), batch):
            rows = order[at : at + batch]
            width = max(len(ids[i]) for i in rows)
            tokens = np.zeros((len(rows), width), dtype=np.int64)
            mask = np.zeros_like(tokens)
            for row, i in enumerate(rows):
                tokens[row, : len(ids[i])] = ids[i]
                mask[row, : len(ids[i])] = 1
            feed = {"input_ids": tokens, "attention_mask": mask, "token_type_ids": np.zeros_like(tokens)}
            out = self._session.run(None, feed)[0][:, 0]
            vectors[rows] = out / np.linalg.norm(out, axis=1, keepdims=True)
            if report_every and (at // batch) % report_every == 0:
                print(f"  {at}/{len(order)}", flush=True)
        return vectors


if __name__ == "__main__":
    print("teacher in", fetch(Folders.from_environment()))
