"""The network that sees an outline from near; the library runs the same.

See ViewNetwork.swift for the shape, and OutlineView.swift for what it sees.
"""

import torch

from patch_network import PatchNetwork

SIDE = 64
PLANES = 4
OUTPUTS = 2
LAYOUT = (
    24, [(32, 2), (32, 1), (32, 1), (56, 2), (56, 1), (56, 1), (80, 2), (80, 1)], 48)
# The least Jaccard indices with the document of the outlines that the two numbers are for.
RIGHT = (0.95, 0.8)


class ViewNetwork(PatchNetwork):
    """Log-odds that the outline overlaps the document by 0.95, and by 0.8."""

    def __init__(self):
        super().__init__(PLANES, *LAYOUT, outputs=OUTPUTS)


def scaled(views):
    """What the network sees, from bytes of luma, Cb, Cr and whether a place lies in the frame."""
    planes = torch.from_numpy(views).float().permute(0, 3, 1, 2)
    luma, seen = planes[:, 0], planes[:, 3:]
    rank = int(0.95 * SIDE * SIDE)
    level = luma.flatten(1).kthvalue(rank, 1).values.clamp(min=24)[:, None, None]
    colours = torch.stack([
        luma / level * 2 - 1, (planes[:, 1] - 128) / level * 4, (planes[:, 2] - 128) / level * 4], 1)
    return torch.cat([colours * seen, seen], 1)
