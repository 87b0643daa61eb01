"""Trains the network on samples that `cover_samples.py` has written, for so many minutes.

    python3 cover_train.py SAMPLES_FOLDER OUTPUT.pt --minutes 30 [--from EARLIER.pt]

One shard in twelve is left out, and the loss on those is printed.
"""

import argparse
import glob
import time

import numpy as np
import torch
from torch.nn import functional

from cover_network import CoverNetwork, scaled

BATCH = 128
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
    parser = argparse.ArgumentParser()
    parser.add_argument("samples")
    parser.add_argument("output")
    parser.add_argument("--minutes", type=float, default=30)
    parser.add_argument("--rate", type=float, default=4e-3)
    parser.add_argument("--from", dest="earlier")
    options = parser.parse_args()

    torch.manual_seed(1)
    random = np.random.default_rng(5)
    names = sorted(glob.glob(options.samples + "/*.npz"))
    data = read([name for index, name in enumerate(names) if index % 12])
    held = read(names[::12])
    print(len(data[0]), "patches,", len(held[0]), "left out;", data[4].mean(), "covered")
    network = CoverNetwork()
    if options.earlier:
        network.load_state_dict(torch.load(options.earlier))
    optimizer = torch.optim.AdamW(network.parameters(), weight_decay=1e-3)
    mean = {name: value.clone() for name, value in network.state_dict().items()}
    smooth = CoverNetwork()
    start = time.time()
    step = 0
    while (done := (time.time() - start) / 60 / options.minutes) < 1:
        rate = options.rate * min(1, (step + 1) / 200) * 0.5 * (1 + np.cos(np.pi * done))
        for group in optimizer.param_groups:
            group["lr"] = rate + 1e-5
        some = random.integers(0, len(data[0]), BATCH)
        patch, mask, usual, at_corner, covered = [column[some] for column in data]
        values = varied(scaled(patch, mask, usual), at_corner, random)
        value = functional.binary_cross_entropy_with_logits(
            network(values), torch.from_numpy(covered).float())
        optimizer.zero_grad()
        value.backward()
        torch.nn.utils.clip_grad_norm_(network.parameters(), 2.0)
        optimizer.step()
        keep = min(0.998, (step + 1) / (step + 10))
        with torch.no_grad():
            for name, now in network.state_dict().items():
                if now.dtype.is_floating_point:
                    mean[name].mul_(keep).add_(now, alpha=1 - keep)
                else:
                    mean[name].copy_(now)
        step += 1
        if step % 1000 == 0:
            smooth.load_state_dict(mean)
            print(
                step, round(time.time() - start), "s", round(value.item(), 4),
                *checked(smooth, held), flush=True)
            torch.save(mean, options.output)
    torch.save(mean, options.output)


if __name__ == "__main__":
    main()
