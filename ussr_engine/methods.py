"""The methods by name: each is a plan with a paper."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass

from ussr_engine import catalogue
from ussr_engine.degradations import kernelgan
from ussr_engine.errors import BadRequest
from ussr_engine.events import MethodCard
from ussr_engine.imaging import patches
from ussr_engine.knobs import Value, nearest, turned
from ussr_engine.plan import Choice, Enlargement, Plan
from ussr_engine.protocols import Demanding, Stocked
from ussr_engine.registry import BACKBONES, DEGRADATIONS, RECIPES
from ussr_engine.schedules import SCHEDULES

SCALES = (2, 3, 4)


@dataclass(frozen=True, slots=True)
class Method:
    """A named plan; its id is ``plan.method``."""

    title: str
    says: str
    reference: str
    plan: Plan

    def card(self, weights: str | None = None) -> MethodCard:
        """The method as the window and ``ussr-engine methods`` list it, with the scales it can do on this machine."""
        trains = self.plan.schedule is not None
        reasons = {scale: lacking(dataclasses.replace(self.plan, scale=scale), weights) for scale in SCALES}
        scales = tuple(scale for scale in SCALES if not reasons[scale])
        recipe = RECIPES[self.plan.recipe.name].make(self.plan.recipe.options)
        return MethodCard(
            self.plan.method,
            self.title,
            self.says,
            self.reference,
            scales,
            trains,
            self.plan.groups(),
            available=bool(scales),
            reason="" if scales else reasons[SCALES[0]],
            models=recipe.models() if isinstance(recipe, Stocked) else (),
            borrows=isinstance(recipe, Stocked) or getattr(self.plan.recipe.options, "perceptual", "off") != "off",
        )


def lacking(plan: Plan, weights: str | None = None) -> str:
    """Why a plan cannot be carried out on this machine and what to do about it, or ""."""
    recipe = RECIPES[plan.recipe.name].make(plan.recipe.options)
    return recipe.lacking(plan, weights) if isinstance(recipe, Demanding) else ""


def _backbone(name: str, **knobs: Value) -> Choice:
    return Choice(name, turned(BACKBONES[name].options(), knobs))


def _recipe(name: str, **knobs: Value) -> Choice:
    return Choice(name, turned(RECIPES[name].options(), knobs))


def _schedule(name: str, **knobs: Value) -> Choice:
    return Choice(name, turned(SCHEDULES[name].options(), knobs))


def _degradation(name: str, **knobs: Value) -> Choice:
    return Choice(name, turned(DEGRADATIONS[name].options(), knobs))


def _ready(method: str, **knobs: Value) -> Plan:
    """A network trained elsewhere, applied as it is."""
    enlargement = Enlargement(stages="one jump", ensemble=1, backprojection="off")
    return Plan(method, _recipe("trained", **knobs), _degradation("blur"), enlargement)


def _internal(method: str, backbone: Choice, *, stages: str = "auto", clip: float = 0.0) -> Plan:
    """A network trained on the scan as ZSSR's is."""
    return Plan(
        method,
        _recipe("paired", clip=clip),
        _degradation("blur"),
        Enlargement(stages=stages),
        backbone=backbone,
        patches=patches.Options(),
        schedule=_schedule("slope"),
    )


_STUDY = patches.Options(crop=96, as_is=0.0, whole_pixels=0.8, whole=0.2, identity=0.5, noise=30 / 255)
"""How the study cut samples for its Model 1."""


def _seeing(method: Method, perceptual: str) -> Method:
    """A method with its perceptual term, under a name of its own: a run without it never passes for one with."""
    title = method.title.replace(", without VGG19", ", with VGG19")
    plan = dataclasses.replace(method.plan.turned({"perceptual": perceptual}), method=f"{method.plan.method}-vgg")
    return Method(title, f"{method.says} As published: VGG19's term counts too.", method.reference, plan)


assert catalogue.PARTS, "the roll is called before any plan is made"

_WITHOUT = (
    Method(
        "Model 1, without VGG19",
        "The study's own: a wavelet network learns from this scan to sharpen and to clean at once. Smooths.",
        "Thapliyal, McGill 2021",
        Plan(
            "model1",
            _recipe("study"),
            _degradation("blur", kernel="cubic75", antialias=False),
            Enlargement(stages="repeated", ensemble=1, backprojection="off", rounding=True),
            backbone=_backbone("wavelet_unet"),
            patches=_STUDY,
            schedule=_schedule("plateau"),
        ),
    ),
    Method(
        "Model 2, without VGG19",
        "Model 1 that shrinks its samples by a blur kernel estimated from this scan. Smooths.",
        "Thapliyal, McGill 2021",
        Plan(
            "model2",
            _recipe("study"),
            Choice("kernelgan", kernelgan.THESIS),
            Enlargement(stages="repeated", ensemble=1, backprojection="off", rounding=True),
            backbone=_backbone("wavelet_unet", start="glorot"),
            patches=patches.Options(crop=96, as_is=0.0, whole_pixels=0.48, whole=0.2, noise=30 / 255),
            schedule=_schedule("plateau"),
        ),
    ),
    Method(
        "CycleGAN-US-SISR, without VGG19",
        "Two generators and two critics learn fine and coarse from this scan. Sharpens; slow.",
        "Liu et al., Neural Comput. Appl. 2021, arXiv:2012.14142",
        Plan(
            "cyclegan",
            _recipe("cycle"),
            _degradation("blur"),
            Enlargement(stages="one jump"),
            backbone=_backbone("multiscale"),
            patches=patches.Options(crop=64, smallest=0.6),
            schedule=_schedule("slope"),
        ),
    ),
)
_STUDIED = tuple(
    kind
    for method in _WITHOUT
    for kind in (method, _seeing(method, "vgg224" if method.plan.method == "cyclegan" else "vgg255"))
)

