"""What is told of a patient in a file; plain records that pickle."""

from __future__ import annotations

from dataclasses import dataclass

from ussr_engine.events import Event


@dataclass(frozen=True, slots=True)
class Identity:
    """What a file says of a patient: ``going`` names the attributes that a de-identified export leaves out.

    ``burnt_in`` is "YES" or "NO" as the file says, else empty: nobody knows whether names stand in the picture.
    ``regions`` counts the ultrasound regions outside which it could be blanked.
    """

    going: tuple[str, ...]
    burnt_in: str
    regions: int


@dataclass(frozen=True, slots=True)
class PatientFound(Event):
    """What a file tells of a patient; None for one that is not DICOM, or is gone."""

    path: str
    identity: Identity | None
