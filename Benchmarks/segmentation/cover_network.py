"""The network that tells whether a place on an outline is covered; the library runs the same.

See CoverNetwork.swift for the shape.
"""

import torch
from torch import nn

from network import Block, convolution

CHANNELS = (16, 24, 40)
HIDDEN = 24
# The numbers at each place: for each of two patches the departures from desk and paper, and where
# the document is.
PLANES = 14


class CoverNetwork(nn.Module):
    """Log-odds of "covered" for the place in the middle of each patch."""

    def __init__(self):
        super().__init__()
        c = CHANNELS
        self.stem = convolution(PLANES, c[0], 3, 2)
        self.blocks = nn.Sequential(
            Block(c[0], c[1], 2), Block(c[1], c[1]), Block(c[1], c[2], 2), Block(c[2], c[2]))
        self.hidden = nn.Linear(16 * c[2], HIDDEN)
        self.last = nn.Linear(HIDDEN, 1)

    def forward(self, patches):
        values = self.blocks(self.stem(patches))
        return self.last(torch.relu(self.hidden(values.flatten(1))))[:, 0]


def scaled(patch, mask, usual):
    """What the network sees, from colours, the document's place, and desk, paper and level."""
    colour = torch.from_numpy(patch).float()
    mask = torch.from_numpy(mask).float()
    usual = torch.from_numpy(usual)
    scale = (torch.tensor([2.0, 4.0, 4.0]) / usual[:, 6, None])[:, None, None]
    planes = []
    for size in range(colour.shape[1]):
        seen = (mask[:, size] >= 0).float()[..., None]
        for start in (0, 3):
            usually = usual[:, None, None, start:start + 3]
            planes.append((colour[:, size] - usually) * scale * seen)
        planes.append(mask[:, size, ..., None])
    return torch.cat(planes, 3).permute(0, 3, 1, 2)
