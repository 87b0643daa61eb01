"""Fits the choice among outlines (OutlineChoice.swift) to labelled pictures.

    python3 choice_fit.py choice.bin FOLDER/labels.csv FOLDER/values.tsv [MORE/labels.csv MORE/values.tsv ...]

`values.tsv` is what `OutlineValues` prints of the pictures in `labels.csv`. The weights maximise the
likelihood of choosing a right outline among those of a picture, or none where none is right: a
conditional logit (D. McFadden, 1974) with a quadratic penalty. A logistic fit on the chosen outlines
that were left out (J. Platt, 1999) then says what the log-odds are worth. Prints how often the
shipped weights and fitted ones choose a right outline among pictures left out, and the numbers of
OutlineChoice.swift and OutlineChoiceTests.swift, and writes the weights.
"""

import argparse
import csv
import os

import numpy as np
import torch

from export import Writer
from reference import Reader

SHIPPED = os.path.join(
    os.path.dirname(os.path.abspath(__file__)),
    "../../Sources/Clearframe/Analysis/Network/Weights/choice.bin")
HIDDEN = 16
# BoundaryConfidence.scale and .shift, by which log-odds become a probability.
SCALE, SHIFT = 0.65, 0.7
# OutlineChoice.priorRange.
PRIOR_RANGE = (-12, 8)
# The least Jaccard index of a right outline with the document, and how much less than that of the
# best one it may be.
RIGHT, BEHIND = 0.9, 0.02
FOLDS = 5


def clipped(polygon, convex):
    """The part of a polygon inside a convex one, clockwise on screen (Sutherland and Hodgman)."""
    for index in range(len(convex)):
        start, end = convex[index], convex[(index + 1) % len(convex)]
        step = end - start
        sides = [step[0] * (y - start[1]) - step[1] * (x - start[0]) for x, y in polygon]
        kept = []
        for i in range(len(polygon)):
            if (sides[i - 1] >= 0) != (sides[i] >= 0):
                share = sides[i - 1] / (sides[i - 1] - sides[i])
                kept.append(polygon[i - 1] + share * (polygon[i] - polygon[i - 1]))
            if sides[i] >= 0:
                kept.append(polygon[i])
        polygon = np.array(kept).reshape(-1, 2)
    return polygon


def area(polygon):
    if len(polygon) < 3:
        return 0
    x, y = polygon.T
    return 0.5 * float(np.sum(np.roll(x, 1) * y - x * np.roll(y, 1)))


def clockwise(corners):
    return corners if area(corners) >= 0 else corners[::-1]


def jaccard(one, two, frame):
    """The Jaccard index of what is seen of two outlines."""
    one, two = clipped(clockwise(one), frame), clipped(clockwise(two), frame)
    if len(one) < 3 or len(two) < 3:
        return 0
    common = area(clipped(one, two))
    return common / max(1e-9, area(one) + area(two) - common)


