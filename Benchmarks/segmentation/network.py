"""The network that marks a document in a small picture; the library runs the same in Swift.

See MarkingNetwork.swift for the shape and its sources.
"""

import torch
from torch import nn
from torch.nn import functional

CHANNELS = (16, 24, 40, 64, 80)


def convolution(inputs, outputs, size, step=1, groups=1, rectified=True):
    layers = [
        nn.Conv2d(inputs, outputs, size, step, size // 2, groups=groups, bias=False),
        nn.BatchNorm2d(outputs, momentum=0.03),
    ]
    if rectified:
        layers.append(nn.ReLU(True))
    return nn.Sequential(*layers)


class Block(nn.Module):
    """A depthwise convolution followed by a pointwise one."""

    def __init__(self, inputs, outputs, step=1):
        super().__init__()
        self.depthwise = convolution(inputs, inputs, 3, step, inputs)
        self.pointwise = convolution(inputs, outputs, 1, rectified=False)
        self.adds_input = inputs == outputs and step == 1

    def forward(self, values):
        result = self.pointwise(self.depthwise(values))
        return functional.relu(result + values if self.adds_input else result)


class Network(nn.Module):
    """Two log-odds at each place, at half the size of the input or, with fewer steps up, less: of
    "on the document" and "on its outline", or of "on a gray copy" and "on an original"."""

    def __init__(self, channels=CHANNELS, steps_up=3):
        super().__init__()
        c = channels
        self.stem = convolution(3, c[0], 3, 2)
        self.down = nn.ModuleList([
            nn.Sequential(Block(c[0], c[1])),
            nn.Sequential(Block(c[1], c[2], 2), Block(c[2], c[2])),
            nn.Sequential(Block(c[2], c[3], 2), *[Block(c[3], c[3]) for _ in range(2)]),
            nn.Sequential(Block(c[3], c[4], 2), *[Block(c[4], c[4]) for _ in range(3)]),
        ])
        self.context = nn.Linear(c[4], c[4])
        self.narrowing = nn.ModuleList(
            [convolution(c[i + 1], c[i], 1, rectified=False) for i in (3, 2, 1)[:steps_up]])
        self.up = nn.ModuleList([Block(c[i], c[i]) for i in (3, 2, 1)[:steps_up]])
        self.head = nn.Conv2d(c[4 - steps_up], 2, 3, 1, 1)

    def forward(self, picture):
        values = self.stem(picture)
        sizes = []
        for blocks in self.down:
            values = blocks(values)
            sizes.append(values)
        values = functional.relu(values + self.context(values.mean((2, 3)))[:, :, None, None])
        for narrowing, block, larger in zip(self.narrowing, self.up, sizes[2::-1]):
            doubled = functional.interpolate(narrowing(values), scale_factor=2, mode="nearest")
            values = block(functional.relu(doubled + larger))
        return self.head(values)


def scaled(pictures):
    """Luma and chroma as the library scales them, from bytes in the order blue, green, red."""
    planes = torch.from_numpy(pictures).float().permute(0, 3, 1, 2)
    blue, green, red = planes[:, 0], planes[:, 1], planes[:, 2]
    luma = 0.299 * red + 0.587 * green + 0.114 * blue
    rank = int(luma[0].numel() * 0.98)
    level = luma.flatten(1).kthvalue(rank, 1).values.clamp(min=24)[:, None, None]
    return torch.stack([
        luma / level * 2 - 1,
        (blue - luma) * 0.564 / level * 4,
        (red - luma) * 0.713 / level * 4,
    ], 1)
