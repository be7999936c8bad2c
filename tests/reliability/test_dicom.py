"""Group C: DICOM as scanners write it, as disks spoil it, and as somebody hostile might."""

from __future__ import annotations

import io
import struct
import time
import zlib
from pathlib import Path
from typing import Any

import imagecodecs
import numpy as np
import pytest
from PIL import Image
from pydicom import dcmread
from pydicom.dataset import Dataset
from pydicom.encaps import encapsulate, generate_frames
from pydicom.pixels import convert_color_space
from pydicom.sequence import Sequence
from pydicom.uid import (
    JPEG2000,
    DeflatedExplicitVRLittleEndian,
    ExplicitVRLittleEndian,
    JPEG2000Lossless,
    JPEGBaseline8Bit,
    JPEGExtended12Bit,
    JPEGLossless,
    JPEGLosslessSV1,
    JPEGLSLossless,
    JPEGLSNearLossless,
    RLELossless,
)

from tests.engine.dicom_samples import SECRET, region, written
from tests.reliability.running import alone, refused
from tests.reliability.seeds import CINE, COLOUR, GREY, SHAPE, SOFT, cine, compressed, jpeg, jpeg_2000, streams
from ussr_engine.errors import UnreadableFile
from ussr_engine.files import inspect_file, open_clip, read_scan
from ussr_engine.scan import Spacing

RNG = np.random.default_rng(29)
LONE: dict[str, Any] = {"SamplesPerPixel": 3, "PlanarConfiguration": 0}


def levels(path: Path, top: int = 255, frame: int = 0) -> np.ndarray:
    return np.round(read_scan(path, frame).image.astype(np.float64) * top).astype(np.int64)


def told(path: Path) -> str:
    """The sentence that refuses a file, which holds no word of the patient."""
    words = refused(path)
    assert SECRET not in words
    return words


@pytest.mark.parametrize("photometric", ["MONOCHROME1", "MONOCHROME2"])
@pytest.mark.parametrize("syntax", [ExplicitVRLittleEndian, RLELossless, JPEGLSLossless])
def test_c01_monochrome1_is_shown_inverted_in_every_coding(tmp_path: Path, photometric: str, syntax: str) -> None:
    """C01."""
    path = written(tmp_path / "a", GREY, PhotometricInterpretation=photometric)
    if syntax != ExplicitVRLittleEndian:
        path = compressed(tmp_path / "b", GREY, syntax, PhotometricInterpretation=photometric)
    assert (levels(path) == (255 - GREY if photometric == "MONOCHROME1" else GREY)).all()


