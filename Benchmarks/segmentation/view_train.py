"""Trains the network on samples that `view_samples.py` has written, for so many minutes.

    python3 view_train.py SAMPLES_FOLDER OUTPUT.pt --minutes 25 [--from EARLIER.pt]

One sample in twelve is left out, and the losses on those are printed.
"""

import glob

import numpy as np
import torch
from torch.nn import functional

from training import arguments, train
from view_network import RIGHT, ViewNetwork, scaled

BATCH = 192


def read(folder):
    parts = [np.load(name) for name in sorted(glob.glob(folder + "/*.npz"))]
    return [np.concatenate([part[key] for part in parts]) for key in ("view", "overlap")]


def varied(views, random):
    """Mirrored and turned about, in other light and chroma, and with noise."""
    if random.random() < 0.5:
        views = views.flip(3)
    turned = torch.from_numpy(random.random(len(views)) < 0.5)[:, None, None, None]
    views = torch.where(turned, views.flip(2, 3) if random.random() < 0.5 else views.flip(2), views)
    count = len(views)
    seen = views[:, 3:]
    light = torch.from_numpy(np.exp(random.normal(0, 0.12, count))).float()[:, None, None, None]
    gain = torch.from_numpy(np.exp(random.normal(0, 0.3, count))).float()
    gain[torch.from_numpy(random.random(count) < 0.08)] = 0
    tint = torch.from_numpy(random.normal(0, 0.12, (count, 2))).float()[:, :, None, None]
    luma = (views[:, :1] + 1) * light
    chroma = views[:, 1:3] * gain[:, None, None, None] + tint * luma / 2
    luma = luma - 1 + torch.randn_like(luma) * 0.03
    return torch.cat([luma * seen, chroma * seen, seen], 1)


def losses(logits, overlap):
    overlap = torch.from_numpy(overlap)
    return [
        functional.binary_cross_entropy_with_logits(logits[:, place], (overlap >= least).float())
        for place, least in enumerate(RIGHT)]


def main():
    options = arguments(minutes=25, rate=4e-3, decay=2e-3)
    torch.manual_seed(1)
    random = np.random.default_rng(5)
    views, overlaps = read(options.samples)
    is_held = np.arange(len(views)) % 12 == 0
    held = views[is_held], overlaps[is_held]
    views, overlaps = views[~is_held], overlaps[~is_held]
    print(len(views), "views of outlines,", len(held[0]), "left out", flush=True)
    network, smooth = ViewNetwork(), ViewNetwork()

    def next_loss():
        some = random.integers(0, len(views), BATCH)
        right, near = losses(network(varied(scaled(views[some]), random)), overlaps[some])
        return right + 0.5 * near

    def report(mean):
        smooth.load_state_dict(mean)
        smooth.eval()
        with torch.no_grad():
            logits = torch.cat([
                smooth(scaled(held[0][start:start + 500])) for start in range(0, len(held[0]), 500)])
        return [round(value.item(), 4) for value in losses(logits, held[1])]

    train(network, next_loss, options, every=1000, report=report)


if __name__ == "__main__":
    main()
