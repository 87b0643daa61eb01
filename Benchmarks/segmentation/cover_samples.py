"""Writes samples to train on: patches around places on a document's outline, covered or not.

    python3 cover_samples.py OUTPUT --scenes FOLDER... --surfaces FOLDER... --count N

Half of them come from generated development scenes (`scenes generate --split dev --defect finger`),
whose labels say where the outline is covered; the others from documents of those scenes that are
laid on photographed surfaces and then covered, or nearly so, by fingers and other things. What lies
under a document, a shadow and print at a corner are there as well, as what is no cover. Needs numpy
and opencv-python-headless.
"""

import csv
import json
import os

import cv2
import numpy as np

import samples
from samples import Samples, arguments, read_pictures, write_shards

# The size of a patch, and of the picture in which surfaces are composed.
SIDE = 32
LARGE = (576, 432)
samples.LARGE = LARGE
# How much of the document's shorter side each of the two patches at a place reaches from its middle.
REACHES = (0.2, 0.07)
PLACES = 64
# The columns and rows of a document before it is laid on a surface.
PAGE = 384


class Outline:
    """A document's outline in a picture, and the patches around places on it."""

    def __init__(self, picture, corners):
        self.planes = cv2.cvtColor(picture, cv2.COLOR_BGR2YCrCb)[:, :, [0, 2, 1]]
        self.corners = corners
        steps = np.roll(corners, -1, 0) - corners
        self.lengths = np.linalg.norm(steps, axis=1)
        self.steps = steps / np.maximum(self.lengths, 1e-6)[:, None]
        self.short = min(
            self.lengths[0] + self.lengths[2], self.lengths[1] + self.lengths[3]) / 2
        inward = np.stack([-self.steps[:, 1], self.steps[:, 0]], 1)
        shares = (np.arange(48) + 0.5) / 48
        points = corners[:, None] + self.steps[:, None] * (shares[None, :, None] * self.lengths[:, None, None])
        near = cv2.blur(self.planes, (3, 3))
        inset, outset = max(3.5, 0.045 * self.short), max(4, 0.03 * self.short)
        insides = self.colours(near, points + inward[:, None] * inset)
        outsides = self.colours(near, points - inward[:, None] * outset)
        if len(outsides) < 8:
            outsides = insides
        self.paper, self.desk = np.median(insides, 0), np.median(outsides, 0)
        lumas = np.sort(np.concatenate([insides[:, 0], outsides[:, 0]]))
        self.level = max(24, float(lumas[int(len(lumas) * 0.95) - 1]))
        self.blurred = [self.spread(reach) for reach in REACHES]

    def spread(self, reach):
        """The mean of nine pixels that are spread over what a place of a patch takes up."""
        radius = int(reach * self.short / SIDE)
        gap = (2 * radius + 1) // 3
        taps = np.zeros((2 * radius + 1,) * 2, np.float32)
        for x in (-gap, 0, gap):
            for y in (-gap, 0, gap):
                taps[radius + y, radius + x] = 1 / (9 if radius else 1)
        return cv2.filter2D(self.planes, -1, taps, borderType=cv2.BORDER_REPLICATE)

    def colours(self, planes, points):
        """Colours at points, without those at the border and beyond it."""
        height, width = planes.shape[:2]
        points = points.reshape(-1, 2)
        inside = (points >= 1).all(1) & (points[:, 0] < width - 1) & (points[:, 1] < height - 1)
        x, y = points[inside].astype(int).T
        return planes[y, x].astype(np.float32)

    def patch(self, place):
        """Luma, blue and red chroma of the two patches at a place of 64, and where the document is:
        1 on it, 0 beside it, -1 beyond the frame."""
        side = place // 16
        along = self.steps[side]
        across = np.array([-along[1], along[0]])
        if place % 16 == 0:
            across = -self.steps[(side + 3) % 4]
        middle = self.corners[side] + along * (self.lengths[side] * (place % 16) / 16)
        patches = [
            self.seen(blurred, reach, middle, along, across)
            for blurred, reach in zip(self.blurred, REACHES)]
        return [np.stack(column) for column in zip(*patches)]

    def seen(self, planes, reach, middle, along, across):
        offsets = ((np.arange(SIDE) + 0.5) / SIDE * 2 - 1) * reach * self.short
        points = (
            middle + along * offsets[None, :, None] + across * offsets[:, None, None])
        height, width = planes.shape[:2]
        seen = (points >= 0).all(2) & (points[..., 0] < width) & (points[..., 1] < height)
        x = np.clip(points[..., 0], 0, width - 1).astype(int)
        y = np.clip(points[..., 1], 0, height - 1).astype(int)
        inside = np.ones((SIDE, SIDE), bool)
        for corner, step in zip(self.corners, self.steps):
            away = points - corner
            inside &= step[0] * away[..., 1] - step[1] * away[..., 0] > 0
        return planes[y, x], np.where(seen, inside.astype(np.int8), -1).astype(np.int8)

    @property
    def usual(self):
        return np.concatenate([self.desk, self.paper, [self.level]]).astype(np.float32)


