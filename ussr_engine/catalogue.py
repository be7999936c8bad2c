"""The roll call: every backbone, recipe and degradation is named here once, in the order of the menus."""

from __future__ import annotations

from ussr_engine.backbones import (
    decusr,
    deepulm,
    espcn,
    multiscale,
    mwcnn,
    rrdb,
    srcnn,
    srresnet,
    vdsr,
    wavelet_unet,
    zssr,
)
from ussr_engine.degradations import blur, kernel, kernelgan
from ussr_engine.recipes import cycle, denoise, interpolate, paired, regress, study, trained

PARTS = (
    zssr,
    wavelet_unet,
    multiscale,
    mwcnn,
    vdsr,
    srcnn,
    espcn,
    decusr,
    srresnet,
    rrdb,
    deepulm,
    blur,
    kernelgan,
    kernel,
    interpolate,
    denoise,
    regress,
    paired,
    study,
    cycle,
    trained,
)
"""Modules whose import enters their parts in the registries."""
