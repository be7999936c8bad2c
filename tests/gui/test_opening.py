"""The dialog that opens scans."""

from __future__ import annotations

import re

from PySide6.QtWidgets import QFileDialog

from ussr_engine.files import READABLE


def test_the_dialog_offers_every_kind_that_is_read_all_together_first(qtbot, window) -> None:
    window.actions_["open"].trigger()
    (dialog,) = (one for one in window.findChildren(QFileDialog) if one.isVisible())
    first, *kinds, everything = dialog.nameFilters()
    dialog.close()
    shown = set(re.findall(r"\*(\.[a-z.0-9]+)", first))
    assert shown == {suffix for _, suffixes in READABLE for suffix in suffixes}
    assert {".dcm", ".nii.gz", ".mha", ".nrrd", ".mp4", ".avi", ".mov", ".mpeg", ".tif"} <= shown
    assert [kind.split(" (")[0] for kind in kinds] == [*(words for words, _ in READABLE), "Lessons"]
    assert everything == "All files (*)"
