"""Writes samples to train on: small pictures with the document in them marked.

    python3 samples.py --scenes FOLDER... --surfaces FOLDER... --pages FOLDER... --count N OUTPUT

Nearly half of them are generated development scenes (`scenes generate --split dev`), cut and
recoloured; the others are documents cut out of those scenes, and scanned pages, laid on
photographed surfaces, on print or on patterns, among other things, in light and shadow. Needs numpy
and opencv-python-headless.
"""

import argparse
import csv
import glob
import os

import cv2
import numpy as np

# The size of the network's input, and the larger one in which surfaces are composed.
WIDTH, HEIGHT = 128, 96
LARGE = (256, 192)
SHARD = 1000


def landscape(picture, corners=None):
    """A picture on its long side at 192 by 144, with corners as shares of its sides."""
    height, width = picture.shape[:2]
    if corners is not None:
        corners = corners / np.array([width, height])
    if height > width:
        picture = cv2.transpose(picture)
        corners = None if corners is None else corners[:, ::-1]
    return cv2.resize(picture, (192, 144), interpolation=cv2.INTER_AREA), corners


def read_scenes(folders):
    """Scenes with their corners, and the documents that are whole and clear, with their ratios."""
    scenes, pages = [], []
    for folder in folders:
        with open(os.path.join(folder, "labels.csv")) as table:
            for row in csv.DictReader(table):
                picture = cv2.imread(os.path.join(folder, row["path"]))
                corners = None
                if row["x0"]:
                    corners = np.array(
                        [[float(row[f"x{i}"]), float(row[f"y{i}"])] for i in range(4)])
                    size = np.array([float(row["width"]), float(row["height"])])
                    if (size[0] > size[1]) != (picture.shape[1] > picture.shape[0]):
                        size = size[::-1]
                    corners = corners / size * np.array(picture.shape[1::-1])
                scenes.append(landscape(picture, corners))
                clear = all(row[name] == "no" for name in ("glare", "blurry", "too_dark"))
                if row["complete"] == "yes" and clear and not float(row["covered_share"] or 0):
                    sides = [np.linalg.norm(corners[i] - corners[i - 1]) for i in range(4)]
                    square = np.float32([[0, 0], [256, 0], [256, 256], [0, 256]])
                    warp = cv2.getPerspectiveTransform(np.float32(corners), square)
                    pages.append((
                        cv2.warpPerspective(picture, warp, (256, 256), flags=cv2.INTER_AREA),
                        (sides[1] + sides[3]) / (sides[0] + sides[2])))
    return scenes, pages


def read_pictures(folders, longest):
    names = [
        name for folder in folders
        for name in sorted(glob.glob(os.path.join(folder, "**", "*"), recursive=True))
        if name.lower().endswith((".jpg", ".jpeg", ".png"))]
    for name in names:
        picture = cv2.imread(name)
        if picture is None or min(picture.shape[:2]) < 64:
            continue
        scale = min(1, longest / max(picture.shape[:2]))
        yield cv2.resize(picture, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)


