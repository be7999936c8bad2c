"""The three samples: speckle as theory has it, and everything in them where and as wide as they say."""

from __future__ import annotations

import numpy as np
import pytest

from ussr_engine.cine.showing import Projector
from ussr_engine.errors import BadRequest
from ussr_engine.measures.truth import seen
from ussr_engine.orders import Open
from ussr_engine.samples import SAMPLES, ground, sample, simulated, tissue
from ussr_engine.scan import Scan
from ussr_engine.speckle import blurred, lateral_fwhm, scattered


@pytest.mark.parametrize("name", SAMPLES)
def test_a_sample_is_the_same_every_time_and_knows_its_millimetres(name: str):
    one, again = sample(name), sample(name)
    assert one.image.tobytes() == again.image.tobytes()
    assert (one.spacing.axial, one.spacing.lateral, one.known) == (0.1, 0.1, again.known)
    depth, breadth = one.height * 0.1, one.width * 0.1
    assert one.known
    assert all(0 < known.axial_mm < depth and 0 < known.lateral_mm < breadth for known in one.known)


def test_the_tissue_of_the_samples_is_fully_developed_speckle():
    rng = np.random.default_rng(1)
    place = ground()
    envelope = np.abs(blurred(scattered(rng, tissue(place), place.spacing), place))[10:-10, 10:-10]
    # Rayleigh: mean over deviation sqrt(pi / (4 - pi)) = 1.913, and half of the power below ln 2 of its mean.
    assert envelope.mean() / envelope.std() == pytest.approx(1.913, abs=0.03)
    power = envelope**2 / (envelope**2).mean()
    assert (power < np.log(2)).mean() == pytest.approx(0.5, abs=0.02)


@pytest.mark.parametrize("name", SAMPLES)
def test_what_is_known_of_a_sample_is_what_its_picture_shows(name: str):
    scan = sample(name)
    for known in scan.known:
        found = seen(scan.image, scan.spacing, known)
        if known.kind == "wire":
            assert found < 0.1
        elif known.kind == "lesion":
            assert found == pytest.approx(known.size_mm, abs=0.3)
        else:  # the beam fills the edge of what is black, by less than its own width
            assert 0 < known.size_mm - found < lateral_fwhm(known.axial_mm) + 0.1


def test_known_things_stay_where_they_are_when_the_sample_is_enlarged():
    scan = sample("vessel")
    twice = scan.with_image(np.kron(scan.image, np.ones((2, 2), np.float32)), 2)
    assert twice.known == scan.known
    found = [seen(one.image, one.spacing, one.known[0]) for one in (scan, twice)]
    assert found[0] == pytest.approx(found[1], abs=0.05)


def test_a_sample_is_opened_like_any_scan_and_a_wrong_name_is_refused_in_words():
    with Projector() as projector:
        opened = projector.opened(Open("phantom:cysts"))
        refused = projector.opened(Open("phantom:moon"))
    assert opened.scan.image.tobytes() == sample("cysts").image.tobytes()
    assert "No sample is named 'moon'" in refused.words
    with pytest.raises(BadRequest, match="No sample"):
        simulated("phantom:-1")
    assert isinstance(simulated("phantom:3"), Scan)
