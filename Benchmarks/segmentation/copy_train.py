"""Trains the network that tells gray copies on samples of `copy_samples.py`, for so many minutes.

    python3 copy_train.py SAMPLES_FOLDER OUTPUT.pt --minutes 40 [--from EARLIER.pt]
"""

import glob

import numpy as np
import torch
from torch.nn import functional

from copy_network import CopyNetwork
from network import scaled
from training import arguments, train

BATCH = 48


def main():
    options = arguments(minutes=40, rate=4e-3)
    torch.manual_seed(1)
    random = np.random.default_rng(5)
    shards = [np.load(name) for name in sorted(glob.glob(options.samples + "/*.npz"))]
    pictures, marks = (np.concatenate([shard[key] for shard in shards]) for key in ("picture", "marks"))
    network = CopyNetwork()
    right = []

    def next_loss():
        some = random.integers(0, len(pictures), BATCH)
        picture = scaled(pictures[some])
        mark = torch.from_numpy(marks[some]).float() / 255
        if random.random() < 0.5:
            picture, mark = picture.flip(3), mark.flip(3)
        if random.random() < 0.5:
            picture, mark = picture.flip(2), mark.flip(2)
        found, verdict = network(picture + torch.randn_like(picture) * 0.01)
        kinds = mark.amax((2, 3)) > 0.5
        known = kinds.any(1)
        truth = kinds[:, 0].float()
        right.append(((verdict > 0) == (truth > 0))[known].float().mean().item())
        return (
            functional.binary_cross_entropy_with_logits(found, mark)
            + 0.5 * functional.binary_cross_entropy_with_logits(verdict[known], truth[known]))

    train(network, next_loss, options, every=100, report=lambda mean: [np.mean(right[-100:])])


if __name__ == "__main__":
    main()
