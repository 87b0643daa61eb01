"""What the trainings of all networks share."""

import argparse
import time

import numpy as np
import torch


def arguments(minutes, rate, layouts=(), decay=1e-3):
    parser = argparse.ArgumentParser()
    parser.add_argument("samples")
    parser.add_argument("output")
    parser.add_argument("--minutes", type=float, default=minutes)
    parser.add_argument("--rate", type=float, default=rate)
    parser.add_argument("--decay", type=float, default=decay)
    parser.add_argument("--from", dest="earlier")
    if layouts:
        parser.add_argument("--layout", choices=list(layouts), default=next(iter(layouts)))
    # Threads wait for each other at every layer: beside other work, two are ten times slower.
    parser.add_argument("--threads", type=int, default=1)
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    return options


def train(network, loss, options, every, report=lambda mean: ()):
    """Takes steps on the losses that `loss()` gives for so many minutes, and writes the mean of the
    weights over the last few hundred steps, every so many steps and at the end."""
    if options.earlier:
        network.load_state_dict(torch.load(options.earlier))
    network.to(memory_format=torch.channels_last)
    optimizer = torch.optim.AdamW(network.parameters(), weight_decay=options.decay)
    mean = {name: value.clone() for name, value in network.state_dict().items()}
    start = time.time()
    step = 0
    while (done := (time.time() - start) / 60 / options.minutes) < 1:
        rate = options.rate * min(1, (step + 1) / 200) * 0.5 * (1 + np.cos(np.pi * done))
        for group in optimizer.param_groups:
            group["lr"] = rate + 1e-5
        value = loss()
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
        if step % every == 0:
            torch.save(mean, options.output)
            print(
                step, round(time.time() - start), "s", round(value.item(), 4), *report(mean),
                flush=True)
    torch.save(mean, options.output)
