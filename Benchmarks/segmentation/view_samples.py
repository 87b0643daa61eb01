"""Writes samples to train on: outlines that the library finds, each seen from near, and how much of
the document each overlaps.

    python3 view_samples.py OUTPUT.npz FOLDER/labels.csv FOLDER/values.tsv [MORE/labels.csv ...]

`values.tsv` is what `OutlineValues` prints of the pictures in `labels.csv`. Of each picture the outlines
that `ViewChoice` looks at are taken, the best one there is, and one of the others. Needs numpy,
opencv-python-headless and torch.
"""

import csv
import os
import sys

import cv2
import numpy as np

from choice_fit import SHIPPED, Choice, Pictures, clockwise
from view_network import SIDE

# ViewChoice.outlineLimit and .scoreReach, OutlineView.extent and ReducedImage.longSideLimit.
LIMIT, REACH = 10, 9
EXTENT = (0.2, 0.8)
LONG_SIDE = 420

POSITIONS = ((np.arange(SIDE) + 0.5) / SIDE - EXTENT[0]) / (EXTENT[1] - EXTENT[0])
GRID = np.stack([plane.ravel() for plane in np.meshgrid(POSITIONS, POSITIONS)] + [np.ones(SIDE ** 2)])


def view(planes, corners):
    """What OutlineView.swift sees of an outline, as bytes."""
    corners = clockwise(corners)
    lengths = np.linalg.norm(np.roll(corners, -1, 0) - corners, axis=1)
    if lengths[1] + lengths[3] > lengths[0] + lengths[2]:
        corners = np.roll(corners, -1, 0)
    square = np.array([[0, 0], [1, 0], [1, 1], [0, 1]], np.float32)
    x, y, depth = cv2.getPerspectiveTransform(square, corners.astype(np.float32)) @ GRID
    depth = np.where(depth > 1e-3, depth, np.nan)
    x, y = x / depth, y / depth
    height, width = planes.shape[:2]
    seen = (x >= 0) & (y >= 0) & (x < width) & (y < height)
    x, y = (np.where(seen, points, 0).astype(int) for points in (x, y))
    gap = int(lengths.mean() / (SIDE * (EXTENT[1] - EXTENT[0])) / 3 + 0.5)
    total = np.zeros((SIDE ** 2, 3), np.float32)
    for line in (-gap, 0, gap):
        for place in (-gap, 0, gap):
            total += planes[np.clip(y + line, 0, height - 1), np.clip(x + place, 0, width - 1)]
    total[~seen] = 0
    return np.concatenate([np.round(total / 9), seen[:, None]], 1).astype(np.uint8).reshape(SIDE, SIDE, 4)


def reduced(path):
    """Luma, Cb and Cr of a picture, as ReducedImage.swift has them, and by what it is reduced."""
    planes = cv2.cvtColor(cv2.imread(path), cv2.COLOR_BGR2YCrCb)[:, :, [0, 2, 1]]
    factor = -(-max(planes.shape[:2]) // LONG_SIDE)
    size = planes.shape[1] // factor, planes.shape[0] // factor
    return cv2.resize(planes, size, interpolation=cv2.INTER_AREA), factor


def chosen(scores, indices, random):
    """Which of a picture's outlines are taken."""
    order = np.argsort(-scores)
    taken = [index for index in order[:LIMIT] if scores[index] > scores[order[0]] - REACH]
    if len(order) > len(taken):
        taken.append(random.choice(order[len(taken):]))
    best = int(np.argmax(indices))
    return taken if best in taken else taken + [best]


def main():
    output, *tables = sys.argv[1:]
    choice = Choice.read(SHIPPED)
    random = np.random.default_rng(1)
    views, overlaps = [], []
    for labels, table in zip(tables[::2], tables[1::2]):
        rows = {row["path"]: row for row in csv.DictReader(open(labels))}
        for path, _, outlines, values in Pictures.empty().pictures(table):
            row = rows[os.path.relpath(path, os.path.dirname(labels))]
            indices = Pictures.indices(row, outlines)
            planes, factor = reduced(path)
            for index in chosen(choice.scores(values), indices, random):
                if np.abs(outlines[index]).max() < 1e5:
                    views.append(view(planes, outlines[index] / factor))
                    overlaps.append(indices[index])
    np.savez(output, view=np.stack(views), overlap=np.array(overlaps, np.float32))
    print(len(views), "views of outlines,", np.mean(np.array(overlaps) >= 0.9), "right")


if __name__ == "__main__":
    main()
