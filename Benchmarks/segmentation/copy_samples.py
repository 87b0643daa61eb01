"""Writes samples to train on: small pictures of cards, with gray copies and originals marked.

    python3 copy_samples.py OUTPUT --scenes FOLDER... --surfaces FOLDER... --count N

Half of them are generated development pictures (`scenes originals --split dev --origin copy`, and
`no`), cut and recoloured. The others are their cards laid on photographed surfaces, as they are or
as a photocopier would print them, cut out or on a page, in light that may be tinted or burn them
out. Pages in black on white, and desks without any document, are there as what is neither. Needs
numpy and opencv-python-headless.
"""

import csv
import os

import cv2
import numpy as np

import samples
from samples import Samples, arguments, read_pictures, write_shards

# The size of the network's input, and of the picture in which surfaces are composed.
WIDTH, HEIGHT = 192, 144
LARGE = (384, 288)
samples.LARGE = LARGE
# Columns and rows of the network's output.
PLACES = (48, 36)
PAGE = 256


def read_labelled(folders):
    """Pictures no larger than 384 on their long side, with corners and what they show: 2 a gray
    copy, 1 an original card, 0 a page."""
    result = []
    for folder in folders:
        with open(os.path.join(folder, "labels.csv")) as table:
            for row in csv.DictReader(table):
                if row["recapture"] not in ("no", "copy") or not row["x0"]:
                    continue
                picture = cv2.imread(os.path.join(folder, row["path"]))
                if picture is None:
                    continue
                corners = np.array([[float(row[f"x{i}"]), float(row[f"y{i}"])] for i in range(4)])
                scale = 384 / max(picture.shape[:2])
                picture = cv2.resize(picture, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
                corners = corners * scale
                if picture.shape[0] > picture.shape[1]:
                    picture, corners = cv2.transpose(picture), corners[:, ::-1]
                kind = 2 if row["recapture"] == "copy" else int(row["kind"] == "id-card")
                result.append((picture, corners, kind))
    return result


def read_pages(labelled):
    """The documents that lie whole in their pictures and are well lit, with ratios and kinds."""
    pages = []
    square = np.float32([[0, 0], [PAGE, 0], [PAGE, PAGE], [0, PAGE]])
    for picture, corners, kind in labelled:
        height, width = picture.shape[:2]
        sides = [np.linalg.norm(corners[i] - corners[i - 1]) for i in range(4)]
        if corners.min() < 1 or (corners.max(0) > [width - 1, height - 1]).any() or min(sides) < 60:
            continue
        warp = cv2.getPerspectiveTransform(np.float32(corners), square)
        page = cv2.warpPerspective(picture, warp, (PAGE, PAGE), flags=cv2.INTER_AREA)
        bright = np.percentile(page.max(2), 90)
        if 90 < bright < 250:
            pages.append((page, (sides[1] + sides[3]) / (sides[0] + sides[2]), kind))
    return pages


class CopySamples(Samples):
    def __init__(self, seed, labelled, pages, surfaces, page_share):
        self.page_share = page_share
        super().__init__(seed, [], [page[:2] for page in pages], surfaces)
        self.cards = [[page for page in pages if page[2] == kind] for kind in range(3)]
        self.pictures = [[one for one in labelled if one[2] == kind] for kind in range(3)]

    def kind(self):
        """A page, or as often as the other an original card or a copy."""
        return 0 if self.chance(self.page_share) else int(self.random.integers(1, 3))

    def recoloured(self, picture):
        """Another white balance, tone curve and exposure; colours stay colours."""
        random = self.random
        picture = picture.astype(np.float32) / 255
        kind = random.random()
        if kind < 0.4:
            picture = picture * np.exp(random.normal(0, 0.05, 3)).astype(np.float32)
        elif kind < 0.65:  # blue, green, red: lamps at home
            picture = picture * np.float32(
                [random.uniform(0.68, 0.97), random.uniform(0.95, 1.02), random.uniform(1, 1.1)])
        elif kind < 0.75:  # a window
            picture = picture * np.float32(
                [random.uniform(1.02, 1.1), random.uniform(0.97, 1.02), random.uniform(0.85, 0.98)])
        if self.chance(0.5):
            picture = np.clip(picture, 1e-3, None) ** np.float32(np.exp(random.normal(0, 0.2)))
        if self.chance(0.4):
            picture = picture * np.float32(np.exp(random.normal(0, 0.2)))
        if self.chance(0.1):
            picture = picture * random.uniform(1.2, 2)
        if self.chance(0.3):
            gray = picture.mean(2, keepdims=True)
            picture = gray + (picture - gray) * np.float32(random.uniform(0.75, 1.3))
        return picture

    def tinted(self, picture):
        """Light of two colours: a lamp's on one side, a window's on the other."""
        random = self.random
        height, width = picture.shape[:2]
        y, x = np.mgrid[0:height, 0:width].astype(np.float32)
        angle, softness = random.uniform(0, 2 * np.pi), random.uniform(0.02, 0.6)
        depth = np.cos(angle) * (x / width - 0.5) + np.sin(angle) * (y / height - 0.5)
        depth = depth - random.uniform(-0.4, 0.4)
        share = 1 / (1 + np.exp(np.clip(-depth / softness, -30, 30)))
        tint = np.exp(random.normal(0, 0.03, 3) + random.normal(0, 0.15))
        return picture * (1 + share[..., None] * (tint - 1)).astype(np.float32)

    def glowing(self, picture):
        """A lamp's reflection with its glow in the lamp's colour."""
        random = self.random
        height, width = picture.shape[:2]
        y, x = np.mgrid[0:height, 0:width].astype(np.float32)
        dx = (x / width - random.uniform(0.1, 0.9)) * width / height
        dy = y / height - random.uniform(0.1, 0.9)
        distance = np.sqrt(dx ** 2 + (dy * random.uniform(0.6, 1.6)) ** 2)
        size = random.uniform(0.05, 0.35)
        light = np.exp(-(distance / size) ** 2) * random.uniform(0.1, 0.9)
        if self.chance(0.5):
            light = light + np.exp(-(distance / size * 3) ** 2)
        warmth = random.normal(0, 0.1)
        tint = np.float32([1 - warmth, 1 + random.normal(0, 0.02), 1 + warmth])
        return picture + light[..., None] * tint

    def finished(self, picture, corners, kind):
        """A picture from 0 to 1.2 and at the network's size, with its marks."""
        if self.chance(0.3):
            picture = self.tinted(picture)
        if self.chance(0.12):
            picture = self.glowing(picture)
        picture, corners = self.mirrored(picture, corners)
        picture = self.recoloured(np.clip(picture * 255, 0, 320))
        picture = self.taken(picture) if self.chance(0.5) else np.clip(picture * 255, 0, 255)
        # In the dark nobody can tell one from the other.
        bright = max(4, np.percentile(picture, 95))
        picture = picture.astype(np.float32) * max(1, 50 / bright)
        mark = np.zeros((HEIGHT, WIDTH), np.uint8)
        if corners is not None and kind > 0:
            points = [np.clip(np.round(corners * 16), -30000, 30000).astype(np.int32)]
            cv2.fillPoly(mark, points, 255, cv2.LINE_AA, 4)
        mark = cv2.resize(mark, PLACES, interpolation=cv2.INTER_AREA)
        empty = np.zeros_like(mark)
        marks = [mark if kind == 2 else empty, mark if kind == 1 else empty]
        return picture.astype(np.uint8), np.stack(marks)

    def scene(self):
        random = self.random
        kind = self.kind()
        picture, corners, _ = self.pictures[kind][random.integers(len(self.pictures[kind]))]
        height, width = picture.shape[:2]
        zoom = random.uniform(1, 1.5) if self.chance(0.6) else 1
        turn = random.normal(0, 0.06) if self.chance(0.5) else 0
        shape = WIDTH / width * zoom * np.array(
            [[np.cos(turn), -np.sin(turn)], [np.sin(turn), np.cos(turn)]])
        size = np.array([width, height])
        room = size * (1 - 1 / zoom)
        centre = size / 2 + random.uniform(-0.5, 0.5, 2) * room
        shift = np.array([WIDTH / 2, HEIGHT / 2]) - shape @ centre
        warp = np.hstack([shape * 2, (shift * 2)[:, None]])
        double = cv2.warpAffine(picture, warp, LARGE, borderMode=cv2.BORDER_REFLECT_101)
        small = cv2.resize(double, (WIDTH, HEIGHT), interpolation=cv2.INTER_AREA)
        return self.finished(small.astype(np.float32) / 255, corners @ shape.T + shift, kind)

    def copied(self, card):
        """What a photocopier prints of a card, on paper of 1."""
        random = self.random
        gray = card.astype(np.float32) @ np.float32([0.1, 0.6, 0.3])
        gray = np.clip(gray / max(1, np.percentile(gray, random.uniform(85, 99.5))), 0, 1)
        curve = gray * gray * (3 - 2 * gray)
        gray = gray + (curve - gray) * random.uniform(0, 1)
        gray = 1 - (1 - gray) * random.uniform(0.7, 1.1)
        grain = random.normal(0, random.uniform(0, 0.06), gray.shape)
        gray = np.clip(gray + grain * (1.2 - gray), 0.08, 1).astype(np.float32)
        tint = np.float32([1.015, 1, 0.99]) if self.chance(0.7) else np.float32([0.96, 1, 1.01])
        return gray[..., None] * tint * np.float32(random.uniform(180, 250))

    def composite(self):
        random, (width, height) = self.random, LARGE
        picture = self.ground()
        for _ in range(random.integers(0, 3)):
            picture = self.with_thing(picture)
        kind = -1 if self.chance(0.03) else self.kind()
        corners = None
        if kind >= 0:
            source = kind
            if kind == 2 and (self.chance(0.6) or not self.cards[2]):
                source = 1
            cards = self.cards[source]
            card, ratio, _ = cards[random.integers(len(cards))]
            texture = card.astype(np.float32)
            on_page = False
            if kind == 2:
                on_page = self.chance(0.5)
                if source == 1:
                    texture = self.copied(card)
            elif kind == 1:
                gray = texture.mean(2, keepdims=True)
                if self.chance(0.3):
                    texture = gray + (texture - gray) * np.float32(random.uniform(0.4, 0.8))
                elif self.chance(0.3):  # another colour of card
                    texture = texture * np.exp(random.normal(0, 0.15, 3)).astype(np.float32)
            if self.chance(0.5):
                texture, ratio = cv2.transpose(texture), 1 / ratio
            corners = self.place(ratio)
            texture = np.clip(texture, 0, 255).astype(np.uint8)
            if on_page or (kind == 1 and self.chance(0.15)):
                # A sheet under the card: a copy's own, or one that an original lies on.
                paper = np.percentile(texture.reshape(-1, 3), 92, axis=0) * random.uniform(0.95, 1.15)
                reach = random.uniform(1.15, 3, 2)
                middle = corners.mean(0) + random.uniform(-0.5, 0.5, 2) * np.ptp(corners, 0) * (reach - 1)
                sheet = (corners - corners.mean(0)) * reach + middle
                sheet_texture = np.ones((16, 16, 3)) * np.clip(paper, 0, 255)
                picture = self.laid(
                    picture, sheet_texture.astype(np.uint8), sheet, random.uniform(0, 0.5))
                shadow = 0 if on_page else random.uniform(0.1, 0.5)
                picture = self.laid(picture, texture, corners, shadow)
            else:
                picture = self.with_document(picture, texture, corners)
            if self.chance(0.15):
                picture = self.covered(picture, corners)
            corners = corners * (WIDTH / width)
        picture = self.lit(np.clip(picture, 0, 255).astype(np.float32) / 255)
        picture = cv2.resize(
            np.clip(picture, 0, 1.2), (WIDTH, HEIGHT), interpolation=cv2.INTER_AREA)
        return self.finished(picture, corners, max(0, kind))


def main():
    parser = arguments(count=20_000, scene_share=0.5)
    parser.add_argument("--page-share", type=float, default=0.15)
    options = parser.parse_args()
    cv2.setNumThreads(0)
    labelled = read_labelled(options.scenes)
    pages = read_pages(labelled)
    surfaces = list(read_pictures(options.surfaces, 500))
    print(len(labelled), "pictures,", len(pages), "documents,", len(surfaces), "surfaces")
    write_shards(
        options,
        lambda seed: CopySamples(seed, labelled, pages, surfaces, options.page_share),
        ("picture", "marks"))


if __name__ == "__main__":
    main()
