"""Trains the network on samples that `samples.py` has written, for so many minutes.

    python3 train.py SAMPLES_FOLDER OUTPUT.pt --minutes 40 [--from EARLIER.pt]
"""

import argparse
import glob
import time

import numpy as np
import torch
from torch.nn import functional

from network import Network, scaled

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
    parser = argparse.ArgumentParser()
    parser.add_argument("samples")
    parser.add_argument("output")
    parser.add_argument("--minutes", type=float, default=40)
    parser.add_argument("--rate", type=float, default=3e-3)
    parser.add_argument("--from", dest="earlier")
    options = parser.parse_args()

    torch.manual_seed(1)
    random = np.random.default_rng(5)
    pictures, insides, edges = read(options.samples)
    network = Network()
    if options.earlier:
        network.load_state_dict(torch.load(options.earlier))
    optimizer = torch.optim.AdamW(network.parameters(), weight_decay=1e-3)
    # The mean of the weights over the last few hundred steps is what is kept.
    mean = {name: value.clone() for name, value in network.state_dict().items()}
    start = time.time()
    step = 0
    while (done := (time.time() - start) / 60 / options.minutes) < 1:
        rate = options.rate * min(1, (step + 1) / 200) * 0.5 * (1 + np.cos(np.pi * done))
        for group in optimizer.param_groups:
            group["lr"] = rate + 1e-5
        some = random.integers(0, len(pictures), BATCH)
        picture = scaled(pictures[some])
        inside = torch.from_numpy(insides[some]).float() / 255
        edge = torch.from_numpy(edges[some]).float() / 255
        if random.random() < 0.5:
            picture, inside, edge = picture.flip(3), inside.flip(2), edge.flip(2)
        if random.random() < 0.5:
            picture, inside, edge = picture.flip(2), inside.flip(1), edge.flip(1)
        value = loss(network(picture + torch.randn_like(picture) * 0.02), inside, edge)
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
        if step % 100 == 0:
            print(step, round(time.time() - start), "s", round(value.item(), 4), flush=True)
            torch.save(mean, options.output)
    torch.save(mean, options.output)


if __name__ == "__main__":
    main()
