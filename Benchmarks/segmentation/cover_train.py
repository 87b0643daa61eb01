"""Trains the network on samples that `cover_samples.py` has written, for so many minutes.

    python3 cover_train.py SAMPLES_FOLDER OUTPUT.pt --minutes 30 [--layout wide] [--from EARLIER.pt]

One shard in twelve is left out, and the loss on those is printed.
"""

import glob

import numpy as np
import torch
from torch.nn import functional

from cover_network import LAYOUTS, CoverNetwork, scaled
from training import arguments, train

BATCH = 256
CHROMA = [1, 2, 4, 5, 8, 9, 11, 12]
COLOURS = [0, 1, 2, 3, 4, 5, 7, 8, 9, 10, 11, 12]
KEYS = ("patch", "mask", "usual", "at_corner", "covered")


def read(names):
    shards = [np.load(name) for name in names]
    return [np.concatenate([shard[key] for shard in shards]) for key in KEYS]


def varied(values, at_corner, random):
    """Mirrored, in other chroma and with noise; a corner is mirrored about its diagonal."""
    mirrored = torch.from_numpy(random.random(len(values)) < 0.5)
    corner = torch.from_numpy(at_corner > 0)
    values = torch.where((mirrored & corner)[:, None, None, None], values.transpose(2, 3), values)
    values = torch.where((mirrored & ~corner)[:, None, None, None], values.flip(3), values)
    gain = torch.from_numpy(np.exp(random.normal(0, 0.3, len(values)))).float()
    gain[torch.from_numpy(random.random(len(values)) < 0.08)] = 0
    values[:, CHROMA] *= gain[:, None, None, None]
    values[:, COLOURS] += torch.randn(len(values), len(COLOURS), 1, 1) * 0.02
    return values


def checked(network, data):
    network.eval()
    with torch.no_grad():
        logits = torch.cat([
            network(scaled(*[column[start:start + 500] for column in data[:3]]))
            for start in range(0, len(data[0]), 500)])
    network.train()
    covered = torch.from_numpy(data[4]).float()
    value = functional.binary_cross_entropy_with_logits(logits, covered).item()
    found = (logits > 0) == (covered > 0)
    return round(value, 4), round(found.float().mean().item(), 4)


def main():
    options = arguments(minutes=30, rate=4e-3, layouts=LAYOUTS)
    torch.manual_seed(1)
    random = np.random.default_rng(5)
    names = sorted(glob.glob(options.samples + "/*.npz"))
    data = read([name for index, name in enumerate(names) if index % 12])
    held = read(names[::12])
    print(len(data[0]), "patches,", len(held[0]), "left out;", data[4].mean(), "covered")
    network = CoverNetwork(options.layout)
    smooth = CoverNetwork(options.layout)

    def next_loss():
        some = random.integers(0, len(data[0]), BATCH)
        patch, mask, usual, at_corner, covered = [column[some] for column in data]
        values = varied(scaled(patch, mask, usual), at_corner, random)
        return functional.binary_cross_entropy_with_logits(
            network(values), torch.from_numpy(covered).float())

    def report(mean):
        smooth.load_state_dict(mean)
        return checked(smooth, held)

    train(network, next_loss, options, every=1000, report=report)


if __name__ == "__main__":
    main()
