"""Prints what the written weights give for the input of MarkingNetworkTests.

    python3 reference.py ../../Sources/Clearframe/Analysis/Network/Weights/segmentation.bin
    python3 reference.py --copies ../../Sources/Clearframe/Analysis/Network/Weights/copies.bin
"""

import argparse

import numpy as np
import torch
from torch.nn import functional

import copy_network
from network import CHANNELS


class Reader:
    def __init__(self, data):
        self.data = data
        self.position = 0

    def numbers(self, kind, count):
        values = np.frombuffer(self.data, kind, count, self.position)
        self.position += values.nbytes
        return values

    def layer(self, inputs, outputs):
        scale, bias = self.numbers("<f4", outputs), self.numbers("<f4", outputs)
        weights = self.numbers(np.int8, inputs * outputs).reshape(inputs, outputs)
        return torch.tensor(weights * scale), torch.tensor(bias.copy())

    def pointwise(self, inputs, outputs):
        weights, bias = self.layer(inputs, outputs)
        return lambda values: functional.conv2d(values, weights.T[:, :, None, None], bias)

    def block(self, inputs, outputs, step=1):
        weights, bias = self.layer(9, inputs)
        weights = weights.T.reshape(inputs, 1, 3, 3)
        pointwise = self.pointwise(inputs, outputs)
        adds_input = inputs == outputs and step == 1

        def apply(values):
            spread = functional.conv2d(values, weights, bias, step, 1, groups=inputs)
            result = pointwise(functional.relu(spread))
            return functional.relu(result + values if adds_input else result)

        return apply


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--copies", action="store_true", help="the network that tells gray copies")
    parser.add_argument("weights")
    options = parser.parse_args()
    c, ups = (copy_network.CHANNELS, (3, 2)) if options.copies else (CHANNELS, (3, 2, 1))
    columns, rows = (192, 144) if options.copies else (128, 96)
    with open(options.weights, "rb") as file:
        reader = Reader(file.read())
    stem, stem_bias = reader.layer(27, c[0])
    stem = stem.reshape(3, 3, 3, c[0]).permute(3, 2, 0, 1)
    down = [
        [reader.block(c[0], c[1])],
        [reader.block(c[1], c[2], 2), reader.block(c[2], c[2])],
        [reader.block(c[2], c[3], 2)] + [reader.block(c[3], c[3]) for _ in range(2)],
        [reader.block(c[3], c[4], 2)] + [reader.block(c[4], c[4]) for _ in range(3)],
    ]
    context, context_bias = reader.layer(c[4], c[4])
    up = [(reader.pointwise(c[i + 1], c[i]), reader.block(c[i], c[i])) for i in ups]
    last = c[ups[-1]]
    head, head_bias = reader.layer(last, 24)
    head = head[:, :18].reshape(last, 3, 3, 2).permute(3, 0, 1, 2)
    assert reader.position == len(reader.data)

    count = columns * rows * 3
    picture = torch.tensor([index % 251 / 125 - 1 for index in range(count)])
    picture = picture.reshape(1, rows, columns, 3).permute(0, 3, 1, 2)
    values = functional.relu(functional.conv2d(picture, stem, stem_bias, 2, 1))
    sizes = []
    for blocks in down:
        for block in blocks:
            values = block(values)
        sizes.append(values)
    added = values.mean((2, 3)) @ context + context_bias
    values = functional.relu(values + added[:, :, None, None])
    for (narrowing, block), larger in zip(up, sizes[2::-1]):
        doubled = functional.interpolate(narrowing(values), scale_factor=2, mode="nearest")
        values = block(functional.relu(doubled + larger))
    output = functional.conv2d(values, head, head_bias[8:10], 1, 1)[0]
    height, width = output.shape[1:]
    for row, column in ((0, 0), (0, width - 1), (height - 1, 0), (height // 2 - 1, width // 2 - 1),
                        (height * 5 // 6, width * 15 // 16)):
        print(row, column, [round(value, 4) for value in output[:, row, column].tolist()])


if __name__ == "__main__":
    main()