class Samples:
    def __init__(self, seed, scenes, pages, surfaces):
        self.random = np.random.default_rng(seed)
        self.scenes = scenes
        self.pages = pages
        self.surfaces = surfaces

    def chance(self, share):
        return self.random.random() < share

    # Light and colour, on pictures from 0 to 1.

    def recoloured(self, picture):
        random = self.random
        picture = picture.astype(np.float32) / 255
        if self.chance(0.6):
            strength = 1 if self.chance(0.5) else 0.4
            picture = picture * np.exp(random.normal(0, 0.12, 3) * strength).astype(np.float32)
        if self.chance(0.6):
            picture = np.clip(picture, 1e-3, None) ** np.float32(np.exp(random.normal(0, 0.25)))
        if self.chance(0.5):
            picture = picture * np.float32(np.exp(random.normal(0, 0.25)))
        gray = picture.mean(2, keepdims=True)
        if self.chance(0.12):
            picture = np.repeat(gray, 3, 2)
        elif self.chance(0.3):
            picture = gray + (picture - gray) * np.float32(random.uniform(0.2, 1.6))
        return picture

    def lit(self, picture):
        random = self.random
        height, width = picture.shape[:2]
        y, x = np.mgrid[0:height, 0:width].astype(np.float32)
        x, y = x / width - 0.5, y / height - 0.5

        def times(factor):
            return picture * factor[..., None].astype(np.float32)

        if self.chance(0.6):  # light from one side
            angle, strength = random.uniform(0, 2 * np.pi), random.uniform(0, 0.9)
            picture = times(np.clip(1 + strength * (np.cos(angle) * x + np.sin(angle) * y), 0.15, 2))
        if self.chance(0.3):  # falloff of the lens
            picture = times(1 - random.uniform(0.2, 1.2) * (x ** 2 + y ** 2))
        for _ in range(random.integers(0, 3) if self.chance(0.4) else 0):  # cast shadows
            angle, softness = random.uniform(0, 2 * np.pi), random.uniform(0.005, 0.15)
            depth = np.cos(angle) * x + np.sin(angle) * y - random.uniform(-0.4, 0.4)
            if self.chance(0.5):
                across = np.cos(angle) * y - np.sin(angle) * x - random.uniform(-0.4, 0.4)
                depth = np.minimum(depth, random.uniform(0.05, 0.5) - np.abs(across))
            share = 1 / (1 + np.exp(np.clip(-depth / softness, -30, 30)))
            picture = times(1 - random.uniform(0.2, 0.7) * share)
        if self.chance(0.25):  # a highlight
            angle = random.uniform(0, np.pi)
            dx, dy = x - random.uniform(-0.5, 0.5), y - random.uniform(-0.5, 0.5)
            along = dx * np.cos(angle) + dy * np.sin(angle)
            across = dy * np.cos(angle) - dx * np.sin(angle)
            spot = np.exp(
                -(along / random.uniform(0.03, 0.3)) ** 2 - (across / random.uniform(0.03, 0.3)) ** 2)
            picture = picture + (spot * random.uniform(0.2, 1.5))[..., None].astype(np.float32)
        return picture

    def taken(self, picture):
        random = self.random
        if self.chance(0.35):
            picture = cv2.GaussianBlur(picture, (0, 0), random.uniform(0.3, 2.2))
        picture = np.clip(picture, 0, 1)
        if self.chance(0.5):
            deviation = random.uniform(0.003, 0.04)
            picture = picture + random.normal(0, deviation, picture.shape).astype(np.float32)
        if self.chance(0.15):
            picture = picture * random.uniform(0.15, 0.6)
        return np.clip(picture * 255, 0, 255).astype(np.uint8)

    def mirrored(self, picture, corners):
        height, width = picture.shape[:2]
        if self.chance(0.5):
            picture = picture[:, ::-1]
            corners = None if corners is None else np.stack([width - corners[:, 0], corners[:, 1]], 1)
        if self.chance(0.5):
            picture = picture[::-1]
            corners = None if corners is None else np.stack([corners[:, 0], height - corners[:, 1]], 1)
        return np.ascontiguousarray(picture), corners

    def sample(self, picture, corners):
        """The picture, the document and its outline at half the size, as bytes."""
        inside = np.zeros((HEIGHT, WIDTH), np.uint8)
        edge = np.zeros((HEIGHT, WIDTH), np.uint8)
        if corners is not None:
            points = [np.clip(np.round(corners * 16), -30000, 30000).astype(np.int32)]
            cv2.fillPoly(inside, points, 255, cv2.LINE_AA, 4)
            cv2.polylines(edge, points, True, 255, 2, cv2.LINE_AA, 4)
        half = (WIDTH // 2, HEIGHT // 2)
        inside = cv2.resize(inside, half, interpolation=cv2.INTER_AREA)
        edge = cv2.resize(edge, half, interpolation=cv2.INTER_AREA).astype(np.float32) * 1.6
        return picture, inside, np.minimum(edge, 255).astype(np.uint8)

    # Generated scenes.

    def scene(self):
        random = self.random
        picture, corners = self.scenes[random.integers(len(self.scenes))]
        height, width = picture.shape[:2]
        shape = np.diag([WIDTH / width, HEIGHT / height])
        shift = np.zeros(2)
        if corners is not None and self.chance(0.25):
            shape, shift = self.cut(picture, corners, shape)
        elif self.chance(0.6):
            zoom, angle = random.uniform(1, 1.35), random.normal(0, 0.06)
            stretch = np.exp(random.normal(0, 0.06))
            shape = WIDTH / width * zoom * np.array([
                [np.cos(angle) * stretch, -np.sin(angle)], [np.sin(angle) * stretch, np.cos(angle)]])
            size = np.array([width, height])
            centre = size / 2 + random.uniform(-0.5, 0.5, 2) * size * (1 - 1 / zoom)
            shift = np.array([WIDTH / 2, HEIGHT / 2]) - shape @ centre
        warp = np.hstack([shape * 2, (shift * 2)[:, None]])
        double = cv2.warpAffine(
            picture, warp, (WIDTH * 2, HEIGHT * 2), borderMode=cv2.BORDER_REFLECT_101)
        small = cv2.resize(double, (WIDTH, HEIGHT), interpolation=cv2.INTER_AREA)
        if corners is not None:
            corners = (corners * np.array([width, height])) @ shape.T + shift
        small, corners = self.mirrored(small, corners)
        small = self.recoloured(small)
        if self.chance(0.3):
            small = self.lit(small)
        small = self.taken(small) if self.chance(0.4) else np.clip(small * 255, 0, 255).astype(np.uint8)
        return self.sample(small, corners)

    def cut(self, picture, corners, shape):
        """A part of a scene one border of which cuts off up to a third of the document, so that
        bands and frames printed on it come to lie near that border."""
        random = self.random
        size = np.array(picture.shape[1::-1], float)
        axis, is_far = random.integers(2), self.chance(0.5)
        low, high = np.clip([corners.min(0), corners.max(0)], 0, 1)[:, axis]
        share = (high - low) * random.uniform(0.01, 0.33)
        kept = high - share if is_far else 1 - low - share
        if kept < 0.4:
            return shape, np.zeros(2)
        part = kept / random.uniform(1, 1.1)
        start = random.uniform(0, 1 - part, 2)
        start[axis] = kept - part if is_far else 1 - kept
        shape = shape / part
        return shape, -shape @ (start * size)

    # Documents on surfaces.

    def pattern(self):
        """A colour with blotches and, at times, the lines of planks or tiles."""
        random, (width, height) = self.random, LARGE
        colour = random.uniform(0, 255, 3) if self.chance(0.4) else (
            random.uniform(20, 250) + random.normal(0, 10, 3))
        picture = np.ones((height, width, 3), np.float32) * np.clip(colour, 0, 255).astype(np.float32)
        blotches = random.normal(0, 1, (random.integers(3, height), random.integers(3, width)))
        blotches = cv2.resize(blotches.astype(np.float32), LARGE, interpolation=cv2.INTER_CUBIC)
        picture += blotches[..., None] * np.float32(random.uniform(0, 25))
        if self.chance(0.4):
            y, x = np.mgrid[0:height, 0:width]
            first, period = random.uniform(0, np.pi), random.uniform(12, 90)
            thickness, step = random.uniform(1, 6), random.uniform(-90, 90)
            for index in range(random.integers(1, 3)):
                angle = first + index * np.pi / 2 + random.normal(0, 0.04)
                along = (x * np.cos(angle) + y * np.sin(angle)) * (
                    1 + random.normal(0, 0.0008) * (x - width / 2))
                spacing = period if index == 0 else period * random.uniform(0.7, 1.6)
                distance = np.abs((along / spacing) % 1 - 0.5) * spacing
                line = np.clip(thickness / 2 + 0.5 - distance, 0, 1) * step
                picture += line[..., None].astype(np.float32)
        return np.clip(picture, 0, 255).astype(np.uint8)

    def newsprint(self):
        """Pieces of pages and pictures side by side."""
        random, (width, height) = self.random, LARGE
        rows, columns = random.integers(1, 4), random.integers(1, 4)
        down, across = height // rows + 1, width // columns + 1
        picture = np.zeros((rows * down, columns * across, 3), np.uint8)
        for row in range(rows):
            for column in range(columns):
                if self.chance(0.2):
                    piece = self.surfaces[random.integers(len(self.surfaces))]
                else:
                    page = self.pages[random.integers(len(self.pages))][0]
                    side = int(page.shape[0] * random.uniform(0.3, 1))
                    top, left = random.integers(0, page.shape[0] - side + 1, 2)
                    piece = page[top:top + side, left:left + side]
                    if self.chance(0.5):
                        piece = cv2.transpose(piece)
                picture[row * down:(row + 1) * down, column * across:(column + 1) * across] = (
                    cv2.resize(piece, (across, down), interpolation=cv2.INTER_AREA))
        picture = picture[:height, :width].astype(np.float32)
        if self.chance(0.6):
            picture = np.repeat(picture.mean(2, keepdims=True), 3, 2)
        paper = random.uniform(90, 255) / max(1, np.percentile(picture, 90))
        warp = cv2.getRotationMatrix2D(
            (width / 2, height / 2), random.uniform(0, 360), random.uniform(1.3, 2.2))
        picture = np.clip(picture * paper, 0, 255).astype(np.uint8)
        return cv2.warpAffine(picture, warp, LARGE, borderMode=cv2.BORDER_REFLECT)

    def surface(self):
        random, (width, height) = self.random, LARGE
        if self.chance(0.16):
            return self.newsprint()
        if self.chance(0.22):
            return self.pattern()
        picture = self.surfaces[random.integers(len(self.surfaces))]
        across = max(24, int(picture.shape[1] * random.uniform(0.25, 1)))
        down = min(picture.shape[0], max(18, int(across * 0.75)))
        across = min(picture.shape[1], int(down / 0.75))
        left = random.integers(0, picture.shape[1] - across + 1)
        top = random.integers(0, picture.shape[0] - down + 1)
        piece = picture[top:top + down, left:left + across]
        if not self.chance(0.35):
            return cv2.resize(piece, LARGE, interpolation=cv2.INTER_AREA)
        # Laid out as tiles and seen aslant.
        count = int(random.integers(2, 5))
        piece = cv2.resize(
            piece, (width // count * 2 + 1, height // count * 2 + 1), interpolation=cv2.INTER_AREA)
        tiles = np.tile(piece, (count, count, 1))[:height * 2, :width * 2]
        size = np.array(LARGE)
        source = np.float32([[0, 0], [2, 0], [2, 2], [0, 2]] * size)
        target = source - size / 2 + random.uniform(-0.2, 0.2, (4, 2)) * size
        warp = cv2.getPerspectiveTransform(source, np.float32(target))
        return cv2.warpPerspective(tiles, warp, LARGE, borderMode=cv2.BORDER_REFLECT)

    def quadrilateral(self, ratio, share, x, y):
        """A rectangle turned and tilted before the camera."""
        random = self.random
        width = np.sqrt(share * LARGE[0] * LARGE[1] * ratio)
        height = width / ratio
        corners = np.array([[-width, -height], [width, -height], [width, height], [-width, height]]) / 2
        turn = random.uniform(0, 2 * np.pi)
        if self.chance(0.65):
            turn = random.normal(0, 0.15) + random.choice([0, np.pi / 2])
        tilt = random.normal(0, 0.28, 2) if self.chance(0.8) else random.uniform(-0.6, 0.6, 2)
        corners = corners @ np.array([[np.cos(turn), np.sin(turn)], [-np.sin(turn), np.cos(turn)]])
        depth = corners[:, 0] * np.sin(tilt[1]) + corners[:, 1] * np.sin(tilt[0])
        distance = 1.2 * LARGE[0]
        scale = distance / (distance + depth)
        return corners * np.cos(tilt[::-1]) * scale[:, None] + np.array([x, y])

    def warped(self, texture, corners):
        """A square texture drawn to corners, and how much of each pixel it takes up."""
        size = texture.shape[0]
        square = np.float32([[0, 0], [size, 0], [size, size], [0, size]])
        warp = cv2.getPerspectiveTransform(square, np.float32(corners))
        drawn = cv2.warpPerspective(texture, warp, LARGE, borderMode=cv2.BORDER_REPLICATE)
        cover = np.zeros(LARGE[::-1], np.uint8)
        points = np.clip(np.round(corners * 16), -30000, 30000).astype(np.int32)
        cv2.fillPoly(cover, [points], 255, cv2.LINE_AA, 4)
        return drawn.astype(np.float32), cover.astype(np.float32) / 255

    def laid(self, picture, texture, corners, shadow):
        random = self.random
        side = np.sqrt(max(1, cv2.contourArea(np.float32(corners))))
        while texture.shape[0] > side * 2:
            texture = cv2.resize(texture, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA)
        warped, mask = self.warped(texture, corners)
        if shadow > 0:
            move = np.float32([[1, 0, random.uniform(-4, 4)], [0, 1, random.uniform(-4, 4)]])
            dark = cv2.GaussianBlur(
                cv2.warpAffine(mask, move, LARGE), (0, 0), random.uniform(0.8, 7))
            picture = picture * (1 - shadow * dark)[..., None]
        mask = mask[..., None]
        return picture * (1 - mask) + warped * mask

    def plain(self):
        random = self.random
        colour = random.uniform(0, 255, 3)
        if self.chance(0.5):
            colour = np.full(3, random.choice([random.uniform(5, 50), random.uniform(180, 250)]))
        return np.ones((16, 16, 3), np.uint8) * colour.astype(np.uint8)

    def document(self):
        """A page or a card, recoloured, at times with a band or a frame printed on it."""
        random = self.random
        texture, ratio = self.pages[random.integers(len(self.pages))]
        if self.chance(0.12):
            texture = 255 - texture
        texture = texture.astype(np.float32)
        if self.chance(0.5):
            texture = texture * np.exp(random.normal(0, 0.15, 3)).astype(np.float32)
        if self.chance(0.4):
            contrast, shift = random.uniform(0.5, 1.3), random.normal(0, 25)
            texture = (texture - 128) * np.float32(contrast) + 128 + np.float32(shift)
        if self.chance(0.25):
            texture = texture * random.uniform(0.4, 1, 3).astype(np.float32)
        size = texture.shape[0]
        if self.chance(0.15):
            band = int(size * random.uniform(0.04, 0.3))
            start = random.choice([0, int(size * random.uniform(0, 0.2))])
            texture = np.rot90(texture, random.integers(4)).copy()
            texture[start:start + band] = random.uniform(0, 255, 3)
        elif self.chance(0.05):
            inset = int(size * random.uniform(0.02, 0.09))
            colour = tuple(float(value) for value in random.uniform(0, 200, 3))
            cv2.rectangle(
                texture, (inset, inset), (size - inset, size - inset), colour,
                int(random.integers(1, 6)))
        texture = np.clip(texture, 0, 255).astype(np.uint8)
        if self.chance(0.25):
            ratio = ratio * np.exp(random.normal(0, 0.2))
        return (cv2.transpose(texture), 1 / ratio) if self.chance(0.5) else (texture, ratio)

    def place(self, ratio):
        """Where the document lies: over the whole frame, inside it or across its borders."""
        random, (width, height) = self.random, LARGE
        kind = self.random.random()
        if kind < 0.06:
            return self.quadrilateral(
                ratio, random.uniform(1.6, 3), width * random.normal(0.5, 0.05),
                height * random.normal(0.5, 0.05))
        if kind < 0.5:
            for _ in range(20):
                share = np.exp(random.uniform(np.log(0.05), np.log(0.8)))
                corners = self.quadrilateral(
                    ratio, share, width * random.uniform(0.25, 0.75),
                    height * random.uniform(0.25, 0.75))
                if corners.min() > 2 and (corners.max(0) < np.array(LARGE) - 2).all():
                    break
            return corners
        share = np.exp(random.uniform(np.log(0.1), np.log(1.2)))
        return self.quadrilateral(
            ratio, share, width * random.uniform(0.1, 0.9), height * random.uniform(0.1, 0.9))

    def ground(self):
        """A surface, at times out of focus or in other light."""
        picture = self.surface().astype(np.float32)
        if self.chance(0.3):
            picture = cv2.GaussianBlur(picture, (0, 0), self.random.uniform(0.5, 2))
        if self.chance(0.4):
            picture = np.clip(picture * np.exp(self.random.normal(0, 0.3)), 0, 255)
        return picture

    def with_thing(self, picture):
        """Another document or a plain thing somewhere on a surface."""
        random, (width, height) = self.random, LARGE
        other, ratio = self.document() if self.chance(0.35) else (
            self.plain(), np.exp(random.normal(0, 0.5)))
        share = np.exp(random.uniform(np.log(0.005), np.log(0.12)))
        around = self.quadrilateral(
            ratio, share, width * random.uniform(-0.05, 1.05), height * random.uniform(-0.05, 1.05))
        return self.laid(picture, other, around, random.uniform(0, 0.4))

    def with_document(self, picture, texture, corners):
        """The document on a surface, at times as light as that, and mostly with a shadow."""
        random = self.random
        if self.chance(0.25):
            gain = picture.mean((0, 1)) / max(1, np.percentile(texture, 80))
            texture = np.clip(
                texture.astype(np.float32) * np.clip(gain, 0.3, 1.2), 0, 255).astype(np.uint8)
        return self.laid(
            picture, texture, corners, random.uniform(0, 0.6) if self.chance(0.75) else 0)

    def composite(self):
        random, (width, height) = self.random, LARGE
        picture = self.ground()
        corners = None
        if not self.chance(0.08):
            texture, ratio = self.document()
            corners = self.place(ratio)
        for _ in range(random.integers(0, 4)):  # other things on the table
            picture = self.with_thing(picture)
        if self.chance(0.2):  # a cable
            path = np.cumsum(random.normal(0, 18, (12, 2)), 0) + random.uniform(0, 1, 2) * np.array(LARGE)
            colour = tuple(float(value) for value in random.uniform(0, 255, 3))
            cv2.polylines(
                picture, [np.int32(path)], False, colour, int(random.integers(1, 5)), cv2.LINE_AA)
        if corners is not None:
            picture = self.with_document(picture, texture, corners)
            if self.chance(0.25):
                picture = self.covered(picture, corners)
        picture = self.lit(picture.astype(np.float32) / 255)
        picture = cv2.resize(
            np.clip(picture, 0, 1.2), (WIDTH, HEIGHT), interpolation=cv2.INTER_AREA)
        corners = None if corners is None else corners / 2
        picture, corners = self.mirrored(picture, corners)
        picture = self.taken(self.recoloured(np.clip(picture * 255, 0, 255)))
        return self.sample(picture, corners)

    def covered(self, picture, corners):
        """A finger or another thing over one side."""
        random = self.random
        index, share = random.integers(4), random.uniform(0.1, 0.9)
        point = corners[index] * (1 - share) + corners[(index + 1) % 4] * share
        outward = point - corners.mean(0)
        if self.chance(0.5):
            outward /= np.linalg.norm(outward) + 1e-6
            length = random.uniform(15, 70)
            ends = [point - outward * length * 0.2, point + outward * length * 3]
            mask = np.zeros(LARGE[::-1], np.float32)
            cv2.line(
                mask, *[tuple(int(v) for v in np.clip(end, -2000, 2000)) for end in ends], 1.0,
                int(random.uniform(5, 16)), cv2.LINE_AA)
            skin = np.float32([
                random.uniform(36, 114), random.uniform(45, 142), random.uniform(90, 230)])
            return picture * (1 - mask[..., None]) + mask[..., None] * skin
        other = self.plain() if self.chance(0.6) else self.document()[0]
        share = np.exp(random.uniform(np.log(0.01), np.log(0.08)))
        middle = point + outward * random.uniform(0, 0.3)
        around = self.quadrilateral(np.exp(random.normal(0, 0.5)), share, *middle)
        return self.laid(picture, other, around, random.uniform(0, 0.4))

    def batch(self, count, scene_share):
        all_samples = [
            self.scene() if self.chance(scene_share) else self.composite() for _ in range(count)]
        return [np.stack(column) for column in zip(*all_samples)]


def arguments(count, scene_share):
    """The arguments that all samples take."""
    parser = argparse.ArgumentParser()
    parser.add_argument("output")
    parser.add_argument("--scenes", nargs="+", required=True)
    parser.add_argument("--surfaces", nargs="+", required=True)
    parser.add_argument("--count", type=int, default=count, help="in whole thousands")
    parser.add_argument("--scene-share", type=float, default=scene_share)
    parser.add_argument("--seed", type=int, default=1)
    return parser


def write_shards(options, source, names):
    """Writes the batches of what `source(seed)` gives, a file for each thousand samples."""
    os.makedirs(options.output, exist_ok=True)
    for seed in range(options.seed, options.seed + options.count // SHARD):
        columns = source(seed).batch(SHARD, options.scene_share)
        name = os.path.join(options.output, f"{seed}.npz")
        np.savez(name, **dict(zip(names, columns)))
        print(name, flush=True)


def main():
    parser = arguments(count=90_000, scene_share=0.45)
    parser.add_argument("--pages", nargs="+", default=[])
    options = parser.parse_args()
    cv2.setNumThreads(0)
    scenes, pages = read_scenes(options.scenes)
    for page in read_pictures(options.pages, 2000):
        small = cv2.resize(page, (256, 256), interpolation=cv2.INTER_AREA)
        pages.append((small, page.shape[1] / page.shape[0]))
    surfaces = list(read_pictures(options.surfaces, 500))
    print(len(scenes), "scenes,", len(pages), "pages,", len(surfaces), "surfaces")
    write_shards(
        options, lambda seed: Samples(seed, scenes, pages, surfaces), ("picture", "inside", "edge"))


if __name__ == "__main__":
    main()
