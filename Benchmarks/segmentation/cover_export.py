"""Writes a trained cover network as the library reads it (NetworkWeights.swift).

    python3 cover_export.py TRAINED.pt ../../Sources/Clearframe/Analysis/Network/Weights/cover.bin
    python3 cover_export.py WIDE.pt ../../Sources/Clearframe/Analysis/Network/Weights/cover_wide.bin
"""

import sys

import numpy as np
import torch

from cover_network import loaded
from export import Writer, folded


def main():
    network = loaded(torch.load(sys.argv[1])).eval()
    writer = Writer()
    weights, bias = folded(network.stem)
    writer.layer(weights.transpose(2, 3, 1, 0).reshape(-1, len(bias)), bias)
    for block in network.blocks:
        writer.block(block)
    # The library keeps the channels of a place side by side.
    bias = network.hidden.bias.detach().numpy()
    weights = network.hidden.weight.detach().numpy().reshape(len(bias), -1, 16)
    writer.layer(weights.transpose(2, 1, 0).reshape(-1, len(bias)), bias)
    # Padded to a multiple of eight outputs.
    weights = np.zeros((len(bias), 8), np.float32)
    weights[:, 0] = network.last.weight.detach().numpy()[0]
    bias = np.zeros(8, np.float32)
    bias[0] = network.last.bias.item()
    writer.layer(weights, bias)
    writer.write(sys.argv[2])


if __name__ == "__main__":
    main()
