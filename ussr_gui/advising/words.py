"""What every method is good for and bad at, in words; the figures come from results that were measured."""

from __future__ import annotations

from dataclasses import dataclass

from ussr_gui.language import tr


@dataclass(frozen=True, slots=True)
class Advice:
    """Of one method: what it does, when to take it, what it is bad at."""

    what: str
    when: str
    bad: str


def advice() -> dict[str, Advice]:
    """By method, in the order of the page; those with VGG19 are like their kind without it."""
    return {
        "simreg": Advice(
            tr("Finds out how the scan was made, simulates it, and computes the way back."),
            tr("First, for any scan: sharp or noisy, it needs no choice and takes seconds."),
            tr("Scans made in a way that it does not know; it then stays close to interpolation."),
        ),
        "bicubic": Advice(
            tr("Plain interpolation between pixels."),
            tr("Where nothing may be invented, and as the picture that every other one is held against."),
            tr("Everything stays as soft as it was; noise grows into blobs."),
        ),
        "exact": Advice(
            tr("The picture nearest to bicubic that, shrunk again, gives the scan back."),
            tr("Scans without noise that were made by shrinking a finer picture."),
            tr("Noise: it is sharpened together with the scan."),
        ),
        "denoise": Advice(
            tr("Estimates the noise, takes it out, then interpolates."),
            tr("Grainy scans that shall look calm, and as the yardstick for noisy scans."),
            tr("Without noise it is bicubic. Fine speckle that is real goes with the noise."),
        ),
        "zssr": Advice(
            tr("A small network learns from the scan's own patterns, large and small."),
            tr("Clean scans with edges that come again: vessel walls, fascia, needles."),
            tr("It keeps noise and takes minutes; where nothing repeats it guesses."),
        ),
        "kernelgan": Advice(
            tr("Estimates the blur of this scan first, then learns as ZSSR does."),
            tr("Blurred scans with little noise, when you want to see the blur itself (tab Kernel)."),
            tr("Noise is taken for detail; the blur that it finds differs from seed to seed."),
        ),
        "espcn": Advice(
            tr("Three layers at the scan's own size, trained on this scan."),
            tr("When a learning method shall be shown in little time, as in a course."),
            tr("Noise: it is sharpened together with the scan. Its view is small."),
        ),
        "srcnn": Advice(
            tr("The first network for this task, three layers, trained on this scan."),
            tr("As a yardstick of history beside other networks."),
            tr("Noise is sharpened too; its view is small, and it is slower than ESPCN."),
        ),
        "vdsr": Advice(
            tr("Twenty layers, trained on this scan."),
            tr("Clean scans with long, fine structures, when time does not matter."),
            tr("Slow on a processor, and one scan is little for so many weights."),
        ),
        "mwcnn-internal": Advice(
            tr("A wavelet U-Net at a quarter of its width, trained on this scan."),
            tr("Scans whose grain and structure live at several sizes."),
            tr("It smooths what it has not seen often; needs more memory."),
        ),
        "model1": Advice(
            tr("The study's wavelet network: learns to sharpen and to clean at once."),
            tr("Noisy scans, to repeat the study."),
            tr("Smooths fine speckle; takes many minutes on a processor."),
        ),
        "model2": Advice(
            tr("Model 1 with a blur that is estimated from this scan."),
            tr("Blurred and noisy scans, to repeat the study."),
            tr("Smooths, and is slower still."),
        ),
        "cyclegan": Advice(
            tr("Two generators and two critics learn fine and coarse from this scan."),
            tr("To study what adversarial training does to texture."),
            tr("It may invent texture that is not in the body. Slow."),
        ),
        "mwcnn": Advice(
            tr("A wavelet U-Net that you trained on other scans (ussr-engine train)."),
            tr("Many scans of the same kind as those it was trained on."),
            tr("Scans of another kind: it shows what it knows, not what is there."),
        ),
        "trained": Advice(
            tr("Any network of your own that was trained on other scans."),
            tr("As its card says."),
            tr("As its card says; no better than what it was trained on."),
        ),
    }
