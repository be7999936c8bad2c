"""What may be said on the command line."""

from __future__ import annotations

import argparse

from ussr_engine import RESEARCH_USE, __version__
from ussr_engine.batch.items import TEMPLATE
from ussr_engine.cli import commands, runs


def parser() -> argparse.ArgumentParser:
    """Every command with its options; bad usage ends with status 2."""
    top = argparse.ArgumentParser(
        prog="ussr-engine",
        description=f"Self-supervised super-resolution of ultrasound scans. {RESEARCH_USE}.",
        epilog="Exit status: 0 done, 2 bad request, 3 unreadable input, 4 failed, 130 cancelled.",
    )
    top.add_argument("--version", action="version", version=f"USSR {__version__}")
    verbs = top.add_subparsers(metavar="COMMAND", required=True)

    methods_ = verbs.add_parser("methods", help="list the methods and their knobs")
    methods_.add_argument("--json", action="store_true", help="print a list of objects")
    methods_.set_defaults(command=commands.methods)

    enlarge = verbs.add_parser("enlarge", help="enlarge a scan by a method")
    enlarge.add_argument("scan", metavar="SCAN", help="picture or DICOM file, or phantom:SEED")
    enlarge.add_argument("--method", required=True, metavar="ID", help="see `ussr-engine methods`")
    enlarge.add_argument("--scale", required=True, type=int, metavar="S", help="2, 3 or 4")
    enlarge.add_argument(
        "-o",
        "--out",
        required=True,
        metavar="OUT",
        help="its suffix chooses the format; without one, of a clip, a folder",
    )
    enlarge.add_argument("--set", action="append", default=[], metavar="KNOB=VALUE", help="turn a knob; repeatable")
    enlarge.add_argument("--frame", type=int, metavar="N", help="of a clip, this frame alone, counted from 1")
    enlarge.add_argument(
        "--learn-from", default="1", metavar="N,…", help="frames of a clip that are learned from, counted from 1 (1)"
    )
    enlarge.add_argument("--maps", action="store_true", help="also write how far to trust each pixel; OUT is a TIFF")
    enlarge.add_argument(
        "--trust",
        default="1",
        metavar="SHARE",
        help="of the method's picture, the rest is bicubic: 0.6, or fine=0.2,middle=0.8,coarse=1 (1)",
    )
    enlarge.add_argument(
        "--protect",
        default="auto",
        metavar="WHAT",
        help="auto: text and colour stay bicubic; none; or a picture of the scan's size, white where it does (auto)",
    )
    enlarge.add_argument("--seed", type=int, default=0, metavar="N", help="of everything random (0)")
    enlarge.add_argument("--device", default="auto", metavar="D", help="auto, cpu, cuda, cuda:1, mps (auto)")
    enlarge.add_argument("--bits", type=int, choices=(8, 16), help="levels of OUT; those of the scan by default")
    enlarge.add_argument(
        "--keep-identity", action="store_true", help="a DICOM OUT says whose scan it is; without this it does not"
    )
    enlarge.add_argument(
        "--blank-outside", action="store_true", help="a DICOM OUT is black outside the ultrasound regions of SCAN"
    )
    enlarge.add_argument(
        "--seen-clean", action="store_true", help="you have looked: no text about the patient stands in the picture"
    )
    keeps = enlarge.add_mutually_exclusive_group()
    keeps.add_argument("--keep", metavar="FOLDER", help="keep the training there; said again, the command goes on")
    keeps.add_argument("--history", action="store_true", help="keep the run among those that `runs` lists")
    enlarge.add_argument("--json", action="store_true", help="print seconds, seed, plan, notes and what was found")
    enlarge.set_defaults(command=commands.enlarge)

    many = verbs.add_parser("batch", help="enlarge files and folders of files; said again, the command goes on")
    many.add_argument("files", nargs="+", metavar="FILE", help="files, and folders with all that is below them")
    many.add_argument("--method", required=True, action="append", metavar="ID", help="repeatable: each does every file")
    many.add_argument("--scale", type=int, action="append", metavar="S", help="2, 3 or 4; repeatable (2)")
    many.add_argument("-o", "--out", required=True, metavar="OUT", help="folder for results, queue and report")
    many.add_argument(
        "--suffix",
        default=".png",
        metavar="SUFFIX",
        help="of the results: .png, .tif, .nii.gz, .dcm, or .mp4 of clips (.png)",
    )
    many.add_argument("--name", default=TEMPLATE, metavar="TEMPLATE", help=f"of results, also {{seed}} ({TEMPLATE})")
    many.add_argument("--set", action="append", default=[], metavar="KNOB=VALUE", help="or METHOD.KNOB=VALUE")
    many.add_argument("--trust", default="1", metavar="SHARE", help="as for enlarge (1)")
    many.add_argument("--protect", default="auto", choices=("auto", "none"), help="text and colour stay bicubic (auto)")
    many.add_argument("--seed", type=int, default=0, metavar="N", help="of everything random (0)")
    many.add_argument("--device", default="auto", metavar="D", help="auto, cpu, cuda, cuda:1, mps (auto)")
    many.add_argument("--bits", type=int, choices=(8, 16), help="levels of results; those of each scan by default")
    many.add_argument("--workers", type=int, metavar="N", help="processes; one per core, or one on an accelerator")
    many.add_argument("--scheduler", default="", metavar="ADDRESS", help="of a dask cluster: tcp://host:8786")
    many.add_argument("--retry-failed", action="store_true", help="try once more what failed")
    many.add_argument("--dry-run", action="store_true", help="print source, treatment and result; write nothing")
    many.add_argument("--json", action="store_true", help="print the counts and the names of the reports")
    many.set_defaults(command=commands.batch)

    teach = verbs.add_parser("train", help="train a network on a folder of scans; the result is a model")
    teach.add_argument("--method", required=True, metavar="ID", help="network: mwcnn, vdsr, srcnn, espcn ...")
    teach.add_argument("--pairs", required=True, metavar="FOLDER", help="fine scans")
    teach.add_argument("--lr-folder", metavar="FOLDER", help="their coarse counterparts, of the same names")
    teach.add_argument(
        "--degradation", type=int, choices=(1, 2, 3), default=1, help="without these: the study's, made on the spot (1)"
    )
    teach.add_argument("--scale", type=int, default=2, metavar="S", help="2, 3 or 4 (2)")
    teach.add_argument("-o", "--out", metavar="MODEL", help=".safetensors; among your models by default")
    teach.add_argument("--set", action="append", default=[], metavar="KNOB=VALUE", help="width=16, steps=2000, crop=96")
    teach.add_argument("--licence", default="", metavar="WORDS", help="of the trained weights, for the model card")
    teach.add_argument("--seed", type=int, default=0, metavar="N", help="of everything random (0)")
    teach.add_argument("--device", default="auto", metavar="D", help="auto, cpu, cuda, cuda:1, mps (auto)")
    teach.add_argument("--keep", metavar="FOLDER", help="keep the training there; said again, the command goes on")
    teach.add_argument("--json", action="store_true", help="print the card and the validation curve")
    teach.set_defaults(command=commands.train)

    held = verbs.add_parser("weights", help="list trained weights on this machine, or fetch published ones")
    held.add_argument("--download", choices=("vgg19", "alexnet"), help="fetch these from their publisher")
    held.add_argument("--json", action="store_true")
    held.set_defaults(command=commands.weights)

    degrade = verbs.add_parser("degrade", help="shrink a scan as the study did")
    degrade.add_argument("scan", metavar="SCAN")
    degrade.add_argument("--method", required=True, type=int, choices=(1, 2, 3), help="degradation of the study")
    degrade.add_argument("--scale", required=True, type=int, metavar="S", help="how many times smaller")
    degrade.add_argument("--noise", choices=("grey", "rgb"), default="grey", help="one noise field, or one a channel")
    degrade.add_argument("--seed", type=int, default=0, metavar="N", help="of the noise (0)")
    degrade.add_argument("-o", "--out", required=True, metavar="OUT", help="8 bit")
    degrade.set_defaults(command=commands.degrade)

    measure = verbs.add_parser("measure", help="compare a picture with its truth: PSNR, SSIM, LPIPS")
    measure.add_argument("reference", metavar="REFERENCE")
    measure.add_argument("image", metavar="IMAGE", help="of the same size")
    measure.add_argument("--json", action="store_true")
    measure.set_defaults(command=commands.measure)

    tables = verbs.add_parser("benchmark", help="compare methods on folders of scans: tables, figures, pictures")
    tables.add_argument("folders", nargs="+", metavar="FOLDER", help="scans taken as the truth; one data set each")
    tables.add_argument("--methods", default="", metavar="ROWS", help="METHOD[:KNOB=VALUE…] or oracle, with commas")
    tables.add_argument("--degradations", default="1,2,3", metavar="N", help="Methods of the study (1,2,3)")
    tables.add_argument("--scales", default="2,4", metavar="S", help="among 2, 3 and 4 (2,4)")
    tables.add_argument("--noise", choices=("grey", "rgb"), help="grey; rgb under the study's protocol")
    tables.add_argument("--protocol", choices=("clean", "study"), default="clean", help="how results are measured")
    tables.add_argument("--seed", type=int, default=0, metavar="N", help="of noise and training (0)")
    tables.add_argument("--device", default="auto", metavar="D", help="auto, cpu, cuda, cuda:1, mps (auto)")
    tables.add_argument("--workers", type=int, metavar="N", help="processes; one per core, or one on an accelerator")
    tables.add_argument("--set", action="append", default=[], metavar="METHOD.KNOB=VALUE", help="repeatable")
    tables.add_argument("--limit", type=int, metavar="N", help="the first N scans of each folder")
    tables.add_argument("--scheduler", default="", metavar="ADDRESS", help="of a dask cluster: tcp://host:8786")
    tables.add_argument("-o", "--out", required=True, metavar="OUT", help="a folder; said again, the command goes on")
    tables.add_argument("--json", action="store_true", help="print the names of the files")
    tables.set_defaults(command=commands.benchmark)

    inspect = verbs.add_parser("inspect", help="what a file holds")
    inspect.add_argument("file", metavar="FILE")
    inspect.add_argument("--json", action="store_true")
    inspect.set_defaults(command=commands.inspect)

    phantom = verbs.add_parser("phantom", help="write the built-in phantom scan")
    phantom.add_argument("-o", "--out", required=True, metavar="OUT")
    phantom.add_argument("--seed", type=int, default=0, metavar="N", help="another seed, another phantom (0)")
    phantom.set_defaults(command=commands.phantom)

    runs.options(verbs)

    check = verbs.add_parser("doctor", help="what of the environment is missing and how to get it")
    check.add_argument("--json", action="store_true")
    check.set_defaults(command=commands.doctor)
    return top
