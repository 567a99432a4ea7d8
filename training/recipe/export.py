"""Step 6. Writes the folder @xenova/transformers loads: int8 ONNX that pools and normalises, tokenizer, description."""

import argparse
import hashlib
import json
import shutil
from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

from .settings import MAX_TOKENS, MODEL_FOLDER, MODEL_ID, Folders
from .student import quantise
from .vocabulary import tokenizer_config


def graph(table: np.ndarray, scales: np.ndarray) -> onnx.ModelProto:
    """input_ids, attention_mask → last_hidden_state [texts, 1, dimensions].

    Only the rows a text names are turned into floats; turning the whole table at each call would cost more than all else.
    """
    weights = [
        numpy_helper.from_array(table, "table"),
        numpy_helper.from_array(scales, "scales"),
        numpy_helper.from_array(np.array([-1], np.int64), "last"),
        numpy_helper.from_array(np.array([1], np.int64), "middle"),
        numpy_helper.from_array(np.array(1e-6, np.float32), "least"),
    ]
    nodes = [
        helper.make_node("Gather", ["table", "input_ids"], ["small"]),
        helper.make_node("Cast", ["small"], ["rows"], to=TensorProto.FLOAT),
        helper.make_node("Gather", ["scales", "input_ids"], ["scale"]),
        helper.make_node("Cast", ["attention_mask"], ["present"], to=TensorProto.FLOAT),
        helper.make_node("Unsqueeze", ["present", "last"], ["column"]),
        helper.make_node("Mul", ["scale", "column"], ["weight"]),
        helper.make_node("Mul", ["rows", "weight"], ["weighted"]),
        helper.make_node("ReduceSum", ["weighted", "middle"], ["sum"], keepdims=1),
        helper.make_node("ReduceL2", ["sum"], ["length"], axes=[-1], keepdims=1),
        helper.make_node("Max", ["length", "least"], ["divisor"]),
        helper.make_node("Div", ["sum", "divisor"], ["last_hidden_state"]),
    ]
    shape = ["texts", "tokens"]
    inputs = [helper.make_tensor_value_info(n, TensorProto.INT64, shape) for n in ("input_ids", "attention_mask")]
    output = helper.make_tensor_value_info("last_hidden_state", TensorProto.FLOAT, ["texts", 1, table.shape[1]])
    made = helper.make_graph(nodes, MODEL_ID, inputs, [output], weights)
    model = helper.make_model(made, opset_imports=[helper.make_opsetid("", 14)], ir_version=8, producer_name="wenzheng")
    onnx.checker.check_model(model)
    return model


def description(folder: Path, dimensions: int) -> dict:
    """What a program must know to use the model, and what each file must hash to before it is loaded."""
    files = ["config.json", "tokenizer.json", "tokenizer_config.json", "onnx/model_quantized.onnx"]
    return {
        "id": MODEL_ID,
        "dimensions": dimensions,
        "pooling": "cls",
        "normalize": False,
        "quantized": True,
        "queryPrefix": "",
        "passagePrefix": "",
        "maxTokens": MAX_TOKENS,
        "license": "Apache-2.0",
        "files": {name: {"sha256": hashlib.sha256((folder / name).read_bytes()).hexdigest(), "bytes": (folder / name).stat().st_size} for name in files},
    }


def write(rows: np.ndarray, tokenizer: Path, folder: Path) -> None:
    """All files of the model but its card."""
    (folder / "onnx").mkdir(parents=True, exist_ok=True)
    table, scales = quantise(rows)
    onnx.save(graph(table, scales), str(folder / "onnx" / "model_quantized.onnx"))
    config = {"model_type": "bert", "architectures": ["BertModel"], "hidden_size": rows.shape[1], "vocab_size": len(rows), "pad_token_id": 0}
    (folder / "config.json").write_text(json.dumps(config, indent=2) + "\n")
    shutil.copyfile(tokenizer, folder / "tokenizer.json")
    (folder / "tokenizer_config.json").write_text(json.dumps(tokenizer_config(), indent=2) + "\n")
    (folder / "model.json").write_text(json.dumps(description(folder, rows.shape[1]), indent=2) + "\n")


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--rows", default="rows.npy")
    parser.add_argument("--folder", type=Path, default=MODEL_FOLDER)
    arguments = parser.parse_args()
    folders = Folders.from_environment()
    write(np.load(folders.work / arguments.rows), folders.work / "tokenizer.json", arguments.folder)
    size = sum(f.stat().st_size for f in arguments.folder.rglob("*") if f.is_file())
    print(f"{arguments.folder}: {size / 1e6:.2f} MB")


if __name__ == "__main__":
    main()