_ALL = (
    Method(
        "Bicubic",
        "Plain interpolation: no learning, nothing invented. What every other method is compared with.",
        "Keys, IEEE TASSP 1981",
        Plan(
            "bicubic",
            _recipe("interpolate"),
            _degradation("blur"),
            Enlargement(stages="one jump", ensemble=1, backprojection="off"),
        ),
    ),
    Method(
        "Exact bicubic",
        "The picture nearest to bicubic that, shrunk again, gives back the scan exactly. For scans without noise.",
        "Irani and Peleg, CVGIP 1991",
        Plan(
            "exact",
            _recipe("interpolate"),
            _degradation("blur"),
            Enlargement(stages="one jump", ensemble=1, backprojection="exact"),
        ),
    ),
    Method(
        "Denoise",
        "Estimates the scan's noise and takes it out, then plain interpolation. What to beat on noisy scans.",
        "Chang, Yu, Vetterli, IEEE TIP 2000",
        Plan(
            "denoise",
            _recipe("denoise"),
            _degradation("blur"),
            Enlargement(stages="one jump", ensemble=1, backprojection="off"),
        ),
    ),
    Method(
        "SimReg",
        "Finds out how the scan was made, simulates it, and learns the way back. Sharpens, takes noise out; seconds.",
        "this program",
        Plan(
            "simreg",
            _recipe("regress"),
            _degradation("blur"),
            Enlargement(stages="one jump", ensemble=1, backprojection="off"),
        ),
    ),
    Method(
        "ZSSR",
        "A small network learns from this scan alone how its finer detail looks. Sharpens; keeps noise.",
        "Shocher, Cohen, Irani, CVPR 2018, arXiv:1712.06087",
        Plan(
            "zssr",
            _recipe("paired"),
            _degradation("blur"),
            Enlargement(),
            backbone=_backbone("zssr"),
            patches=patches.Options(),
            schedule=_schedule("slope"),
        ),
    ),
    Method(
        "KernelGAN + ZSSR",
        "Estimates how this scan was blurred, then learns to undo that. For blurred scans without much noise.",
        "Bell-Kligler, Shocher, Irani, NeurIPS 2019, arXiv:1909.06581",
        Plan(
            "kernelgan",
            _recipe("paired", weighting="gradients"),
            _degradation("kernelgan"),
            Enlargement(ensemble=1, final_passes=2),
            backbone=_backbone("zssr"),
            patches=patches.Options(turns=False, as_is=1.0),
            schedule=_schedule("slope"),
        ),
    ),
    *_STUDIED,
    Method(
        "MWCNN",
        "A wavelet U-Net trained on other scans, applied to this one. Fast; as good as what it was trained on.",
        "Liu, Zhang, Lian, Zuo, IEEE Access 2019, arXiv:1907.03128",
        _ready("mwcnn", network="mwcnn"),
    ),
    Method(
        "My model",
        "Any network of yours that was trained on other scans, applied to this one.",
        "see the model's card",
        _ready("trained"),
    ),
    Method(
        "MWCNN, internal",
        "The wavelet U-Net at a quarter of its width, trained on this scan alone.",
        "Liu, Zhang, Lian, Zuo, IEEE Access 2019, arXiv:1907.03128",
        _internal("mwcnn-internal", _backbone("mwcnn", width=16)),
    ),
    Method(
        "SRCNN, internal",
        "Three layers, trained on this scan alone.",
        "Dong et al., TPAMI 2016, arXiv:1501.00092",
        _internal("srcnn", _backbone("srcnn")),
    ),
    Method(
        "VDSR, internal",
        "Twenty layers, trained on this scan alone.",
        "Kim, Lee, Lee, CVPR 2016, arXiv:1511.04587",
        _internal("vdsr", _backbone("vdsr"), clip=0.4),
    ),
    Method(
        "ESPCN, internal",
        "Three layers at the scan's own size, trained on this scan alone. The quickest that learns.",
        "Shi et al., CVPR 2016, arXiv:1609.05158",
        _internal("espcn", _backbone("espcn"), stages="one jump"),
    ),
)

METHODS: dict[str, Method] = {method.plan.method: method for method in _ALL}
"""Every method by id, in the order of the menus."""


def plan_for(method: str, scale: int, knobs: Mapping[str, Value] | None = None, seed: int = 0) -> Plan:
    """The plan of a method with its knobs turned.

    Raises
    ------
    BadRequest
        For unknown methods and knobs, values out of range, scales other than 2, 3 and 4, and negative seeds.
    """
    if method not in METHODS:
        raise BadRequest(f"No method is named {method!r}.{nearest(method, METHODS)}")
    if scale not in SCALES:
        raise BadRequest(f"The scale is {scale}; it must be 2, 3 or 4.")
    if not 0 <= seed < 2**63:
        raise BadRequest(f"The seed is {seed}; it must be a whole number from 0 on.")
    plan = dataclasses.replace(METHODS[method].plan, scale=scale, seed=seed)
    return plan.turned(knobs or {})