class Pictures:
    """The outlines of all pictures side by side: `first[i]` is where those of picture i begin."""

    def __init__(self, tables, least_sure):
        self.names = None
        values, right, near, first = [], [], [], [0]
        for labels, table in tables:
            rows = {row["path"]: row for row in csv.DictReader(open(labels))}
            for path, sure, corners, found in self.pictures(table):
                row = rows[os.path.relpath(path, os.path.dirname(labels))]
                if sure >= least_sure or row["complete"] == "unsure":
                    continue
                values.append(found)
                indices = self.indices(row, corners)
                right.append(self.best(row, indices, found))
                near.append(indices >= RIGHT)
                first.append(first[-1] + len(found))
        self.values = np.concatenate(values)
        # The outlines that are to be chosen, and those that would do.
        self.right, self.near = np.concatenate(right), np.concatenate(near)
        self.first = np.array(first)

    @classmethod
    def empty(cls):
        pictures = object.__new__(cls)
        pictures.names = None
        return pictures

    def pictures(self, table):
        with open(table) as lines:
            names = next(lines).rstrip("\n").split("\t")[10:]
            assert self.names in (None, names), table
            self.names = names
            path, rows = None, []
            for line in lines:
                fields = line.rstrip("\n").split("\t")
                if rows and fields[0] != path:
                    yield self.picture(path, rows)
                    rows = []
                path = fields[0]
                rows.append([float(field) for field in fields[1:]])
            if rows:
                yield self.picture(path, rows)

    def picture(self, path, rows):
        rows = np.array(rows)
        assert np.isfinite(rows[:, 1:]).all(), path
        return path, rows[0, 0], rows[:, 1:9].reshape(-1, 4, 2), self.bounded(rows[:, 9:])

    @staticmethod
    def bounded(values):
        values[:, 0] = np.clip(values[:, 0], *PRIOR_RANGE)
        return values

    @staticmethod
    def indices(row, corners):
        """The Jaccard index of each outline."""
        if not row["x0"]:
            return np.zeros(len(corners))
        size = float(row["width"]), float(row["height"])
        frame = np.array([[0, 0], [size[0], 0], size, [0, size[1]]], float)
        document = np.array([[float(row[f"x{i}"]), float(row[f"y{i}"])] for i in range(4)])
        return np.array([jaccard(outline, document, frame) for outline in corners])

    def best(self, row, indices, values):
        """Which outlines are right: near the best one and, where there is such a one, cut off by the
        frame just where the document is."""
        right = indices >= max(RIGHT, indices.max() - BEHIND)
        is_cut = values[:, self.names.index("isCut")] > 0.5
        alike = right & (is_cut == bool(row["cut_side"]))
        return alike if alike.any() else right

    def __len__(self):
        return len(self.first) - 1

    def part(self, chosen):
        part = self.empty()
        rows = np.concatenate([np.arange(self.first[i], self.first[i + 1]) for i in chosen])
        part.names, part.values = self.names, self.values[rows]
        part.right, part.near = self.right[rows], self.near[rows]
        part.first = np.concatenate([[0], np.cumsum(np.diff(self.first)[chosen])])
        return part, rows

    def winners(self, scores):
        return np.array([
            start + np.argmax(scores[start:end])
            for start, end in zip(self.first[:-1], self.first[1:])])


def log_sum(scores, picture, count, none):
    """The logarithm of the summed exponentials of each picture's outlines, and of 0 for none."""
    low = torch.full((count,), 0.0 if none else -1e9)
    most = low.scatter_reduce(0, picture, scores, "amax", include_self=True)
    total = torch.exp(low - most) if none else torch.full((count,), 1e-30)
    return most + torch.log(total.index_add(0, picture, torch.exp(scores - most[picture])))


class Choice:
    """What MultilayerPerceptron.swift computes."""

    def __init__(self, means, factors, hidden, last):
        self.means, self.factors, self.hidden, self.last = means, factors, hidden, last

    @staticmethod
    def read(name):
        with open(name, "rb") as file:
            reader = Reader(file.read())
        count = (len(reader.data) - 8 * HIDDEN - 8 - HIDDEN) // (8 + HIDDEN + 1)
        means, factors = reader.numbers("<f4", count), reader.numbers("<f4", count)
        choice = Choice(
            means, factors, reader.layer(count, HIDDEN), reader.layer(HIDDEN + count, 1))
        assert reader.position == len(reader.data)
        return choice

    def write(self, name):
        writer = Writer()
        writer.bytes += self.means.astype("<f4").tobytes() + self.factors.astype("<f4").tobytes()
        for weights, bias in (self.hidden, self.last):
            writer.layer(weights.detach().numpy(), bias.detach().numpy())
        writer.write(name)

    def scores(self, values):
        scaled = (torch.tensor(values, dtype=torch.float32) - torch.tensor(self.means)) \
            * torch.tensor(self.factors)
        return self.of_scaled(scaled).detach().numpy()

    def of_scaled(self, values):
        hidden = torch.tanh(values @ self.hidden[0] + self.hidden[1])
        return (torch.cat([hidden, values], 1) @ self.last[0] + self.last[1])[:, 0]


