"""Draw the program's icon: a sector scan of one cyst, seen in coarse pixels on the left and in fine ones on the right.

python resources/icons/draw.py

writes ussr_gui/icons/ussr.svg, which the program shows, and ussr.ico and ussr.png here, for installers.
"""

from __future__ import annotations

import math
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter, QPainterPath, QPolygonF
from PySide6.QtSvg import QSvgRenderer

HERE = Path(__file__).parent
SVG = HERE.parents[1] / "ussr_gui" / "icons" / "ussr.svg"

APEX, NEAR, FAR, HALF_ANGLE = (128.0, -14.0), 58.0, 242.0, math.radians(27)
CYST, RADIUS = (128.0, 140.0), 38.0
COARSE, FINE, TONES = 24, 6, 20
STOPS = ((0x0C, 0x1B, 0x28), (0x2B, 0x73, 0xA4), (0x6F, 0xB4, 0xEA), (0xF2, 0xF9, 0xFF))


def echo(x: float, y: float) -> float:
    """Brightness in [0, 1] of the drawn tissue: brighter with depth behind the cyst, dark inside it, a bright wall."""
    depth = math.hypot(x - APEX[0], y - APEX[1])
    away = math.hypot(x - CYST[0], y - CYST[1])
    if away < RADIUS:
        return 0.04
    wall = math.exp(-(((away - RADIUS - 7) / 8) ** 2))
    behind = 0.22 if y > CYST[1] and abs(x - CYST[0]) < RADIUS else 0.0
    layers = 0.10 * math.cos((depth - NEAR) / 15)
    return min(1.0, 0.52 + layers + behind * 0.7 + 0.55 * wall)


def colour(value: float) -> str:
    """A tone from the program's blues, linear between four stops."""
    at = min(max(value, 0), 1) * (len(STOPS) - 1)
    low = min(int(at), len(STOPS) - 2)
    mixed = (round(a + (b - a) * (at - low)) for a, b in zip(STOPS[low], STOPS[low + 1], strict=True))
    return "#" + "".join(f"{part:02X}" for part in mixed)


def tone(x: float, y: float, size: int) -> int:
    """Tone of one pixel: the mean of 8 × 8 samples of what it covers."""
    steps = [(i + 0.5) * size / 8 for i in range(8)]
    return round(sum(echo(x + a, y + b) for a in steps for b in steps) / 64 * TONES)


def sector() -> QPainterPath:
    """Outline of the scan: a fan below its apex."""
    left, right = math.pi / 2 + HALF_ANGLE, math.pi / 2 - HALF_ANGLE
    arc = [left + (right - left) * i / 48 for i in range(49)]
    near = [QPointF(APEX[0] + NEAR * math.cos(a), APEX[1] + NEAR * math.sin(a)) for a in arc]
    far = [QPointF(APEX[0] + FAR * math.cos(a), APEX[1] + FAR * math.sin(a)) for a in reversed(arc)]
    fan = QPainterPath()
    fan.addPolygon(QPolygonF([*near, *far, near[0]]))
    return fan


def as_svg(path: QPainterPath) -> str:
    """A path's straight outlines in SVG's words."""
    return "".join(
        "M" + "L".join(f"{point.x():.1f} {point.y():.1f}" for point in polygon.toList()[:-1]) + "z"
        for polygon in path.toSubpathPolygons()
    )


def drawing() -> str:
    """The icon as SVG on a 256-unit grid; SVG Tiny has no clipping, so each tone is cut to the fan here."""
    fan = sector()
    tones: dict[int, QPainterPath] = {}
    cells = [(x, y, COARSE) for x in range(128 - 5 * COARSE, 128, COARSE) for y in range(28, 256, COARSE)]
    cells += [(x, y, FINE) for x in range(128, 256, FINE) for y in range(28, 256, FINE)]
    for x, y, size in cells:
        path = tones.setdefault(tone(x, y, size), QPainterPath())
        path.setFillRule(Qt.FillRule.WindingFill)
        path.addRect(QRectF(x, y, size + 0.4, size + 0.4))
    parts = [
        f'<path fill="{colour(value / TONES)}" d="{as_svg(path.simplified().intersected(fan))}"/>'
        for value, path in sorted(tones.items())
    ]
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" width="256" height="256" viewBox="0 0 256 256">'
        '<rect x="8" y="8" width="240" height="240" rx="54" fill="#10171F"/>'
        f'<path fill="{colour(0.5)}" d="{as_svg(fan)}"/>{"".join(parts)}</svg>\n'
    )


def main() -> None:
    """Write the three files."""
    app = QGuiApplication.instance() or QGuiApplication([])
    SVG.write_text(drawing(), encoding="utf-8")
    picture = QImage(256, 256, QImage.Format.Format_ARGB32)
    picture.fill(0)
    painter = QPainter(picture)
    QSvgRenderer(str(SVG)).render(painter)
    painter.end()
    picture.save(str(HERE / "ussr.png"))
    Image.open(HERE / "ussr.png").save(HERE / "ussr.ico", sizes=[(n, n) for n in (16, 24, 32, 48, 64, 128, 256)])
    app.quit()


if __name__ == "__main__":
    main()
