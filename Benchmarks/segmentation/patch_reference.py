"""Prints what the written weights give for the inputs of CoverNetworkTests and ViewNetworkTests.

    python3 patch_reference.py small ../../Sources/Clearframe/Analysis/Network/Weights/cover.bin
    python3 patch_reference.py wide ../../Sources/Clearframe/Analysis/Network/Weights/cover_wide.bin
    python3 patch_reference.py view ../../Sources/Clearframe/Analysis/Network/Weights/view.bin
"""

import sys

import torch
from torch.nn import functional

import cover_network
import view_network
from reference import Reader

# The columns and rows, the numbers at each place, those of the layers, and how many come out.
SHAPES = {
    name: (32, cover_network.PLANES, layout, 1) for name, layout in cover_network.LAYOUTS.items()}
SHAPES["view"] = (
    view_network.SIDE, view_network.PLANES, view_network.LAYOUT, view_network.OUTPUTS)


def main():
    with open(sys.argv[2], "rb") as file:
        reader = Reader(file.read())
    side, planes, (channels, layout, width), outputs = SHAPES[sys.argv[1]]
    stem, stem_bias = reader.layer(9 * planes, channels)
    stem = stem.reshape(3, 3, planes, channels).permute(3, 2, 0, 1)
    blocks = []
    for count, step in layout:
        blocks.append(reader.block(channels, count, step))
        channels = count
    hidden, hidden_bias = reader.layer(16 * channels, width)
    last, last_bias = reader.layer(width, 8)
    assert reader.position == len(reader.data)

    for period in (251, 97):
        picture = torch.tensor(
            [index % period / period * 2 - 1 for index in range(side * side * planes)])
        values = picture.reshape(1, side, side, planes).permute(0, 3, 1, 2)
        values = functional.relu(functional.conv2d(values, stem, stem_bias, 2, 1))
        for block in blocks:
            values = block(values)
        values = values.permute(0, 2, 3, 1).flatten(1)
        values = functional.relu(values @ hidden + hidden_bias) @ last + last_bias
        print(period, [round(value, 4) for value in values[0, :outputs].tolist()])


if __name__ == "__main__":
    main()
