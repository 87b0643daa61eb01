"""The network that tells gray copies of cards from originals; the library runs the same in Swift.

See CopyMarks.swift and MarkingNetwork+Copies.swift.
"""

import torch
from torch import nn

from network import Network

CHANNELS = (16, 24, 32, 48, 64)


class CopyNetwork(nn.Module):
    """Log-odds of "on a gray copy" and "on an original card" at a quarter of the input's size, and
    of the picture's showing a copy."""

    def __init__(self):
        super().__init__()
        self.marks = Network(CHANNELS, steps_up=2)
        self.gain = nn.Parameter(torch.tensor([1.5, 0.0]))

    def forward(self, picture):
        marks = self.marks(picture)
        return marks, self.verdict(marks)

    def verdict(self, marks):
        areas = torch.log(torch.sigmoid(marks).sum((2, 3)) + 2)
        return (areas[:, 0] - areas[:, 1]) * self.gain[0] + self.gain[1]
