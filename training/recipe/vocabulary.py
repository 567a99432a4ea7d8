"""Step 2. The tokenizer: a Unigram model over words, so that it cuts like a Chinese dictionary would.

Words come from jieba's dictionary (MIT), from the reports and from the lexicon; the score of a word is the
logarithm of its frequency in both. The same file is read by @xenova/transformers and by Python.
"""

import json
import math
import re
from collections import Counter

import jieba

from .lexicon import read_lexicon
from .reports import is_held_out, read_reports
from .settings import MAX_TOKENS, VOCABULARY_SIZE, Folders

PAD, UNKNOWN = "\ue000", "\ue001"
"""Private-use characters: nobody can type a token that means something to the model."""

SEPARATORS = r"[\s,。、;:!?\x22'“”‘’《》〈〉()\[\]{}【】|*#—…<>·_~^$\\=+-]+"
_LATIN = re.compile(r"[a-z][a-z0-9&.+/-]*[a-z0-9]|[a-z]")
_WORD = re.compile(r"[\u3400-\u9fff]+")
YEARS = [str(year) for year in range(1978, 2051)]
DICTIONARY_WEIGHT = 0.3
NEW_WORD_COUNT = 40


def count_words(texts: list[str]) -> tuple[Counter[str], Counter[str]]:
    """(words, Latin-letter words) of the texts, cut by jieba with its model for new words."""
    words: Counter[str] = Counter()
    latin: Counter[str] = Counter()
    for text in texts:
        text = text.lower()
        latin.update(_LATIN.findall(text))
        for run in _WORD.findall(text):
            words.update(jieba.cut(run, HMM=True))
    return words, latin


def choose(words: Counter[str], latin: Counter[str], wanted: set[str], size: int) -> dict[str, float]:
    """Token → log probability, the `size` most frequent of dictionary and reports together."""
    jieba.initialize()
    known = {w: f for w, f in jieba.dt.FREQ.items() if f > 0 and _WORD.fullmatch(w) and len(w) <= 8}
    known_total, seen_total = sum(known.values()), sum(words.values())
    chance: dict[str, float] = {}
    for word in known.keys() | {w for w, n in words.items() if n >= NEW_WORD_COUNT and len(w) <= 4} | wanted:
        share = known.get(word, 0) / known_total
        chance[word] = DICTIONARY_WEIGHT * share + (1 - DICTIONARY_WEIGHT) * words.get(word, 0) / seen_total
    for word, count in latin.items():
        if count >= 3 or len(word) == 1:
            chance[word] = max(count, 5) / seen_total
    floor = 1e-8
    always = {w for w in chance if len(w) == 1 and (words.get(w) or _common(w))} | wanted
    always |= {w for w in latin if latin[w] >= 3}
    for word in [*"0123456789", *YEARS, *"abcdefghijklmnopqrstuvwxyz", "%", "℃", ".", "/", "&", "≥", "≤"]:
        chance[word] = max(chance.get(word, 0), 1e-4 if word in YEARS else 1e-5)
        always.add(word)
    rest = sorted((w for w in chance if w not in always), key=lambda w: (-chance[w], w))
    kept = sorted(always) + rest[: size - len(always) - 2]
    return {w: math.log(max(chance[w], floor)) for w in sorted(kept, key=lambda w: (-chance[w], w))}


def _common(character: str) -> bool:
    try:
        return len(character.encode("gb2312")) == 2
    except UnicodeEncodeError:
        return False


def tokenizer_json(scores: dict[str, float]) -> dict:
    """The tokenizer file: NFKC and lower case, cut at separators, then Unigram.

    One padding token, which weighs nothing, is put before every text, so that an empty one still has a token.
    """
    vocabulary = [[PAD, -30.0], [UNKNOWN, -30.0], *[[w, round(s, 3)] for w, s in scores.items()]]
    special = {"single_word": False, "lstrip": False, "rstrip": False, "normalized": False, "special": True}
    return {
        "version": "1.0",
        "truncation": None,
        "padding": None,
        "added_tokens": [{"id": 0, "content": PAD, **special}, {"id": 1, "content": UNKNOWN, **special}],
        "normalizer": {"type": "Sequence", "normalizers": [{"type": "NFKC"}, {"type": "Lowercase"}]},
        "pre_tokenizer": {
            "type": "Split", "pattern": {"Regex": SEPARATORS}, "behavior": "Removed", "invert": False,
        },
        "post_processor": {
            "type": "TemplateProcessing",
            "single": [{"SpecialToken": {"id": PAD, "type_id": 0}}, {"Sequence": {"id": "A", "type_id": 0}}],
            "pair": [{"Sequence": {"id": "A", "type_id": 0}}, {"Sequence": {"id": "B", "type_id": 0}}],
            "special_tokens": {PAD: {"id": PAD, "ids": [0], "tokens": [PAD]}},
        },
        "decoder": None,
        "model": {"type": "Unigram", "unk_id": 1, "byte_fallback": False, "vocab": vocabulary},
    }


def tokenizer_config() -> dict:
    """What @xenova/transformers wants to know beside the tokenizer itself."""
    return {
        "tokenizer_class": "PreTrainedTokenizerFast",
        "pad_token": PAD,
        "unk_token": UNKNOWN,
        "model_max_length": MAX_TOKENS,
    }


def main() -> None:
    folders = Folders.from_environment()
    reports = [r for r in read_reports(folders.reports) if not is_held_out(r.name)] + read_reports(folders.corpus)
    words, latin = count_words(["\n".join(r.lines) for r in reports])
    terms = {t for group in read_lexicon() for t in group.all_terms()}
    wanted = {t.lower() for t in terms if _WORD.fullmatch(t) and len(t) <= 4}
    latin.update({w: 5 for t in terms for w in _LATIN.findall(t.lower())})
    scores = choose(words, latin, wanted, VOCABULARY_SIZE)
    (folders.work / "tokenizer.json").write_text(json.dumps(tokenizer_json(scores), ensure_ascii=False, separators=(",", ":")))
    counts = {w: words.get(w, 0) + latin.get(w, 0) for w in scores}
    (folders.work / "word-counts.json").write_text(json.dumps(counts, ensure_ascii=False))
    print(len(scores) + 2, "tokens;", sum(1 for c in counts.values() if c), "seen in the reports")


if __name__ == "__main__":
    main()
