"""A small network that makes a few numbers of a square picture; the library runs the same.

See PatchNetwork.swift for the shape.
"""

import numpy as np
import torch
from torch import nn

from export import Writer, folded
from network import Block, convolution


class PatchNetwork(nn.Module):
    """`blocks` are the channels after each block, with whether it halves the map; four by four places
    are left of the picture after all of them."""

    def __init__(self, planes, stem, blocks, hidden, outputs):
        super().__init__()
        self.stem = convolution(planes, stem, 3, 2)
        inputs = [stem] + [channels for channels, _ in blocks]
        self.blocks = nn.Sequential(*[
            Block(inputs[index], *block) for index, block in enumerate(blocks)])
        self.hidden = nn.Linear(16 * inputs[-1], hidden)
        self.last = nn.Linear(hidden, outputs)

    def forward(self, pictures):
        values = self.blocks(self.stem(pictures))
        return self.last(torch.relu(self.hidden(values.flatten(1))))

    def write(self, name):
        """Writes the weights as NetworkWeights.swift reads them."""
        writer = Writer()
        weights, bias = folded(self.stem)
        writer.layer(weights.transpose(2, 3, 1, 0).reshape(-1, len(bias)), bias)
        for block in self.blocks:
            writer.block(block)
        # The library keeps the channels of a place side by side.
        bias = self.hidden.bias.detach().numpy()
        weights = self.hidden.weight.detach().numpy().reshape(len(bias), -1, 16)
        writer.layer(weights.transpose(2, 1, 0).reshape(-1, len(bias)), bias)
        # Padded to a multiple of eight outputs.
        count = self.last.out_features
        weights = np.zeros((len(bias), 8), np.float32)
        weights[:, :count] = self.last.weight.detach().numpy().T
        bias = np.zeros(8, np.float32)
        bias[:count] = self.last.bias.detach().numpy()
        writer.layer(weights, bias)
        writer.write(name)
