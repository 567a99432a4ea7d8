"""How trees, cross-encoder and their mix choose and refuse."""

import numpy as np
import torch


def of_trees(pair: dict) -> np.ndarray:
    best = max(unit["rank"] for unit in pair["units"])
    return np.array([[unit["rank"] - best, unit["answers"], float(at == 0)] for at, unit in enumerate(pair["units"])])


def of_both(pair: dict, scores: np.ndarray) -> np.ndarray:
    return np.c_[of_trees(pair), scores, scores - scores.max()]


def fitted(pairs: list[dict], features: list[np.ndarray]):
    """Two linear scores, one that ranks the units of a question and one that tells whether the first answers."""
    rows = np.concatenate(features)
    mean, spread = rows.mean(0), rows.std(0) + 1e-6
    rank, answer = (torch.zeros(rows.shape[1], requires_grad=True) for _ in range(2))
    bias = torch.zeros(1, requires_grad=True)
    optimiser = torch.optim.LBFGS([rank, answer, bias], max_iter=80)
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


def level(pairs: list[dict], features: list[np.ndarray], score) -> str:
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


def measured(pairs: list[dict], scores: list[np.ndarray], apart: tuple[str, ...]) -> str:
    """A line a set kept apart: the mix fitted to the held reports, the level on the others."""
    made = {
        "trees": [of_trees(pair) for pair in pairs],
        "cross": [np.c_[each, each - each.max()] for each in scores],
        "both": [of_both(pair, each) for pair, each in zip(pairs, scores)],
    }
    held = [at for at, pair in enumerate(pairs) if pair["set"] not in apart and (pair["expect"] == "refuse" or any(u["y"] for u in pair["units"]))]
    fits = {name: fitted([pairs[at] for at in held], [each[at] for at in held]) for name, each in made.items()}
    lines = []
    for name in ("held", *apart):
        some = held if name == "held" else [at for at, pair in enumerate(pairs) if pair["set"] == name]
        told = [f"{who} {level([pairs[at] for at in some], [made[who][at] for at in some], fits[who])}" for who in made]
        lines.append(f"  {name} n {len(some)}  " + "  |  ".join(told))
    return "\n".join(lines)
