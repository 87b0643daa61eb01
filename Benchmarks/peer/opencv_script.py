"""The script that people write today, as the baseline for the accuracy table.

Whole-frame variance of the Laplacian below 100 is blur, the share of bright unsaturated pixels is
glare, mean brightness is exposure, and the document is the largest four-sided Canny contour.

usage: opencv_script.py LABELS.csv ANSWERS.csv   (needs opencv-python-headless)
"""

import csv
import os
import sys

import cv2
import numpy

RULES = ["blurred", "glare", "too-dark", "too-bright", "document-incomplete", "grayscale-copy"]


def outline(gray):
    scale = 1000 / max(gray.shape)
    small = cv2.resize(gray, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    edges = cv2.dilate(cv2.Canny(cv2.GaussianBlur(small, (5, 5), 0), 50, 150), None)
    contours, _ = cv2.findContours(edges, cv2.RETR_LIST, cv2.CHAIN_APPROX_SIMPLE)
    for contour in sorted(contours, key=cv2.contourArea, reverse=True)[:10]:
        polygon = cv2.approxPolyDP(contour, 0.02 * cv2.arcLength(contour, True), True)
        if len(polygon) == 4 and cv2.contourArea(polygon) > 0.1 * small.size:
            return polygon[:, 0, :] / scale
    return None


def answers(path):
    image = cv2.imread(path)
    if image is None:
        return {rule: "skipped" for rule in RULES}
    gray = cv2.cvtColor(image, cv2.COLOR_BGR2GRAY)
    hsv = cv2.cvtColor(image, cv2.COLOR_BGR2HSV)
    sharpness = cv2.Laplacian(gray, cv2.CV_64F).var()
    glare = float(numpy.mean((hsv[..., 2] > 240) & (hsv[..., 1] < 40)))
    mean = float(gray.mean())
    saturation = float(hsv[..., 1].mean())
    quad = outline(gray)
    row = {
        "blurred": "fail" if sharpness < 100 else "pass",
        "blurred.value": -sharpness,
        "glare": "fail" if glare > 0.05 else "pass",
        "glare.value": glare,
        "too-dark": "fail" if mean < 60 else "pass",
        "too-dark.value": mean,
        "too-bright": "fail" if mean > 200 else "pass",
        "too-bright.value": mean,
        "document-incomplete": "fail" if quad is None else "pass",
        "grayscale-copy": "fail" if saturation < 20 else "pass",
        "grayscale-copy.value": saturation,
    }
    if quad is not None:
        for index, (x, y) in enumerate(quad):
            row[f"x{index}"] = float(x)
            row[f"y{index}"] = float(y)
    return row


def main():
    labels, output = sys.argv[1:3]
    root = os.path.dirname(os.path.abspath(labels))
    columns = ["path"] + [name for rule in RULES for name in (rule, rule + ".value")]
    columns += [f"{axis}{index}" for index in range(4) for axis in "xy"]
    with open(labels, newline="") as source, open(output, "w", newline="") as target:
        writer = csv.DictWriter(target, columns, restval="")
        writer.writeheader()
        for row in csv.DictReader(source):
            writer.writerow({"path": row["path"], **answers(os.path.join(root, row["path"]))})


if __name__ == "__main__":
    main()
