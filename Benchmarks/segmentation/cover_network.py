"""The network that tells whether a place on an outline is covered; the library runs the same.

See CoverNetwork.swift for the shape.
"""

import torch

from patch_network import PatchNetwork

# The channels after the first layer and after each block, with whether it halves the map, and the
# numbers that the first of the last two layers makes.
LAYOUTS = {
    "small": (16, [(24, 2), (24, 1), (40, 2), (40, 1)], 24),
    "wide": (32, [(32, 1), (48, 2), (48, 1), (48, 1), (80, 2), (80, 1), (80, 1)], 48),
}
# The numbers at each place: for each of two patches the departures from desk and paper, and where
# the document is.
PLANES = 14


class CoverNetwork(PatchNetwork):
    """Log-odds of "covered" for the place in the middle of each patch."""

    def __init__(self, layout="small"):
        super().__init__(PLANES, *LAYOUTS[layout], outputs=1)

    def forward(self, patches):
        return super().forward(patches)[:, 0]


def loaded(state):
    """A network of the layout that a trained state is of."""
    width = len(state["stem.0.weight"])
    layout = next(name for name, (stem, _, _) in LAYOUTS.items() if stem == width)
    network = CoverNetwork(layout)
    network.load_state_dict(state)
    return network


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
