"""Writes the folder that `src/read/second` loads: int8 ONNX of the trained cross-encoder, its words, the mix with the trees, hashes.

python training/cross/export.py WORK REPORTS models/wenzheng-cross

The vocabulary is cut to what the reports and the questions print; weights of products are int8 a column, embeddings int8 a row.
"""

import argparse
import hashlib
import json
from collections import Counter
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic
from tokenizers import Tokenizer

from model import CrossEncoder
from words import bare

MOST_WORDS = 4300
SPECIAL = ["[PAD]", "[UNK]", "[CLS]", "[SEP]"]


def words_used(tokenizer: Tokenizer, reports: Path, questions: list[str]) -> list[int]:
    """Ids of the special tokens, of every token of a question, then of the commonest of the reports."""
    counts: Counter[int] = Counter()
    asked = {token for one in tokenizer.encode_batch([bare(text) for text in questions]) for token in one.ids}
    for file in sorted(reports.glob("*.txt")):
        lines = [bare(line) for line in file.read_text("utf8", errors="ignore").split("\n")]
        counts.update(token for one in tokenizer.encode_batch([line for line in lines if line]) for token in one.ids)
    special = [tokenizer.token_to_id(name) for name in SPECIAL]
    rest = [token for token, _ in Counter({**counts, **{token: 10**9 for token in asked}}).most_common() if token not in special]
    return special + rest[: MOST_WORDS - len(special)]


def tokenizer_of(source: Path, kept: list[int]) -> dict:
    made = json.loads(source.read_text("utf8"))
    names = {number: name for name, number in made["model"]["vocab"].items()}
    made["model"]["vocab"] = {names[number]: at for at, number in enumerate(kept)}
    made["added_tokens"] = [{**token, "id": SPECIAL.index(token["content"])} for token in made["added_tokens"] if token["content"] in SPECIAL]
    for name, token in made["post_processor"]["special_tokens"].items():
        token["ids"] = [SPECIAL.index(name)]
    return made


def float_graph(model: CrossEncoder, target: Path) -> None:
    model.eval()
    ids = torch.ones(1, 24, dtype=torch.long)
    axes = {name: {0: "pairs", 1: "tokens"} for name in ("input_ids", "token_type_ids", "attention_mask")}

    class Named(torch.nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.inner = model

        def forward(self, input_ids, token_type_ids, attention_mask):
            return self.inner(input_ids, token_type_ids, attention_mask)[:, None]

    torch.onnx.export(
        Named(), (ids, torch.zeros_like(ids), ids), str(target), opset_version=14, do_constant_folding=True,
        input_names=list(axes), output_names=["logits"], dynamic_axes={**axes, "logits": {0: "pairs"}},
    )


def with_small_embeddings(graph: onnx.ModelProto) -> None:
    """The tables of words and of places as int8 with a scale a row: only the rows that a text names become floats."""
    for node in list(graph.graph.node):
        table = next((one for one in graph.graph.initializer if node.op_type == "Gather" and one.name == node.input[0]), None)
        if table is None or len(table.dims) != 2 or table.dims[0] < 100:
            continue
        own = f"table{table.dims[0]}"
        rows = numpy_helper.to_array(table)
        scales = np.abs(rows).max(1, keepdims=True) / 127 + 1e-12
        graph.graph.initializer.remove(table)
        graph.graph.initializer.extend([
            numpy_helper.from_array(np.round(rows / scales).astype(np.int8), own),
            numpy_helper.from_array(scales.astype(np.float32), f"{own}.scales"),
        ])
        at = list(graph.graph.node).index(node)
        graph.graph.node.remove(node)
        for new in reversed([
            helper.make_node("Gather", [own, node.input[1]], [f"{own}.small"]),
            helper.make_node("Cast", [f"{own}.small"], [f"{own}.rows"], to=TensorProto.FLOAT),
            helper.make_node("Gather", [f"{own}.scales", node.input[1]], [f"{own}.scale"]),
            helper.make_node("Mul", [f"{own}.rows", f"{own}.scale"], list(node.output)),
        ]):
            graph.graph.node.insert(at, new)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("work", type=Path)
    parser.add_argument("reports", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--pairs", type=Path, required=True)
    options = parser.parse_args()
    source = options.work / "bge-small-zh-v1.5-tokenizer.json"
    tokenizer = Tokenizer.from_file(str(source))
    questions = [json.loads(line).get("words") or "" for line in options.pairs.read_text("utf8").splitlines()]
    kept = words_used(tokenizer, options.reports, questions)
    state = torch.load(options.work / "model.pt", weights_only=True)
    state["words.weight"] = state["words.weight"][kept]
    model = CrossEncoder(len({name.split(".")[1] for name in state if name.startswith("layers.")}), len(kept), len(state["positions.weight"]))
    model.load_state_dict(state)
    (options.folder / "onnx").mkdir(parents=True, exist_ok=True)
    plain, small = options.work / "plain.onnx", options.folder / "onnx" / "model_quantized.onnx"
    float_graph(model, plain)
    quantize_dynamic(str(plain), str(small), weight_type=QuantType.QInt8, per_channel=True, op_types_to_quantize=["MatMul"])
    graph = onnx.load(str(small))
    with_small_embeddings(graph)
    graph.ir_version = 8
    onnx.save(graph, str(small))
    config = {"model_type": "bert", "architectures": ["BertForSequenceClassification"], "vocab_size": len(kept), "pad_token_id": 0}
    settings = {"tokenizer_class": "BertTokenizer", "pad_token": "[PAD]", "unk_token": "[UNK]", "cls_token": "[CLS]", "sep_token": "[SEP]", "model_max_length": len(state["positions.weight"])}
    written = {"config.json": config, "tokenizer_config.json": settings, "tokenizer.json": tokenizer_of(source, kept)}
    for name, held in written.items():
        (options.folder / name).write_text(json.dumps(held, ensure_ascii=False, indent=None if name == "tokenizer.json" else 2) + "\n", "utf8")
    describe(options.folder)


def describe(folder: Path) -> None:
    files = ["config.json", "tokenizer.json", "tokenizer_config.json", "onnx/model_quantized.onnx", "mix.json"]
    held = {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in files if (folder / name).exists()}
    (folder / "model.json").write_text(json.dumps({"id": folder.name, "licence": "Apache-2.0; begun from bge-small-zh-v1.5, MIT", "sha256": held}, indent=2) + "\n")


if __name__ == "__main__":
    main()
