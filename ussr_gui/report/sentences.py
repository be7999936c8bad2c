"""What a report says of itself."""

from __future__ import annotations

from ussr_gui.language import tr

LIMITS = tr(
    "An enlarged picture can show detail that is not in the body, and can lose detail that is. Smaller pixels are not "
    "finer resolution. Measure and report on the original scan."
)
BY_RULE = tr("Marked: the part in which interpolation shows most detail. No method was asked.")
BY_VIEW = tr("Marked: the part that stood in the panes.")
ON_SCORES = tr(
    "The scan was shrunk, enlarged again and held against itself; 8-bit luma, all pixels. Higher is better for PSNR "
    "and SSIM, lower for LPIPS."
)
ON_EVIDENCE = tr(
    "Gain over interpolation on copies of the scan whose truth is known. What the picture leaves of the scan "
    "unexplained: near 1 where noise explains it; its neighbours' correlation is 0 where it is white."
)
