"""Writes a trained network as the library reads it (NetworkWeights.swift).

    python3 export.py TRAINED.pt ../../Sources/Clearframe/Analysis/Network/Weights/segmentation.bin
    python3 export.py --copies TRAINED.pt ../../Sources/Clearframe/Analysis/Network/Weights/copies.bin
"""

import argparse

import numpy as np
import torch

from copy_network import CopyNetwork
from network import Network


class Writer:
    def __init__(self):
        self.bytes = bytearray()

    def write(self, name):
        with open(name, "wb") as file:
            file.write(self.bytes)
        print(len(self.bytes), "bytes")

    def layer(self, weights, bias):
        """A scale and a bias for each output, then a row of outputs for each input."""
        scale = np.maximum(np.abs(weights).max(0), 1e-12) / 127
        self.bytes += scale.astype("<f4").tobytes() + bias.astype("<f4").tobytes()
        self.bytes += np.round(weights / scale).clip(-127, 127).astype(np.int8).tobytes()

    def block(self, block):
        weights, bias = folded(block.depthwise)
        self.layer(weights[:, 0].reshape(len(weights), 9).T, bias)
        self.pointwise(block.pointwise)

    def pointwise(self, layers):
        weights, bias = folded(layers)
        self.layer(weights[:, :, 0, 0].T, bias)

    def network(self, network):
        """All layers of a network that marks places."""
        weights, bias = folded(network.stem)
        self.layer(weights.transpose(2, 3, 1, 0).reshape(27, -1), bias)
        for blocks in network.down:
            for block in blocks:
                self.block(block)
        context = network.context
        self.layer(context.weight.detach().numpy().T, context.bias.detach().numpy())
        for narrowing, block in zip(network.narrowing, network.up):
            self.pointwise(narrowing)
            self.block(block)
        # What each place adds to both outputs of its nine neighbours; the bias goes with the middle
        # one.
        head = network.head.weight.detach().numpy()
        weights = np.zeros((head.shape[1], 24), np.float32)
        weights[:, :18] = head.transpose(1, 2, 3, 0).reshape(-1, 18)
        bias = np.zeros(24, np.float32)
        bias[8:10] = network.head.bias.detach().numpy()
        self.layer(weights, bias)


def folded(layers):
    """A convolution's weights and bias with the normalisation after it taken in."""
    norm = layers[1]
    gain = (norm.weight / torch.sqrt(norm.running_var + norm.eps)).detach().numpy()
    bias = norm.bias.detach().numpy() - norm.running_mean.numpy() * gain
    return layers[0].weight.detach().numpy() * gain[:, None, None, None], bias


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--copies", action="store_true", help="the network that tells gray copies")
    parser.add_argument("trained")
    parser.add_argument("output")
    options = parser.parse_args()
    network = CopyNetwork() if options.copies else Network()
    network.load_state_dict(torch.load(options.trained))
    network.eval()
    if options.copies:
        print("gain and offset of CopyMarks:", network.gain.tolist())
    writer = Writer()
    writer.network(network.marks if options.copies else network)
    writer.write(options.output)


if __name__ == "__main__":
    main()
