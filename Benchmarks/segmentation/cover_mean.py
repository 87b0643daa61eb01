"""Writes the mean of several trained cover networks, which errs less than each of them.

    python3 cover_mean.py SAMPLES_FOLDER OUTPUT.pt TRAINED.pt TRAINED.pt...

States of one training are meant (P. Izmailov et al., Averaging weights leads to wider optima and
better generalization, UAI 2018). The means and variances of the normalisation are taken anew, from
every twelfth shard of samples.
"""

import glob
import sys

import numpy as np
import torch

from cover_network import loaded, scaled


def main():
    states = [torch.load(name) for name in sys.argv[3:]]
    mean = {
        name: sum(state[name] for state in states) / len(states)
        if value.dtype.is_floating_point else value
        for name, value in states[0].items()}
    network = loaded(mean)
    for module in network.modules():
        if isinstance(module, torch.nn.BatchNorm2d):
            module.momentum = None
            module.reset_running_stats()
    with torch.no_grad():
        for name in sorted(glob.glob(sys.argv[1] + "/*.npz"))[::12]:
            shard = np.load(name)
            for start in range(0, len(shard["covered"]) - 249, 250):
                network(scaled(*[
                    shard[key][start:start + 250] for key in ("patch", "mask", "usual")]))
    torch.save(network.state_dict(), sys.argv[2])


if __name__ == "__main__":
    main()
