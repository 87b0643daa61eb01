"""Writes a trained network of patches as the library reads it (NetworkWeights.swift).

    python3 patch_export.py small TRAINED.pt ../../Sources/Clearframe/Analysis/Network/Weights/cover.bin
    python3 patch_export.py wide WIDE.pt ../../Sources/Clearframe/Analysis/Network/Weights/cover_wide.bin
    python3 patch_export.py view VIEW.pt ../../Sources/Clearframe/Analysis/Network/Weights/view.bin
"""

import sys

import torch

from cover_network import CoverNetwork
from view_network import ViewNetwork

if __name__ == "__main__":
    name, trained, weights = sys.argv[1:]
    network = ViewNetwork() if name == "view" else CoverNetwork(name)
    network.load_state_dict(torch.load(trained))
    network.eval().write(weights)