class CoverSamples(Samples):
    def __init__(self, seed, scenes, pages, surfaces, labelled):
        super().__init__(seed, scenes, pages, surfaces)
        self.labelled = labelled

    def jittered(self, corners, short):
        """Corners as a search finds them: off by a little, at times by a whole side."""
        random = self.random
        deviation = 0.004 if self.chance(0.7) else 0.012
        corners = corners + random.normal(0, deviation * short, (4, 2))
        for _ in range(random.choice([0, 1, 2], p=[0.55, 0.3, 0.15])):
            index = random.integers(4)
            along = corners[(index + 1) % 4] - corners[index]
            outward = np.array([along[1], -along[0]]) / (np.linalg.norm(along) + 1e-6)
            ends = random.normal(0.014, 0.014) + random.normal(0, 0.006, 2)
            corners[index] += outward * ends[0] * short
            corners[(index + 1) % 4] += outward * ends[1] * short
        return corners

    def chosen(self, covered):
        """All corners, and some places on the sides, more where they are covered."""
        places = [0, 16, 32, 48]
        others = np.array([place for place in range(PLACES) if place % 16])
        near = np.flatnonzero(covered | np.roll(covered, 1) | np.roll(covered, -1))
        near = [place for place in near if place % 16]
        self.random.shuffle(near)
        places += [int(place) for place in near[:4]]
        places += [int(place) for place in self.random.choice(others, 4, False)]
        return places

    def outline_samples(self, picture, corners, covered, found=None):
        side = np.linalg.norm(np.roll(corners, -1, 0) - corners, axis=1).min()
        if found is None:
            found = self.jittered(corners, side)
        outline = Outline(picture, found)
        height, width = picture.shape[:2]
        result = []
        if outline.short < 24:
            return result
        for place in self.chosen(covered):
            side, share = place // 16, place % 16 / 16
            x, y = corners[side] * (1 - share) + corners[(side + 1) % 4] * share
            if not (0 <= x < width and 0 <= y < height):
                continue
            patch, mask = outline.patch(place)
            at_corner = np.uint8(place % 16 == 0)
            result.append((patch, mask, outline.usual, at_corner, np.uint8(covered[place])))
        return result

    def scene(self):
        random = self.random
        picture, corners, covered, found = self.labelled[random.integers(len(self.labelled))]
        if found is None or self.chance(0.4):
            found = self.jittered(corners, np.linalg.norm(np.diff(corners, axis=0), axis=1).min())
        scale = np.exp(random.uniform(np.log(0.55), 0))
        picture = cv2.resize(picture, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
        corners, found = corners * scale, found * scale
        if self.chance(0.5):
            picture = picture[:, ::-1]
            # Counter-clockwise now: listed the other way round, from the same corner on.
            corners, found = (
                np.stack([picture.shape[1] - points[:, 0], points[:, 1]], 1)[[0, 3, 2, 1]]
                for points in (corners, found))
            covered = covered[(-np.arange(PLACES)) % PLACES]
        picture = np.clip(self.recoloured(np.ascontiguousarray(picture)) * 255, 0, 255)
        return self.outline_samples(picture.astype(np.uint8), corners, covered, found)

    # Covers.

    def limb(self, tip, outward, width):
        """How much of each pixel a finger covers, and its shading from edge to edge."""
        random, (columns, rows) = self.random, LARGE
        y, x = np.mgrid[0:rows, 0:columns].astype(np.float32)
        x, y = x - tip[0], y - tip[1]
        along = x * outward[0] + y * outward[1]
        across = y * outward[0] - x * outward[1]
        across = across - along * random.normal(0, 0.1)
        half = width / 2 * (1 + np.clip(along / width, 0, 3) * random.uniform(0, 0.12))
        # A round tip; behind it parallel sides.
        distance = np.where(
            along < width / 2, np.hypot(along - width / 2, across) - half, np.abs(across) - half)
        cover = np.clip(0.5 - distance, 0, 1)
        return cover, np.clip(across / half, -1, 1), along / width

    def finger(self, picture, tip, outward, width):
        random = self.random
        cover, across, along = self.limb(tip, outward, width)
        tone = random.uniform(0, 1)
        skin = np.array([0.28, 0.36, 0.68]) * (1 - tone) + np.array([0.06, 0.1, 0.2]) * tone
        skin = skin * np.exp(random.normal(0, 0.1, 3)) * random.uniform(0.7, 1.4)
        if self.chance(0.2):
            skin = random.uniform(0, 1, 3) * random.uniform(0.1, 1)  # a sleeve or a glove
        side = random.normal(0, 0.25)
        shade = 1 - random.uniform(0.1, 0.45) * across ** 2 + side * across
        colour = skin * np.clip(shade, 0.1, 1.6)[..., None] ** 0.6
        folds = np.sin(along * random.uniform(8, 14)) * random.uniform(0, 0.05)
        colour = np.sqrt(np.clip(colour * (1 + folds[..., None]), 0, 1.2)) * 255
        if self.chance(0.4):  # a nail
            nail = (np.abs(across) < 0.6) & (along > 0.1) & (along < 0.65)
            nail = cv2.GaussianBlur(nail.astype(np.float32), (0, 0), 0.8)[..., None]
            colour = colour * (1 - nail) + nail * (colour * 0.8 + random.uniform(20, 60))
        return self.over(picture, cover, colour), cover

    def over(self, picture, cover, colour):
        """Lays a thing down, with its shadow."""
        random = self.random
        if self.chance(0.8):
            move = np.float32([[1, 0, random.normal(0, 6)], [0, 1, random.normal(0, 6)]])
            dark = cv2.GaussianBlur(
                cv2.warpAffine(cover.astype(np.float32), move, LARGE), (0, 0), random.uniform(0.8, 9))
            picture = picture * (1 - random.uniform(0.1, 0.6) * dark)[..., None]
        return picture * (1 - cover[..., None]) + colour * cover[..., None]

    def thing(self, picture, around):
        """A telephone, a sheet or a piece of a surface with straight edges."""
        random = self.random
        kind = random.random()
        if kind < 0.5:
            colour = self.plain()
        elif kind < 0.75:
            colour = self.document()[0]
        else:
            colour = self.surfaces[random.integers(len(self.surfaces))]
        side = max(16, int(min(colour.shape[:2])))
        colour = cv2.resize(colour, (side, side), interpolation=cv2.INTER_AREA)
        colour, cover = self.warped(colour, around)
        return self.over(picture, cover, colour), cover

    def covering(self, picture, corners, short):
        """Something over the outline, or just beside it; with how much of each pixel it covers."""
        random = self.random
        index = random.integers(4)
        share = random.uniform(-0.04, 0.04) if self.chance(0.55) else random.uniform(0.05, 0.95)
        point = corners[index] * (1 - share) + corners[(index + 1) % 4] * share
        middle = corners.mean(0)
        outward = point - middle
        outward /= np.linalg.norm(outward) + 1e-6
        turn = random.normal(0, 0.5)
        outward = np.array([
            outward[0] * np.cos(turn) - outward[1] * np.sin(turn),
            outward[0] * np.sin(turn) + outward[1] * np.cos(turn)])
        if self.chance(0.65):
            width = short * np.exp(random.uniform(np.log(0.05), np.log(0.5)))
            # Mostly over the edge, at times short of it.
            depth = width * random.uniform(-0.5, 0.9) + short * random.uniform(-0.02, 0.05)
            return self.finger(picture, point - outward * depth, outward, width)
        share = np.exp(random.uniform(np.log(0.01), np.log(0.15)))
        around = self.quadrilateral(np.exp(random.normal(0, 0.6)), share, 0, 0)
        reach = np.abs(around @ outward).max()
        # Its near edge lies around the outline.
        depth = short * random.uniform(-0.06, 0.2)
        return self.thing(picture, around + point + outward * (reach - depth))

    def print_at_edge(self, texture):
        """A coloured band, spot or frame that reaches the document's edge or corner."""
        random = self.random
        size = texture.shape[0]
        texture = texture.copy()
        colour = tuple(float(value) for value in random.uniform(0, 255, 3))
        kind = random.integers(3)
        if kind == 0:
            depth = int(size * random.uniform(0.03, 0.3))
            texture[:depth] = colour
        elif kind == 1:
            centre = tuple(int(value) for value in random.choice([0, size - 1], 2))
            cv2.circle(texture, centre, int(size * random.uniform(0.05, 0.3)), colour, -1, cv2.LINE_AA)
        else:
            start = random.integers(0, size, 2)
            end = start + random.integers(size // 16, size // 3, 2)
            cv2.rectangle(
                texture, tuple(int(v) for v in start), tuple(int(v) for v in end), colour, -1)
        return texture

    def composite(self):
        random, (width, height) = self.random, LARGE
        picture = self.ground()
        texture, ratio = self.document()
        if self.chance(0.3):
            texture = self.print_at_edge(texture)
        for _ in range(30):
            share = np.exp(random.uniform(np.log(0.1), np.log(0.75)))
            corners = self.quadrilateral(
                ratio, share, width * random.uniform(0.3, 0.7), height * random.uniform(0.3, 0.7))
            if corners.min() > -8 and (corners.max(0) < np.array(LARGE) + 8).all():
                break
        lengths = np.linalg.norm(np.roll(corners, -1, 0) - corners, axis=1)
        short = min(lengths[0] + lengths[2], lengths[1] + lengths[3]) / 2
        for _ in range(random.integers(0, 4)):  # other things, under the document or beside it
            if self.chance(0.5):
                picture = self.covering(picture, corners, short)[0]
            else:
                picture = self.with_thing(picture)
        picture = self.with_document(picture, texture, corners)
        hidden = np.zeros(LARGE[::-1], np.float32)
        for _ in range(random.choice([0, 1, 2], p=[0.35, 0.5, 0.15])):
            picture, cover = self.covering(picture, corners, short)
            hidden = np.maximum(hidden, cover)
        picture = self.lit(picture.astype(np.float32) / 255)
        picture = self.taken(self.recoloured(np.clip(picture * 255, 0, 255)))
        # A corner is hidden by what comes as near as a hundredth of the shorter side.
        size = 2 * int(round(0.012 * short)) + 1
        widened = cv2.dilate(hidden, np.ones((size, size), np.uint8))
        covered = np.zeros(PLACES, bool)
        for place in range(PLACES):
            side, share = place // 16, place % 16 / 16
            x, y = corners[side] * (1 - share) + corners[(side + 1) % 4] * share
            if 0 <= x < width and 0 <= y < height:
                covered[place] = (widened if share == 0 else hidden)[int(y), int(x)] > 0.5
        return self.outline_samples(picture, corners, covered)

    def batch(self, count, scene_share):
        result = []
        while len(result) < count:
            result += self.scene() if self.chance(scene_share) else self.composite()
        return [np.stack(column) for column in zip(*result)]


def read_found(folder):
    """The outlines that Clearframe finds, where they stand in `found.jsonl` beside the labels."""
    found = {}
    name = os.path.join(folder, "found.jsonl")
    if os.path.exists(name):
        with open(name) as lines:
            for line in map(json.loads, lines):
                if line.get("document"):
                    found[os.path.basename(line["path"])] = np.array(line["document"]["corners"])
    return found


def overlap(one, two):
    """The Jaccard index of two convex outlines."""
    common = cv2.intersectConvexConvex(np.float32(one), np.float32(two))[0]
    both = cv2.contourArea(np.float32(one)) + cv2.contourArea(np.float32(two))
    return common / max(1, both - common)


def read_labelled(folders):
    """Scenes of which at most the frame cuts a little, with where their outlines are covered, and
    the outlines that are found of them, where those are nearly right."""
    result = []
    for folder in folders:
        outlines = read_found(folder)
        with open(os.path.join(folder, "labels.csv")) as table:
            for row in csv.DictReader(table):
                if float(row["cut_share"] or 0) > 0.02 or not row["x0"]:
                    continue
                picture = cv2.imread(os.path.join(folder, row["path"]))
                corners = np.array(
                    [[float(row[f"x{i}"]), float(row[f"y{i}"])] for i in range(4)])
                found = outlines.get(row["path"])
                if found is not None:
                    turns = [np.roll(found, -turn, 0) for turn in range(4)]
                    found = min(turns, key=lambda turned: np.abs(turned - corners).sum())
                    if overlap(found, corners) < 0.85:
                        found = None
                bits = bin(int(row["covered_outline"], 16))[2:].zfill(PLACES)
                result.append((picture, corners, np.array([bit == "1" for bit in bits]), found))
    return result


def read_pages(labelled):
    """The documents that nothing covers and the frame leaves whole, with their ratios."""
    pages = []
    for picture, corners, covered, _ in labelled:
        if covered.any() or corners.min() < 0 or (corners > picture.shape[1::-1]).any():
            continue
        sides = [np.linalg.norm(corners[i] - corners[i - 1]) for i in range(4)]
        square = np.float32([[0, 0], [PAGE, 0], [PAGE, PAGE], [0, PAGE]])
        warp = cv2.getPerspectiveTransform(np.float32(corners), square)
        pages.append((
            cv2.warpPerspective(picture, warp, (PAGE, PAGE), flags=cv2.INTER_AREA),
            (sides[1] + sides[3]) / (sides[0] + sides[2])))
    return pages


def main():
    options = arguments(count=200_000, scene_share=0.5).parse_args()
    cv2.setNumThreads(0)
    labelled = read_labelled(options.scenes)
    pages = read_pages(labelled)
    surfaces = list(read_pictures(options.surfaces, 700))
    print(len(labelled), "scenes,", len(pages), "pages,", len(surfaces), "surfaces")
    write_shards(
        options, lambda seed: CoverSamples(seed, [], pages, surfaces, labelled),
        ("patch", "mask", "usual", "at_corner", "covered"))


if __name__ == "__main__":
    main()
