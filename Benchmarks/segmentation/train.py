"""Trains the network on samples that `samples.py` has written, for so many minutes.

    python3 train.py SAMPLES_FOLDER OUTPUT.pt --minutes 40 [--from EARLIER.pt]
"""

import glob

import numpy as np
import torch
from torch.nn import functional

from network import Network, scaled
from training import arguments, train

BATCH = 64


def read(folder):
    shards = [np.load(name) for name in sorted(glob.glob(folder + "/*.npz"))]
    return [np.concatenate([shard[key] for shard in shards]) for key in ("picture", "inside", "edge")]


def loss(output, inside, edge):
    found = torch.sigmoid(output[:, 0])
    common = (found * inside).sum((1, 2))
    dice = 1 - (2 * common + 20) / (found.sum((1, 2)) + inside.sum((1, 2)) + 20)
    return (
        functional.binary_cross_entropy_with_logits(output[:, 0], inside)
        + 0.5 * dice.mean()
        + functional.binary_cross_entropy_with_logits(
            output[:, 1], edge, pos_weight=torch.tensor(3.0)))


def main():
    options = arguments(minutes=40, rate=3e-3)
    torch.manual_seed(1)
    random = np.random.default_rng(5)
    pictures, insides, edges = read(options.samples)
    network = Network()

    def next_loss():
        some = random.integers(0, len(pictures), BATCH)
        picture = scaled(pictures[some])
        inside = torch.from_numpy(insides[some]).float() / 255
        edge = torch.from_numpy(edges[some]).float() / 255
        if random.random() < 0.5:
            picture, inside, edge = picture.flip(3), inside.flip(2), edge.flip(2)
        if random.random() < 0.5:
            picture, inside, edge = picture.flip(2), inside.flip(1), edge.flip(1)
        return loss(network(picture + torch.randn_like(picture) * 0.02), inside, edge)

    train(network, next_loss, options, every=100)


if __name__ == "__main__":
    main()
