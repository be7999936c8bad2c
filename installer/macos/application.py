"""What macOS wants to know of the application."""

from __future__ import annotations

from installer.formats import suffixes
from ussr_engine import __version__

OLDEST = "14.0"
"""Of macOS, on Apple silicon: what the packages of Qt and torch need."""


def about() -> dict[str, object]:
    """The application's property list beside what PyInstaller writes; it offers to open what the program reads."""
    return {
        "CFBundleIdentifier": "org.ussr.ussr",
        "CFBundleName": "USSR",
        "CFBundleDisplayName": "USSR",
        "CFBundleShortVersionString": __version__,
        "CFBundleVersion": __version__,
        "LSMinimumSystemVersion": OLDEST,
        "LSApplicationCategoryType": "public.app-category.medical",
        "NSHighResolutionCapable": True,
        "NSHumanReadableCopyright": "The USSR authors, MIT licence. Research and teaching; not for diagnosis.",
        "CFBundleDocumentTypes": [
            {
                "CFBundleTypeName": "Ultrasound scan",
                "CFBundleTypeRole": "Viewer",
                "LSHandlerRank": "Alternate",
                "CFBundleTypeExtensions": [suffix.rpartition(".")[2] for suffix in suffixes() if suffix != ".nii.gz"],
            }
        ],
    }