def coded(path: Path, kind: str) -> tuple[Path, np.ndarray]:
    """A file in a colour coding, and the colours that a viewer shows."""
    soft = np.kron(COLOUR[:6, :8] // 2 + 64, np.ones((4, 4, 1), np.uint8))
    ybr = convert_color_space(soft, "RGB", "YBR_FULL")
    if kind == "RGB":
        return written(path, soft), soft
    if kind == "YBR_FULL":
        return written(path, ybr, PhotometricInterpretation="YBR_FULL"), soft
    if kind == "YBR_FULL_422":
        pairs = np.stack([ybr[:, 0::2, 0], ybr[:, 1::2, 0], ybr[:, 0::2, 1], ybr[:, 0::2, 2]], axis=2)
        return written(path, np.ascontiguousarray(pairs), Columns=32, PhotometricInterpretation=kind, **LONE), soft
    if kind == "YBR_RCT":
        return streams(path, [jpeg_2000(soft)], JPEG2000Lossless, PhotometricInterpretation=kind, **LONE), soft
    if kind == "YBR_ICT":
        kept = io.BytesIO()
        Image.fromarray(soft).save(kept, "JPEG2000", no_jp2=True, irreversible=True)
        return streams(path, [kept.getvalue()], JPEG2000, PhotometricInterpretation=kind, **LONE), soft
    stream = jpeg(soft, subsampling=0)
    shown = np.asarray(Image.open(io.BytesIO(stream)).convert("RGB"))
    return streams(path, [stream], JPEGBaseline8Bit, PhotometricInterpretation="RGB", **LONE), shown


@pytest.mark.parametrize("kind", ["RGB", "YBR_FULL", "YBR_FULL_422", "YBR_RCT", "YBR_ICT", "JPEG that says RGB"])
def test_c02_every_colour_coding_shows_its_colours(tmp_path: Path, kind: str) -> None:
    """C02."""
    path, wanted = coded(tmp_path / "a", kind)
    exact = kind not in ("YBR_FULL", "YBR_FULL_422", "YBR_ICT")
    assert np.abs(levels(path) - wanted.astype(int)).max() <= (0 if exact else 2)


@pytest.mark.parametrize("kind", ["YBR_PARTIAL_420", "YBR_PARTIAL_422", "HSV", "CMYK"])
def test_c02_colour_codings_that_are_not_read_are_refused_by_name(tmp_path: Path, kind: str) -> None:
    """C02."""
    assert "colour coding" in told(written(tmp_path / "a", COLOUR, PhotometricInterpretation=kind))


@pytest.mark.parametrize("bits", [8, 16])
def test_c02_palettes_of_8_and_16_bits_are_expanded(tmp_path: Path, bits: int) -> None:
    """C02."""
    table = RNG.integers(0, 256, (256, 3), dtype=np.uint8)
    tags: dict[str, Any] = {"PhotometricInterpretation": "PALETTE COLOR"}
    for number, colour in enumerate(("Red", "Green", "Blue")):
        tags[f"{colour}PaletteColorLookupTableDescriptor"] = [256, 0, bits]
        entries = table[:, number].astype(np.uint16 if bits == 16 else np.uint8)
        tags[f"{colour}PaletteColorLookupTableData"] = (entries << (8 if bits == 16 else 0)).tobytes()
    file = dcmread(cine(tmp_path / "a", **tags))
    assert all((levels(tmp_path / "a", frame=n) == table[CINE[n]]).all() for n in range(3))
    file.compress(RLELossless)
    file.save_as(tmp_path / "b")
    assert all((levels(tmp_path / "b", frame=n) == table[CINE[n]]).all() for n in range(3))


def test_c02_a_segmented_palette_is_refused_by_name(tmp_path: Path) -> None:
    """C02: its few bytes may stand for thousands of millions of entries."""
    tags = {"PhotometricInterpretation": "PALETTE COLOR", "SegmentedRedPaletteColorLookupTableData": b"\x01\0" * 30}
    assert "segmented palette" in told(written(tmp_path / "a", GREY, **tags))


@pytest.mark.parametrize("bits", [8, 10, 12, 16])
@pytest.mark.parametrize("signed", [False, True])
@pytest.mark.parametrize("high", [0, 1, 3])
def test_c03_bits_of_others_in_the_same_words_are_masked(tmp_path: Path, bits: int, signed: bool, high: int) -> None:
    """C03."""
    if bits + high > 16:
        return
    plain = RNG.integers(0, 2**bits, (20, 30), dtype=np.uint16)
    overlay = RNG.integers(0, 2**16, (20, 30), dtype=np.uint16)
    mask = ((2**bits - 1) << high) & 0xFFFF
    words = ((plain << high) | (overlay & ~np.uint16(mask))).astype(np.uint16)
    path = written(tmp_path / "a", words, BitsStored=bits, PixelRepresentation=int(signed))
    file = dcmread(path)
    file.HighBit = bits - 1 + high
    file.save_as(path)
    wanted = plain.astype(int)
    if signed:
        wanted = (wanted + 2 ** (bits - 1)) % 2**bits
    assert (levels(path, 2**bits - 1) == wanted).all()


@pytest.mark.parametrize("planar", [0, 1])
def test_c04_colours_by_pixel_and_by_plane_are_the_same(tmp_path: Path, planar: int) -> None:
    """C04."""
    stored = np.ascontiguousarray(np.moveaxis(COLOUR, 2, 0)) if planar else COLOUR
    shape = {"Rows": 24, "Columns": 32, "SamplesPerPixel": 3, "PhotometricInterpretation": "RGB"}
    assert (levels(written(tmp_path / "a", stored, PlanarConfiguration=planar, **shape)) == COLOUR).all()
    # Run lengths are always of planes, whatever the header says.
    file = dcmread(compressed(tmp_path / "b", COLOUR, RLELossless))
    file.PlanarConfiguration = planar
    file.save_as(tmp_path / "b")
    assert (levels(tmp_path / "b") == COLOUR).all()


@pytest.mark.parametrize(
    "tags",
    [
        {"WindowCenter": 100, "WindowWidth": 0},
        {"WindowCenter": 100, "WindowWidth": -5},
        {"WindowCenter": [], "WindowWidth": []},
        {"WindowCenter": 100},
        {"RescaleSlope": 0, "RescaleIntercept": 0},
        {"RescaleSlope": 0, "RescaleIntercept": 7, "WindowCenter": 128, "WindowWidth": 256},
        {"VOILUTSequence": Sequence([])},
    ],
)
def test_c05_windows_that_cannot_be_leave_the_full_range(tmp_path: Path, tags: dict[str, Any]) -> None:
    """C05."""
    assert (levels(written(tmp_path / "a", GREY, **tags)) == GREY).all()


@pytest.mark.parametrize("keyword", ["RescaleSlope", "WindowWidth", "WindowCenter"])
def test_c05_a_window_that_is_no_number_is_refused_or_not_used(tmp_path: Path, keyword: str) -> None:
    """C05."""
    path = written(tmp_path / "a", GREY, RescaleSlope=1, RescaleIntercept=0, WindowCenter=128, WindowWidth=256)
    file = dcmread(path)
    value = str(int(file[keyword].value)).encode()
    data = path.read_bytes()
    at = data.index(file[keyword].tag.group.to_bytes(2, "little") + file[keyword].tag.element.to_bytes(2, "little"))
    spoiled = data[: at + 8] + data[at + 8 :].replace(value, b"NaN"[: len(value)].ljust(len(value)), 1)
    path.write_bytes(spoiled)
    try:
        assert (levels(path) == GREY).all()
    except UnreadableFile as refusal:
        words = str(refusal)
        if "damaged" not in words or SECRET in words:
            raise


def test_c05_of_several_windows_the_first_is_used(tmp_path: Path) -> None:
    """C05."""
    scan = read_scan(written(tmp_path / "a", SOFT, WindowCenter=[60, 200], WindowWidth=[21, 5]))
    assert "49.5 … 69.5" in scan.facts["window"]


def test_c06_files_without_their_beginning_or_their_end_are_refused(tmp_path: Path) -> None:
    """C06."""
    data = written(tmp_path / "whole", GREY).read_bytes()
    for name, content in (("a", data[132:]), ("b", bytes(128) + b"DICN" + data[132:]), ("c", bytes(132))):
        (tmp_path / name).write_bytes(content)
        assert "no kind" in told(tmp_path / name)
    meta_ends = data.index(b"\x08\x00\x16\x00UI")
    (tmp_path / "d").write_bytes(data[:meta_ends])
    assert "without a picture" in told(tmp_path / "d")
    (tmp_path / "e").write_bytes(data.replace(b"\x02\x00\x10\x00UI", b"\x02\x00\x11\x00UI"))
    assert "does not say how its pixels are coded" in told(tmp_path / "e")


def test_c07_pixels_that_are_cut_or_absent_are_refused_and_too_many_are_left(tmp_path: Path) -> None:
    """C07."""
    whole = cine(tmp_path / "whole")
    data = whole.read_bytes()
    (tmp_path / "a").write_bytes(data[:-1])
    assert "cut short" in told(tmp_path / "a")
    (tmp_path / "b").write_bytes(data + bytes(333))
    assert (levels(tmp_path / "b", frame=2) == CINE[2]).all()
    (tmp_path / "c").write_bytes(data[: data.rindex(b"\xe0\x7f\x10\x00")])
    assert "no Pixel Data" in told(tmp_path / "c")
    odd = RNG.integers(0, 256, (3, 5, 7), dtype=np.uint8)
    path = written(tmp_path / "d", odd, **(SHAPE | {"Rows": 5, "Columns": 7, "NumberOfFrames": 3}))
    assert all((levels(path, frame=n) == odd[n]).all() for n in range(3))


@pytest.mark.parametrize("keyword", ["Rows", "Columns", "NumberOfFrames"])
@pytest.mark.parametrize("value", [b"0", b"65535", b"2147483647", b"-3", b""])
def test_c08_sizes_that_cannot_be_are_refused_before_anything_is_allocated(
    tmp_path: Path, keyword: str, value: bytes
) -> None:
    """C08."""
    path = cine(tmp_path / "a")
    kind = {"Rows": b"\x28\x00\x10\x00US", "Columns": b"\x28\x00\x11\x00US", "NumberOfFrames": b"\x28\x00\x08\x00IS"}
    data = path.read_bytes()
    at = data.index(kind[keyword]) + 6
    length = struct.unpack_from("<H", data, at)[0]
    words = value.ljust(len(value) + len(value) % 2)
    if keyword != "NumberOfFrames":
        words = struct.pack("<I", int(value) & 0xFFFFFFFF)[:2] if value else b""
    path.write_bytes(data[:at] + struct.pack("<H", len(words)) + words + data[at + 2 + length :])
    if keyword == "NumberOfFrames" and value in (b"", b"0"):
        assert inspect_file(path)["frames"] == 1
    else:
        assert told(path)


LYING = """
from pathlib import Path
from ussr_engine.errors import UnreadableFile
from ussr_engine.files import read_scan
import ussr_engine.files.dicom
before, began = peak(), time.process_time()
try:
    read_scan(Path(sys.argv[1]))
    words = "read"
except UnreadableFile as error:
    words = str(error)
print(json.dumps({"words": words, "grown": peak() - before, "seconds": time.process_time() - began}))
"""


@pytest.mark.parametrize("tag", [b"\x28\x00\x10\x00", b"\x10\x00\x10\x00", b"\x28\x00\x01\x12"])
def test_c09_an_element_that_claims_four_gigabytes_is_refused(tmp_path: Path, tag: bytes) -> None:
    """C09."""
    data = written(tmp_path / "whole", GREY).read_bytes()
    start = data.index(b"\x08\x00\x16\x00UI")
    (tmp_path / "a").write_bytes(data[:start] + tag + b"OB\0\0" + b"\xfe\xff\xff\xff" + bytes(60))
    found = alone(LYING, tmp_path / "a")
    assert found["words"] != "read"
    assert found["grown"] < 20
    assert found["seconds"] < 2


def test_c10_a_deflated_file_is_refused_before_it_is_inflated(tmp_path: Path) -> None:
    """C10."""
    data = written(tmp_path / "whole", GREY).read_bytes()
    start = data.index(b"\x08\x00\x16\x00UI")
    packer = zlib.compressobj(wbits=-15)
    bomb = packer.compress(data[start:]) + packer.compress(bytes(150_000_000)) + packer.flush()
    file = dcmread(tmp_path / "whole")
    file.file_meta.TransferSyntaxUID = DeflatedExplicitVRLittleEndian
    file.save_as(tmp_path / "b", enforce_file_format=True)
    head = (tmp_path / "b").read_bytes()
    meta = 132 + 12 + struct.unpack_from("<I", head, 140)[0]
    (tmp_path / "a").write_bytes(head[:meta] + bomb)
    found = alone(LYING, tmp_path / "a")
    assert "deflated" in str(found["words"])
    assert found["grown"] < 20
    assert found["seconds"] < 2


def nested(depth: int) -> bytes:
    """Sequences in sequences, none of which ends."""
    return (b"\x18\x00\x11\x60SQ\0\0\xff\xff\xff\xff" + b"\xfe\xff\x00\xe0\xff\xff\xff\xff") * depth


def test_c11_sequences_ten_thousand_deep_are_refused_in_no_time(tmp_path: Path) -> None:
    """C11."""
    data = written(tmp_path / "whole", GREY).read_bytes()
    start = data.index(b"\x08\x00\x16\x00UI")
    (tmp_path / "a").write_bytes(data[:start] + nested(10_000) + data[start:])
    began = time.process_time()
    assert "nested so deeply" in told(tmp_path / "a")
    assert time.process_time() - began < 2


def test_c12_broken_fragments_are_refused_and_an_empty_offset_table_is_none(tmp_path: Path) -> None:
    """C12."""
    frames = [jpeg(one) for one in CINE]
    path = streams(tmp_path / "a", frames, JPEGBaseline8Bit)
    data = path.read_bytes()
    wanted = [levels(path, frame=n) for n in range(3)]
    # Without the offsets, and with each frame in several fragments.
    for has_table in (False, True):
        for count in (1, 3):
            file = dcmread(path)
            file.PixelData = encapsulate(frames, fragments_per_frame=count, has_bot=has_table)
            file["PixelData"].is_undefined_length = True
            file.save_as(tmp_path / "b")
            assert all((levels(tmp_path / "b", frame=n) == wanted[n]).all() for n in range(3))
    item = data.index(b"\xfe\xff\x00\xe0", data.rindex(b"\xe0\x7f\x10\x00") + 24)
    (tmp_path / "long").write_bytes(data[: item + 4] + b"\xff\xff\xff\x7f" + data[item + 8 :])
    assert "cut short" in told(tmp_path / "long")
    (tmp_path / "tag").write_bytes(data[:item] + b"\xfe\xff\x01\xe0" + data[item + 4 :])
    assert "not in order" in told(tmp_path / "tag")
    (tmp_path / "few").write_bytes(data[:item] + b"\xfe\xff\xdd\xe0\0\0\0\0")
    assert "Pixel Data" in told(tmp_path / "few") or "cut short" in told(tmp_path / "few")
    rle = compressed(tmp_path / "rle", GREY, RLELossless)
    with open_clip(rle) as clip:
        ((offset, _),) = clip._frames[0]  # type: ignore[attr-defined]
    content = bytearray(rle.read_bytes())
    struct.pack_into("<I", content, offset + 4, 0x7FFFFFF0)
    rle.write_bytes(content)
    assert "damaged" in told(rle)


@pytest.mark.parametrize(
    ("syntax", "depth"),
    [
        (JPEGLossless, 8),
        (JPEGLosslessSV1, 8),
        (JPEGLosslessSV1, 16),
        (JPEGLSLossless, 8),
        (JPEGLSLossless, 16),
        (JPEGLSNearLossless, 8),
        (JPEG2000Lossless, 16),
        (RLELossless, 16),
        (JPEGExtended12Bit, 12),
    ],
)
def test_c12_every_lossless_coding_keeps_its_levels_in_every_frame(tmp_path: Path, syntax: str, depth: int) -> None:
    """C12, the sound ones."""
    rows, columns = np.mgrid[:64, :64]
    frames = [
        ((rows * 37 + columns * 91 + n * 11) % 2**depth).astype(np.uint8 if depth == 8 else np.uint16) for n in range(3)
    ]
    if syntax in (JPEGLossless, JPEGLosslessSV1):
        predictor = 1 if syntax == JPEGLosslessSV1 else 6
        coded = [imagecodecs.jpeg8_encode(one, lossless=True, predictor=predictor) for one in frames]
    elif syntax == JPEGExtended12Bit:
        coded = [imagecodecs.jpeg8_encode(one // 16 * 4 + 1000, level=98, bitspersample=12) for one in frames]
    elif syntax == JPEG2000Lossless:
        coded = [imagecodecs.jpeg2k_encode(one, reversible=True, codecformat="j2k") for one in frames]
    else:
        file = dcmread(
            written(tmp_path / "plain", np.stack(frames), **(SHAPE | {"NumberOfFrames": 3, "Rows": 64, "Columns": 64}))
        )
        file.compress(JPEGLSLossless if syntax == JPEGLSNearLossless else syntax)
        coded = list(generate_frames(file.PixelData, number_of_frames=3))
    tags = {"Rows": 64, "Columns": 64, "BitsAllocated": 8 if depth == 8 else 16, "BitsStored": depth}
    path = streams(tmp_path / "a", coded, syntax, **tags)
    for number in (2, 0, 1):
        found, wanted = levels(path, 2**depth - 1, number), frames[number].astype(int)
        if syntax == JPEGExtended12Bit:
            assert np.abs(found - (wanted // 16 * 4 + 1000)).max() <= 40
        else:
            assert (found == wanted).all()


@pytest.mark.parametrize(
    ("syntax", "words"),
    [
        ("1.2.840.10008.1.2.4.102", "MPEG-4"),
        ("1.2.840.10008.1.2.4.110", "JPEG XL"),
        ("1.2.840.10008.1.2.4.100", "MPEG2"),
        ("1.2.840.113619.5.2", "Implicit|private|no decoder"),
        ("1.3.6.1.4.1.9999.1", "no decoder"),
    ],
)
def test_c13_codings_that_are_not_read_are_refused_by_their_names(tmp_path: Path, syntax: str, words: str) -> None:
    """C13."""
    path = streams(tmp_path / "a", [b"\0" * 60], JPEGBaseline8Bit)
    data = path.read_bytes()
    old, new = JPEGBaseline8Bit.encode(), syntax.encode()
    at = data.index(b"\x02\x00\x10\x00UI") + 8
    length = struct.unpack_from("<H", data, at - 2)[0]
    new += b"\0" * (len(new) % 2)
    assert data[at : at + length].rstrip(b"\0") == old
    path.write_bytes(data[: at - 2] + struct.pack("<H", len(new)) + new + data[at + length :])
    found = told(path)
    assert any(word in found for word in words.split("|"))
    assert "Convert it" in found


READ_ALL = """
from ussr_engine.files import open_clip
step = int(sys.argv[2])
with open_clip(sys.argv[1]) as clip:
    frames = clip.clip.frames
    for number in range(0, frames, step):
        scan = clip.scan(number)
    early = peak()
    clip.scan(frames - 1)
print(json.dumps({"frames": frames, "peak": peak(), "height": scan.height, "width": scan.width}))
"""


def long_cine(path: Path, kind: str) -> Path:
    """1,000 frames of 800 × 600 as a stream: nothing of it is held in memory."""
    shape = SHAPE | {"Rows": 600, "Columns": 800, "NumberOfFrames": 1000, "FrameTime": 33}
    if kind == "jpeg":
        frame = jpeg(np.kron(RNG.integers(0, 256, (60, 80), dtype=np.uint8), np.ones((10, 10), np.uint8)))
        return streams(path, [frame] * 1000, JPEGBaseline8Bit, **shape)
    data = written(path, b"\0\0", **(shape | {"NumberOfFrames": 1000})).read_bytes()
    at = data.rindex(b"\xe0\x7f\x10\x00")
    path.write_bytes(data[: at + 8] + struct.pack("<I", 480_000_000))
    with path.open("rb+") as file:
        file.truncate(at + 12 + 480_000_000)  # a hole of zeros, which takes no room on the disk
    return path


@pytest.mark.parametrize("kind", ["uncompressed", "jpeg"])
def test_c14_a_cine_of_a_thousand_frames_is_read_frame_by_frame(tmp_path: Path, kind: str) -> None:
    """C14, every 25th frame; all of them in the slow test."""
    found = alone(READ_ALL, long_cine(tmp_path / "a.dcm", kind), 25)
    assert (found["frames"], found["width"], found["height"]) == (1000, 800, 600)
    assert found["peak"] < 600


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["uncompressed", "jpeg", "video", "pages"])
def test_c14_all_thousand_frames_of_a_clip_take_less_than_600_mb(tmp_path: Path, kind: str) -> None:
    """C14."""
    if kind == "video":
        import cv2

        path = tmp_path / "a.avi"
        out = cv2.VideoWriter(str(path), cv2.VideoWriter.fourcc(*"MJPG"), 25, (800, 600))
        for _ in range(1000):
            out.write(np.kron(RNG.integers(0, 256, (60, 80, 3), dtype=np.uint8), np.ones((10, 10, 1), np.uint8)))
        out.release()
    elif kind == "pages":
        import tifffile

        path = tmp_path / "a.tif"
        with tifffile.TiffWriter(path) as file:
            for number in range(1000):
                file.write(np.full((600, 800), number % 256, np.uint8), photometric="minisblack", metadata=None)
    else:
        path = long_cine(tmp_path / "a.dcm", kind)
    found = alone(READ_ALL, path, 1)
    assert found["frames"] == 1000
    assert found["peak"] < 600


def test_c15_one_damaged_frame_is_named_and_the_others_are_read(tmp_path: Path) -> None:
    """C15."""
    frames = [jpeg(one) for one in CINE]
    wanted = streams(tmp_path / "whole", frames, JPEGBaseline8Bit)
    path = streams(tmp_path / "a", [frames[0], b"\xff\xd8" + bytes(len(frames[1]) - 2), frames[2]], JPEGBaseline8Bit)
    with open_clip(path) as clip:
        assert clip.clip.frames == 3
        with pytest.raises(UnreadableFile, match="Frame 2 of 3 of a is damaged"):
            clip.scan(1)
        for number in (0, 2):
            assert (clip.scan(number).image == read_scan(wanted, number).image).all()


@pytest.mark.filterwarnings("ignore:Invalid value")
def test_c16_a_directory_of_files_is_no_picture_and_opens_no_other_file(tmp_path: Path) -> None:
    """C16."""
    secret = tmp_path / "secret"
    secret.write_bytes(written(tmp_path / "b", GREY).read_bytes())
    file = dcmread(tmp_path / "b")
    for keyword in ("PixelData", "Rows", "Columns"):
        del file[keyword]
    entry = Dataset()
    entry.DirectoryRecordType, entry.ReferencedFileID = "IMAGE", ["..", "..", "secret"]
    file.DirectoryRecordSequence = [entry]
    file.file_meta.MediaStorageSOPClassUID = "1.2.840.10008.1.3.10"
    file.save_as(tmp_path / "DICOMDIR")
    secret.chmod(0)
    assert "without a picture" in told(tmp_path / "DICOMDIR")


@pytest.mark.parametrize(
    "name",
    [b"\xff\xfe" * 40, b"x" * 65_534, b"\x1b$B\x1b(B" * 9, b"a\0b" * 8, "\u202eevil".encode()],
    ids=["no letters", "64 kB", "escapes", "zeros", "right to left"],
)
@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("characters", [b"ISO_IR 192", b"NO_SUCH ", b"\\ISO 2022 IR 87 "])
def test_c17_names_in_any_letters_change_nothing_of_the_picture(tmp_path: Path, name: bytes, characters: bytes) -> None:
    """C17."""
    path = written(tmp_path / "a", GREY)
    file = dcmread(path)
    file.add_new(0x00080005, "UN", characters)
    file.add_new(0x00100010, "UN", name + b" " * (len(name) % 2))
    file.save_as(path)
    assert (levels(path) == GREY).all()
    assert "patient" not in " ".join(read_scan(path).facts).lower()


@pytest.mark.parametrize(
    "changes",
    [
        {"RegionLocationMinX0": 200, "RegionLocationMaxX1": 300},
        {"PhysicalUnitsXDirection": 0, "PhysicalUnitsYDirection": 0},
        {"PhysicalDeltaX": 0.0},
        {"PhysicalDeltaY": float("inf")},
        {"RegionLocationMaxY1": 4_000_000},
        {"RegionSpatialFormat": 2, "PhysicalUnitsXDirection": 4},
    ],
)
def test_c18_a_region_without_certain_millimetres_gives_none(tmp_path: Path, changes: dict[str, Any]) -> None:
    """C18."""
    assert read_scan(cine(tmp_path / "a", SequenceOfUltrasoundRegions=[region(**changes)])).spacing is None


def test_c18_regions_that_lie_over_one_another_agree_or_give_no_millimetres(tmp_path: Path) -> None:
    """C18."""
    inner = {"RegionLocationMinX0": 5, "RegionLocationMaxX1": 12, "RegionDataType": 2}
    same = read_scan(cine(tmp_path / "a", SequenceOfUltrasoundRegions=[region(), region(**inner)]))
    assert same.spacing == Spacing(axial=0.1, lateral=0.2)
    assert [found.kind for found in same.regions] == ["2D", "colour flow"]
    finer = region(**{"RegionLocationMinX0": 5, "PhysicalDeltaX": 0.01})
    other = read_scan(cine(tmp_path / "b", SequenceOfUltrasoundRegions=[region(), finer]))
    assert other.spacing is None
    assert other.regions[1].spacing == Spacing(axial=0.1, lateral=0.1)
    assert read_scan(cine(tmp_path / "c", SequenceOfUltrasoundRegions=[])).spacing is None


def test_c18_millimetres_that_differ_from_frame_to_frame_are_those_of_the_frame(tmp_path: Path) -> None:
    """C18: the functional groups of a multi-frame file."""
    frames = []
    for step in (0.1, 0.2, 0.4):
        measures, group = Dataset(), Dataset()
        measures.PixelSpacing = [step, step]
        group.PixelMeasuresSequence = [measures]
        frames.append(group)
    shared, wide = Dataset(), Dataset()
    wide.WindowCenter, wide.WindowWidth = 60, 21
    shared.FrameVOILUTSequence = [wide]
    tags = {"PerFrameFunctionalGroupsSequence": frames, "SharedFunctionalGroupsSequence": [shared]}
    path = cine(tmp_path / "a", SequenceOfUltrasoundRegions=[], PixelSpacing=[9, 9], **tags)
    with open_clip(path) as clip:
        for number, step in enumerate((0.1, 0.2, 0.4)):
            scan = clip.scan(number)
            assert scan.spacing == Spacing(step, step)
            assert "49.5 … 69.5" in scan.facts["window"]
    moved = []
    for step in (0.01, 0.02, 0.04):
        group = Dataset()
        group.SequenceOfUltrasoundRegions = [region(PhysicalDeltaX=step, PhysicalDeltaY=step)]
        moved.append(group)
    path = cine(tmp_path / "b", PerFrameFunctionalGroupsSequence=moved)
    assert [read_scan(path, n).spacing.axial for n in range(3)] == pytest.approx([0.1, 0.2, 0.4])
