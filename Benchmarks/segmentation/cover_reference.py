"""Prints what the written weights give for the input of CoverNetworkTests.

    python3 cover_reference.py ../../Sources/Clearframe/Analysis/Network/Weights/cover.bin
"""

import sys

import torch
from torch.nn import functional

from cover_network import CHANNELS, HIDDEN, PLANES
from reference import Reader


def main():
    with open(sys.argv[1], "rb") as file:
        reader = Reader(file.read())
    c = CHANNELS
    stem, stem_bias = reader.layer(9 * PLANES, c[0])
    stem = stem.reshape(3, 3, PLANES, c[0]).permute(3, 2, 0, 1)
    blocks = [
        reader.block(c[0], c[1], 2), reader.block(c[1], c[1]), reader.block(c[1], c[2], 2),
        reader.block(c[2], c[2])]
    hidden, hidden_bias = reader.layer(16 * c[2], HIDDEN)
    last, last_bias = reader.layer(HIDDEN, 8)
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