def fitted(pictures, penalty):
    count, inputs = len(pictures), pictures.values.shape[1]
    picture = torch.tensor(np.repeat(np.arange(count), np.diff(pictures.first)))
    means = pictures.values.mean(0).astype(np.float32)
    factors = (1 / (pictures.values.std(0) + 1e-6)).astype(np.float32)
    scaled = torch.tensor((pictures.values - means) * factors, dtype=torch.float32)
    right = torch.tensor(pictures.right)
    has_right = torch.zeros(count).index_add(0, picture, right.float()) > 0
    torch.manual_seed(1)
    weights = [
        (torch.rand(inputs, HIDDEN) * 2 - 1) / inputs ** 0.5, torch.zeros(HIDDEN),
        torch.zeros(HIDDEN + inputs, 1), torch.zeros(1)]
    for some in weights:
        some.requires_grad = True
    choice = Choice(means, factors, weights[:2], weights[2:])
    optimizer = torch.optim.LBFGS(
        weights, max_iter=200, history_size=20, line_search_fn="strong_wolfe")

    def loss():
        optimizer.zero_grad()
        scores = choice.of_scaled(scaled)
        chosen = log_sum(torch.where(right, scores, -1e9), picture, count, none=False)
        likelihood = torch.where(has_right, chosen, 0) - log_sum(scores, picture, count, none=True)
        squares = (weights[0] ** 2).sum() + (weights[2] ** 2).sum()
        value = -1000 * likelihood.mean() + penalty * squares
        value.backward()
        return value

    optimizer.step(loss)
    return choice


def held_out(pictures, penalty):
    """The score of each outline by a fit on other pictures."""
    scores = np.zeros(len(pictures.values))
    fold = np.random.default_rng(1).integers(0, FOLDS, len(pictures))
    for index in range(FOLDS):
        choice = fitted(pictures.part(np.where(fold != index)[0])[0], penalty)
        rest, rows = pictures.part(np.where(fold == index)[0])
        scores[rows] = choice.scores(rest.values)
    return scores


def calibrated(scores, right):
    """The factor and shift by which scores become log-odds of being right."""
    values = torch.tensor(scores, dtype=torch.float64)
    right = torch.tensor(right, dtype=torch.float64)
    factors = torch.tensor([1.0, 0.0], dtype=torch.float64, requires_grad=True)
    optimizer = torch.optim.LBFGS([factors], max_iter=200, line_search_fn="strong_wolfe")

    def loss():
        optimizer.zero_grad()
        value = torch.nn.functional.binary_cross_entropy_with_logits(
            values * factors[0] + factors[1], right)
        value.backward()
        return value

    optimizer.step(loss)
    return factors.detach().numpy()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("output")
    parser.add_argument("tables", nargs="+", help="labels.csv and values.tsv of each set in turn")
    parser.add_argument("--penalty", type=float, default=0.7)
    parser.add_argument(
        "--least-sure", type=float, default=float("inf"),
        help="leave out pictures where the first look is as sure as that")
    options = parser.parse_args()
    assert len(options.tables) % 2 == 0, "each labels.csv needs a values.tsv"
    torch.set_num_threads(1)
    pictures = Pictures(zip(options.tables[::2], options.tables[1::2]), options.least_sure)
    any_right = np.add.reduceat(pictures.right, pictures.first[:-1]) > 0
    print(len(pictures), "pictures,", any_right.sum(), "with a right outline")
    scores = held_out(pictures, options.penalty)
    def report(name, scores):
        chosen = pictures.winners(scores)
        print(
            f"{name}: {pictures.right[chosen].sum()} right ones chosen, {pictures.near[chosen].sum()} "
            "that would do", flush=True)

    if os.path.exists(SHIPPED):
        report("shipped", Choice.read(SHIPPED).scores(pictures.values))
    report("held out", scores)
    winners = pictures.winners(scores)
    factor, shift = calibrated(scores[winners], pictures.near[winners])
    print(f"scale: {factor / SCALE:.3f}\nshift: {(shift - SHIFT) / SCALE:.3f}")
    fitted(pictures, options.penalty).write(options.output)
    choice = Choice.read(options.output)
    report("all", choice.scores(pictures.values))
    steps = (np.arange(len(choice.means)) % 7 - 3) / 3
    for sign in (1, -1):
        print(sign, round(choice.scores((choice.means + sign * steps / choice.factors)[None])[0], 4))


if __name__ == "__main__":
    main()
