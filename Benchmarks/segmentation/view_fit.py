"""Fits the choice among outlines that were seen from near (ViewChoice.swift) to labelled pictures.

    python3 view_fit.py FOLDER/labels.csv FOLDER/views.tsv [MORE/labels.csv MORE/views.tsv ...]

`views.tsv` is what `OutlineValues views` prints of the pictures in `labels.csv`, which should be others
than those that `choice.bin` and `view.bin` were made with. A conditional logit (D. McFadden, 1974), as in
`choice_fit.py`, but of a sum of the first three values. Prints how often the scores before and those fitted choose a
right outline, and the numbers of ViewChoice.swift.
"""

import sys

import numpy as np
import torch

from choice_fit import SCALE, SHIFT, Pictures, calibrated, log_sum

# ViewChoice.scoreRange and .answerRange.
RANGES = (15, 12, 12)
PENALTY = 0.1


class Views(Pictures):
    @staticmethod
    def bounded(values):
        for column, limit in enumerate(RANGES):
            values[:, column] = np.clip(values[:, column], -limit, limit)
        return values


def fitted(pictures):
    """A bias and a weight for each value."""
    count = len(pictures)
    picture = torch.tensor(np.repeat(np.arange(count), np.diff(pictures.first)))
    values = torch.tensor(pictures.values[:, :len(RANGES)])
    right = torch.tensor(pictures.right)
    has_right = torch.zeros(count).index_add(0, picture, right.float()) > 0
    start = torch.tensor([0.0, 1.0, 0.0, 0.0], dtype=torch.float64)
    weights = start.clone().requires_grad_(True)
    optimizer = torch.optim.LBFGS([weights], max_iter=300, line_search_fn="strong_wolfe")

    def loss():
        optimizer.zero_grad()
        scores = (values @ weights[1:] + weights[0]).float()
        chosen = log_sum(torch.where(right, scores, -1e9), picture, count, none=False)
        likelihood = torch.where(has_right, chosen, 0) - log_sum(scores, picture, count, none=True)
        value = -1000 * likelihood.mean() + PENALTY * ((weights - start) ** 2).sum()
        value.backward()
        return value

    optimizer.step(loss)
    return weights.detach().numpy()


def main():
    tables = sys.argv[1:]
    pictures = Views(zip(tables[::2], tables[1::2]), float("inf"))
    weights = fitted(pictures)
    scores = pictures.values[:, :len(RANGES)] @ weights[1:] + weights[0]
    for name, some in (("before", pictures.values[:, 0]), ("after", scores)):
        chosen = pictures.winners(some)
        print(
            f"{name}: {pictures.right[chosen].sum()} right ones chosen of {len(pictures)}, "
            f"{pictures.near[chosen].sum()} that would do")
    winners = pictures.winners(scores)
    factor, shift = calibrated(scores[winners], pictures.near[winners])
    print("bias:", round(weights[0], 3), "weights:", weights[1:].round(3).tolist())
    print(f"scale: {factor / SCALE:.3f}\nshift: {(shift - SHIFT) / SCALE:.3f}")


if __name__ == "__main__":
    main()
