"""Step 8. Vectors of 50 texts, computed in Python, for check_pipeline.mjs to compare with."""

import json

import numpy as np
import onnx
from onnx import numpy_helper

from .settings import DATA, MODEL_FOLDER, SAMPLE
from .student import Cutter, embed

TEXTS = [
    "GDP", "PM2.5年均浓度", "R&D经费投入强度", "2022年", "12345", "５Ｇ基站", "ＧＤＰ增速", "Gross Domestic Product", "龘靐", "😀 表情",
    "a", "。", "QFLP和QDLP", "一般公共预算收入（亿元）\t38.5\t40.2", "第一行\n第二行", "空气质量优良天数比例(%)*82以上84.4308天",
]


def main() -> None:
    weights = {w.name: numpy_helper.to_array(w) for w in onnx.load(MODEL_FOLDER / "onnx" / "model_quantized.onnx").graph.initializer}
    rows = weights["table"].astype(np.float32) * weights["scales"]
    items = [json.loads(line) for line in (DATA / "synonym-test.jsonl").read_text().splitlines()]
    texts = [*TEXTS, *(f"{i['query']}，{i['positive']}，{'、'.join(i['distractors'])}。" for i in items)][:50]
    vectors = embed(Cutter(MODEL_FOLDER / "tokenizer.json")(texts), rows)
    found = [{"text": t, "vector": [round(float(x), 6) for x in v]} for t, v in zip(texts, vectors, strict=True)]
    target = DATA if SAMPLE == 1 else MODEL_FOLDER
    (target / "reference.json").write_text(json.dumps(found, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
