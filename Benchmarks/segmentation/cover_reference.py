"""Prints what the written weights give for the input of CoverNetworkTests.

    python3 cover_reference.py small ../../Sources/Clearframe/Analysis/Network/Weights/cover.bin
    python3 cover_reference.py wide ../../Sources/Clearframe/Analysis/Network/Weights/cover_wide.bin
"""

import sys

import torch
from torch.nn import functional

from cover_network import LAYOUTS, PLANES
from reference import Reader


def main():
    with open(sys.argv[2], "rb") as file:
        reader = Reader(file.read())
    channels, layout, width = LAYOUTS[sys.argv[1]]
    stem, stem_bias = reader.layer(9 * PLANES, channels)
    stem = stem.reshape(3, 3, PLANES, channels).permute(3, 2, 0, 1)
    blocks = []
    for outputs, step in layout:
        blocks.append(reader.block(channels, outputs, step))
        channels = outputs
    hidden, hidden_bias = reader.layer(16 * channels, width)
    last, last_bias = reader.layer(width, 8)
    assert reader.position == len(reader.data)

    for period in (251, 97):
        patches = torch.tensor(
            [index % period / period * 2 - 1 for index in range(32 * 32 * PLANES)])
        values = patches.reshape(1, 32, 32, PLANES).permute(0, 3, 1, 2)
        values = functional.relu(functional.conv2d(values, stem, stem_bias, 2, 1))
        for block in blocks:
            values = block(values)
        values = values.permute(0, 2, 3, 1).flatten(1)
        values = functional.relu(values @ hidden + hidden_bias) @ last + last_bias
        print(period, round(values[0, 0].item(), 4))


if __name__ == "__main__":
    main()
