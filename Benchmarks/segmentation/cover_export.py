"""Writes a trained cover network as the library reads it (NetworkWeights.swift).

    python3 cover_export.py TRAINED.pt ../../Sources/Clearframe/Analysis/Network/Weights/cover.bin
    python3 cover_export.py WIDE.pt ../../Sources/Clearframe/Analysis/Network/Weights/cover_wide.bin
"""

import sys

import torch

from cover_network import loaded

if __name__ == "__main__":
    loaded(torch.load(sys.argv[1])).eval().write(sys.argv[2])
