"""NIfTI, MetaImage and NRRD: volumes and sequences, slice by slice along what comes after the first two axes."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np

from ussr_engine.files.bounded import Bounded
from ussr_engine.files.clips import ClipReader
from ussr_engine.files.grid import Grid
from ussr_engine.files.levels import Levels, one_channel_if_grey, said_reach, to_unit
from ussr_engine.files.measured import Range, filled, in_range, range_of
from ussr_engine.files.samples import Samples
from ussr_engine.files.stored import Stored
from ussr_engine.scan import Image, Scan


class VolumeClip(ClipReader):
    """Slices of a volume, or frames of a sequence.

    Unsigned 8 and 16 bit samples keep their levels; whatever else is stretched by the smallest and the largest value
    of the whole file, so that its frames can be compared, which ``facts["values"]`` says.

    Raises
    ------
    UnreadableFile
        For what is damaged, truncated, too large, or of a kind that is not read.
    """

    def __init__(self, path: Path, kind: str) -> None:
        super().__init__(path)
        self._samples: Samples | None = None
        self._range: Range | None = None
        file = Bounded(path)
        try:
            self._grid, self._samples = _parsed(file, kind, self.name)
            self.clip = self._grid.clip
            self.stored = self._grid.stored()
            self.stored.check_size(self.name)
        except BaseException:
            file.close()
            self.close()
            raise

    def close(self) -> None:
        """Let go of the file."""
        if self._samples is not None:
            self._samples.close()

    def _levels(self, index: int) -> Levels:
        grid = self._grid
        assert self._samples is not None
        size = grid.frame_bytes
        shape = (grid.rows, grid.columns, grid.channels) if grid.channels > 1 else (grid.rows, grid.columns)
        levels = np.frombuffer(self._samples.at(index * size, size), grid.dtype).reshape(shape)
        return levels.astype(levels.dtype.newbyteorder("="))

    def _read(self, index: int) -> tuple[Scan, Stored]:
        grid, notes = self._grid, {**self.stored.notes, **self.of(index)}
        levels = self._levels(index)
        if grid.channels == 4:
            levels = levels[..., :3]
            notes["further channels"] = "transparency, left out"
        image = self._unit(grid.upright(one_channel_if_grey(levels)), notes)
        stored = replace(self.stored, notes=notes)
        scan = Scan(
            image=1 - image if grid.inverted else image,
            spacing=grid.upright_spacing(),
            bits=8 if levels.dtype == np.uint8 else 16,
            name=self.name,
            facts=stored.facts(),
        )
        return scan, stored

    def _unit(self, levels: Levels, notes: dict[str, str]) -> Image:
        if levels.dtype in (np.uint8, np.uint16):
            said_reach(levels, notes)
            return to_unit(levels, np.iinfo(levels.dtype).max)
        if self._range is None:
            self._range = range_of(self._levels(number) for number in range(self.clip.frames))
        return in_range(filled(levels, self.name, notes), self._range, notes)


def _parsed(file: Bounded, kind: str, name: str) -> tuple[Grid, Samples]:
    if kind == "NIfTI":
        from ussr_engine.files.nifti import parsed
    elif kind == "NRRD":
        from ussr_engine.files.nrrd import parsed
    else:
        from ussr_engine.files.metaimage import parsed
    return parsed(file, name)
