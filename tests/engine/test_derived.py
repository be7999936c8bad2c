"""Derived DICOM: every attribute of the recipe, by other readers than the program's own."""

from __future__ import annotations

import hashlib
import itertools
import warnings
from pathlib import Path

import numpy as np
import pytest
from pydicom import config, dcmread
from pydicom.dataset import Dataset
from pydicom.uid import ExplicitVRLittleEndian

from tests.engine.dicom_samples import GREY, SECRET, written
from tests.engine.ultrasound_samples import CINE, FACTS, HEIGHT, US, WIDTH, cine, pictures, spectral, tissue
from ussr_engine.derived import write_derived
from ussr_engine.derived.identity import identity_in
from ussr_engine.errors import BadRequest, EngineError, UnwritableFile
from ussr_engine.files import read_scan, write_scan
from ussr_engine.passport import Passport
from ussr_engine.scan import Scan, Spacing


def derived(
    tmp_path: Path, scale: int = 2, source: Path | None = None, frames: int = 3, **how
) -> tuple[Dataset, Dataset]:
    """The source and what was made of it, both read by pydicom."""
    source = source or cine(tmp_path / "in.dcm")
    given = how.pop("given", None) or pictures(frames, scale)
    write_derived(tmp_path / "out.dcm", given, source=source, scale=scale, facts=FACTS, **how)
    return dcmread(source), dcmread(tmp_path / "out.dcm")


def values(sequence, **wanted) -> bool:
    return all(getattr(sequence, name) == value for name, value in wanted.items())


def test_the_image_is_new_and_its_study_is_kept(tmp_path: Path):
    before, after = derived(tmp_path)
    assert after.SOPInstanceUID not in ("", before.SOPInstanceUID)
    assert after.SeriesInstanceUID not in ("", before.SeriesInstanceUID, after.SOPInstanceUID)
    assert after.file_meta.MediaStorageSOPInstanceUID == after.SOPInstanceUID
    assert after.file_meta.TransferSyntaxUID == ExplicitVRLittleEndian
    assert after.StudyInstanceUID == before.StudyInstanceUID
    assert after.PatientID == before.PatientID == SECRET
    _, again = derived(tmp_path)
    assert again.SOPInstanceUID != after.SOPInstanceUID


def test_its_class_and_type_say_derived(tmp_path: Path):
    _, after = derived(tmp_path)
    assert after.SOPClassUID == after.file_meta.MediaStorageSOPClassUID == CINE
    assert list(after.ImageType) == ["DERIVED", "SECONDARY", "ABDOMINAL", "0009"]


def test_how_it_was_derived_is_described(tmp_path: Path):
    _, after = derived(tmp_path)
    for words in ("USSR 0.1.0", "ZSSR x2", "900 steps", "seed 7", "trust 0.6", "not for diagnosis"):
        assert words in after.DerivationDescription
    (code,) = after.DerivationCodeSequence
    assert values(code, CodeValue="113085", CodingSchemeDesignator="DCM", CodeMeaning="Spatial resampling")
    assert after.SeriesDescription == "Liver, subcostal [USSR x2, research use, not for diagnosis]"[:64]
    assert '"method": "zssr"' in after.ImageComments
    equipment = after.ContributingEquipmentSequence[-1]
    assert equipment.PurposeOfReferenceCodeSequence[0].CodeValue == "109102"
    assert equipment.ManufacturerModelName == "USSR"
    assert "SyntheticData" not in after  # that is for a person to decide


def test_the_source_is_named_with_the_frame_where_it_is_one_of_several(tmp_path: Path):
    before, after = derived(tmp_path)
    (item,) = after.SourceImageSequence
    assert values(item, ReferencedSOPClassUID=CINE, ReferencedSOPInstanceUID=before.SOPInstanceUID)
    assert item.PurposeOfReferenceCodeSequence[0].CodeValue == "121322"
    assert "ReferencedFrameNumber" not in item
    _, one = derived(tmp_path, frames=1, frame=2)
    assert one.SourceImageSequence[0].ReferencedFrameNumber == 3
    assert one.NumberOfFrames == 1
    assert "FrameTimeVector" not in one


@pytest.mark.parametrize("scale", [2, 3, 4])
def test_every_region_is_rescaled(tmp_path: Path, scale: int):
    before, after = derived(tmp_path, scale)
    assert (after.Rows, after.Columns) == (HEIGHT * scale, WIDTH * scale)
    for old, new in zip(before.SequenceOfUltrasoundRegions, after.SequenceOfUltrasoundRegions, strict=True):
        for axis in "XY":
            assert new[f"PhysicalDelta{axis}"].value == pytest.approx(
                old[f"PhysicalDelta{axis}"].value / scale, rel=1e-12
            )
            assert new[f"RegionLocationMin{axis}0"].value == scale * old[f"RegionLocationMin{axis}0"].value
            assert new[f"RegionLocationMax{axis}1"].value == scale * (old[f"RegionLocationMax{axis}1"].value + 1) - 1
            assert new[f"ReferencePixel{axis}0"].value == scale * old[f"ReferencePixel{axis}0"].value
            for name in (f"DopplerSampleVolume{axis}Position", f"TMLinePosition{axis}0", f"TMLinePosition{axis}1"):
                assert new.get(name) == (None if old.get(name) is None else scale * old[name].value)
        assert new.RegionFlags == old.RegionFlags if "RegionFlags" in old else "RegionFlags" not in new
    assert "ReferencePixelPhysicalValueX" not in before.SequenceOfUltrasoundRegions[1]


@pytest.mark.parametrize("scale", [2, 3, 4])
def test_every_point_of_a_region_keeps_its_physical_place(tmp_path: Path, scale: int):
    before, after = derived(tmp_path, scale)

    def place(item: Dataset, axis: str, pixel: float) -> float:
        reference = item[f"ReferencePixel{axis}0"].value
        value = item.get(f"ReferencePixelPhysicalValue{axis}", 0.0)
        return (pixel - reference) * item[f"PhysicalDelta{axis}"].value + value

    regions = zip(before.SequenceOfUltrasoundRegions, after.SequenceOfUltrasoundRegions, strict=True)
    for (old, new), axis, pixel in itertools.product(regions, "XY", (0, 7.25, 39)):
        assert place(new, axis, scale * pixel + (scale - 1) / 2) == pytest.approx(place(old, axis, pixel), abs=1e-12)


def test_pixel_spacing_is_rows_first_and_only_where_all_spatial_regions_agree(tmp_path: Path):
    _, after = derived(tmp_path)
    assert [float(mm) for mm in after.PixelSpacing] == pytest.approx([0.15, 0.1])
    beyond = tissue(RegionLocationMaxX1=200)  # of a screen twice as wide
    for other in (tissue(PhysicalDeltaX=0.025), tissue(PhysicalUnitsYDirection=0), beyond):
        source = cine(tmp_path / "b.dcm", SequenceOfUltrasoundRegions=[tissue(), other], PixelSpacing=[9, 9])
        assert "PixelSpacing" not in derived(tmp_path, source=source)[1]
    source = cine(tmp_path / "c.dcm", SequenceOfUltrasoundRegions=[spectral()], PixelSpacing=[9, 9])
    assert "PixelSpacing" not in derived(tmp_path, source=source)[1]


def test_without_regions_the_sources_own_spacing_is_divided(tmp_path: Path):
    source = cine(tmp_path / "a.dcm", SequenceOfUltrasoundRegions=None, PixelSpacing=[0.3, 0.45])
    _, after = derived(tmp_path, 3, source)
    assert [float(mm) for mm in after.PixelSpacing] == pytest.approx([0.1, 0.15])
    assert read_scan(tmp_path / "out.dcm").spacing == Spacing(axial=0.1, lateral=0.15)


def test_frame_times_are_kept_to_the_digit(tmp_path: Path):
    before, after = derived(tmp_path)
    assert (
        [str(t) for t in after.FrameTimeVector] == [str(t) for t in before.FrameTimeVector] == ["0.0", "33.25", "40.5"]
    )
    assert after.FrameIncrementPointer == 0x00181065
    assert after.NumberOfFrames == 3
    source = cine(tmp_path / "b.dcm", FrameTimeVector=None, FrameTime="33.3330000", FrameIncrementPointer=0x00181063)
    assert str(derived(tmp_path, source=source)[1].FrameTime) == "33.3330000"


def test_once_lossy_always_lossy(tmp_path: Path):
    _, after = derived(tmp_path)
    assert after.LossyImageCompression == "01"
    assert [float(ratio) for ratio in after.LossyImageCompressionRatio] == [19, 2]
    assert list(after.LossyImageCompressionMethod) == ["ISO_10918_1", "ISO_14495_1"]
    source = cine(tmp_path / "b.dcm", LossyImageCompression="00", LossyImageCompressionRatio=None)
    assert derived(tmp_path, source=source)[1].LossyImageCompression == "00"


def test_what_described_the_old_pixels_is_gone(tmp_path: Path):
    source = cine(tmp_path / "a.dcm", SmallestImagePixelValue=3, RescaleSlope="2", RescaleIntercept="1")
    dataset = dcmread(source)
    dataset.add_new(0x60000010, "US", HEIGHT)  # Overlay Rows
    dataset.add_new(0x60003000, "OW", bytes(HEIGHT * WIDTH // 8))
    dataset.save_as(source)
    _, after = derived(tmp_path, source=source)
    levels = ("WindowCenter", "WindowWidth", "SmallestImagePixelValue", "RescaleSlope")
    for name in (*levels, "ShutterShape", "ShutterLeftVerticalEdge"):
        assert name in dataset
        assert name not in after
    assert not list(after.group_dataset(0x6000))


def test_pixels_are_those_that_were_given_rounded_once(tmp_path: Path):
    given = pictures()
    _, after = derived(tmp_path, given=given)
    wanted = np.floor(np.stack(given).astype(np.float64) * 255 + 0.5).astype(np.uint8)
    assert (after.pixel_array == wanted).all()
    assert (after.PhotometricInterpretation, after.BitsStored, after.SamplesPerPixel) == ("MONOCHROME2", 8, 1)


def test_sixteen_bits_are_kept_where_they_are_asked_for(tmp_path: Path):
    given = pictures()
    _, after = derived(tmp_path, given=given, bits=16)
    assert (after.pixel_array == np.floor(np.stack(given).astype(np.float64) * 65535 + 0.5)).all()
    assert (after.BitsAllocated, after.BitsStored, after.HighBit) == (16, 16, 15)
    assert after["PixelData"].VR == "OW"


@pytest.mark.parametrize("bits", [8, 16])
def test_colour_that_begins_only_after_grey_frames_makes_all_of_them_colour(tmp_path: Path, bits: int):
    grey, colour = pictures(2), pictures(1, colour=True)
    source = cine(tmp_path / "a.dcm", colour=True)
    _, after = derived(tmp_path, source=source, given=[*grey, *colour], bits=bits)
    assert (after.PhotometricInterpretation, after.BitsStored, after.PlanarConfiguration) == ("RGB", 8, 0)
    wanted = np.stack([*(np.repeat(one[..., None], 3, axis=2) for one in grey), *colour])
    assert np.abs(after.pixel_array - wanted * 255).max() <= (0.5001 if bits == 8 else 0.51)


def test_frames_are_taken_one_at_a_time_and_only_once(tmp_path: Path):
    alive = []

    def given():
        for number, picture in enumerate(pictures(30)):
            alive.append(number)
            yield picture

    derived(tmp_path, source=cine(tmp_path / "a.dcm", 30), given=given())
    assert alive == list(range(30))


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ([], "no frame"),
        (pictures(2), "Only 2 of the 3 frames"),
        (pictures(4), "more frames than the 3"),
        (pictures(3, scale=3), "180 × 120"),
    ],
)
def test_frames_that_are_not_the_sources_are_refused(tmp_path: Path, given: list, words: str):
    source = cine(tmp_path / "a.dcm")
    with pytest.raises(EngineError, match=words):
        write_derived(tmp_path / "out.dcm", given, source=source, scale=2, facts=FACTS)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.dcm"]


def test_other_scales_than_whole_ones_are_refused(tmp_path: Path):
    with pytest.raises(BadRequest, match="whole number"):
        write_derived(tmp_path / "o.dcm", pictures(), source=cine(tmp_path / "a.dcm"), scale=1.5, facts=FACTS)


def test_the_source_itself_is_never_overwritten(tmp_path: Path):
    source = cine(tmp_path / "a.dcm")
    before = source.read_bytes()
    with pytest.raises(UnwritableFile, match="the scan itself"):
        write_derived(source, pictures(), source=source, scale=2, facts=FACTS)
    assert source.read_bytes() == before


@pytest.mark.filterwarnings("ignore")
def test_values_that_the_standard_forbids_stay_behind(tmp_path: Path):
    source = cine(tmp_path / "a.dcm", InstitutionName="x" * 90, PatientBirthDate="yesterday", StationName="Room 1")
    before, after = derived(tmp_path, source=source)
    assert "InstitutionName" in before
    assert "InstitutionName" not in after
    assert not after.PatientBirthDate
    assert after.StationName == "Room 1"


def test_a_still_of_the_ultrasound_class_stays_a_still(tmp_path: Path):
    pixels = np.zeros((HEIGHT, WIDTH), np.uint8)
    source = written(tmp_path / "a.dcm", pixels, SOPClassUID=US, SequenceOfUltrasoundRegions=[tissue()])
    _, after = derived(tmp_path, source=source, frames=1)
    assert after.SOPClassUID == US
    assert "NumberOfFrames" not in after


@pytest.mark.parametrize(("suffix", "colour"), [(".png", False), (".png", True), (".tif", False)])
def test_a_picture_becomes_a_secondary_capture(tmp_path: Path, suffix: str, colour: bool):
    source = tmp_path / f"a{suffix}"
    shape = (HEIGHT, WIDTH, 3) if colour else (HEIGHT, WIDTH)
    chance = np.random.default_rng(0)
    write_scan(source, Scan(chance.random(shape, np.float32), Spacing(0.2, 0.3)), bits=8, provenance={})
    given = pictures(1, colour=colour)
    write_derived(tmp_path / "out.dcm", given, source=source, scale=2, facts=FACTS)
    after = dcmread(tmp_path / "out.dcm")
    assert after.SOPClassUID == f"1.2.840.10008.5.1.4.1.1.7.{4 if colour else 2}"
    assert after.ConversionType == "WSD"
    assert after.BurnedInAnnotation == "YES"  # nobody has looked
    assert not after.PatientName
    assert read_scan(tmp_path / "out.dcm").spacing == Spacing(0.1, 0.15)


def test_a_jpeg_says_that_it_lost_something(tmp_path: Path):
    from PIL import Image

    Image.fromarray(np.zeros((HEIGHT, WIDTH), np.uint8)).save(tmp_path / "a.jpg")
    write_derived(tmp_path / "out.dcm", pictures(1), source=tmp_path / "a.jpg", scale=2, facts=FACTS)
    after = dcmread(tmp_path / "out.dcm")
    assert (after.LossyImageCompression, after.LossyImageCompressionMethod) == ("01", "ISO_10918_1")


def test_the_passport_holds_distances_before_and_after(tmp_path: Path):
    passport = write_derived(tmp_path / "out.dcm", pictures(), source=cine(tmp_path / "a.dcm"), scale=2, facts=FACTS)
    assert isinstance(passport, Passport)
    assert passport.agrees
    rows = {row.what: (row.source, row.export) for row in passport.rows}
    assert rows["Region 1 (tissue), across"] == ("7.8 mm", "7.8 mm")
    assert rows["Region 1 (tissue), down"] == ("8.7 mm", "8.7 mm")
    assert rows["Region 2 (pulsed Doppler), across"] == ("0.59 s", "0.59 s")
    assert rows["Region 2 (pulsed Doppler), down"][0].endswith("cm/s")
    assert rows["Frame times (ms)"] == ("0, 33.25, 40.5", "0, 33.25, 40.5")
    assert "Region 1 (tissue), across" in passport.table()


@pytest.mark.parametrize(
    ("name", "spoil"),
    [
        ("across", lambda d: setattr(d.SequenceOfUltrasoundRegions[0], "PhysicalDeltaX", 0.02)),
        ("down", lambda d: setattr(d.SequenceOfUltrasoundRegions[1], "PhysicalDeltaY", -1.0)),
        ("bounds", lambda d: setattr(d.SequenceOfUltrasoundRegions[0], "RegionLocationMaxX1", 88)),
        ("first pixel", lambda d: setattr(d.SequenceOfUltrasoundRegions[0], "ReferencePixelPhysicalValueY", 0.0)),
        ("Regions", lambda d: d.SequenceOfUltrasoundRegions.pop()),
        ("Pixel spacing", lambda d: setattr(d, "PixelSpacing", [0.1, 0.15])),
        ("Frame times", lambda d: setattr(d, "FrameTimeVector", [0, 33.25, 40.25])),
        ("Lossy compression", lambda d: setattr(d, "LossyImageCompression", "00")),
        ("Lossy ratio", lambda d: setattr(d, "LossyImageCompressionRatio", 19)),
        ("Identifiers", lambda d: setattr(d, "SeriesInstanceUID", "1.2.3.1")),
        ("Image type", lambda d: setattr(d, "ImageType", ["ORIGINAL", "PRIMARY"])),
        ("Size", lambda d: setattr(d, "Columns", WIDTH)),
        ("Label", lambda d: setattr(d, "ImageComments", "")),
        ("Source named", lambda d: d.__delattr__("SourceImageSequence")),
    ],
)
def test_an_export_that_disagrees_is_refused_and_leaves_nothing(tmp_path: Path, monkeypatch, name: str, spoil):
    from ussr_engine.derived import writing

    made = writing.header

    def spoiled(*how):
        dataset = made(*how)
        spoil(dataset)
        return dataset

    monkeypatch.setattr(writing, "header", spoiled)
    source = cine(tmp_path / "a.dcm")
    with pytest.raises(UnwritableFile, match=name):
        write_derived(tmp_path / "out.dcm", pictures(), source=source, scale=2, facts=FACTS)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.dcm"]


def test_pixels_that_changed_on_the_disk_are_noticed(tmp_path: Path, monkeypatch):
    from ussr_engine.derived import writing

    poured = writing.poured

    def damaged(path: Path, *how):
        meant = poured(path, *how)
        with path.open("r+b") as file:
            file.seek(-10, 2)
            file.write(bytes([file.read(1)[0] ^ 1]))
        return meant

    monkeypatch.setattr(writing, "poured", damaged)
    with pytest.raises(UnwritableFile, match="Pixels"):
        write_derived(tmp_path / "o.dcm", pictures(), source=cine(tmp_path / "a.dcm"), scale=2, facts=FACTS)
    assert not (tmp_path / "o.dcm").exists()


def test_more_than_four_gigabytes_are_refused_before_a_frame_is_written(tmp_path: Path):
    source = cine(tmp_path / "a.dcm", SequenceOfUltrasoundRegions=None)
    dataset = dcmread(source)
    dataset.Rows = dataset.Columns = 20_000
    dataset.NumberOfFrames = 3
    dataset.save_as(source)
    frame = np.zeros((40_000, 40_000), np.uint8)
    with pytest.raises(BadRequest, match=r"4\.8 GB"):
        write_derived(tmp_path / "o.dcm", iter([frame[:1], frame[:1]]), source=source, scale=2, facts=FACTS)
    assert not (tmp_path / "o.dcm").exists()


def test_pydicom_at_its_strictest_reads_every_attribute(tmp_path: Path, monkeypatch):
    derived(tmp_path)
    monkeypatch.setattr(config.settings, "reading_validation_mode", config.RAISE)
    assert len(list(dcmread(tmp_path / "out.dcm").iterall())) > 80


def test_a_third_reader_takes_it_for_an_image(tmp_path: Path):
    highdicom = pytest.importorskip("highdicom")
    given = pictures()
    derived(tmp_path, given=given)
    image = highdicom.imread(tmp_path / "out.dcm")
    frame = image.get_frame(2, dtype=np.uint8, apply_voi_transform=False)
    assert (
        hashlib.sha256(frame.tobytes()).digest()
        == hashlib.sha256(np.floor(given[1].astype(np.float64) * 255 + 0.5).astype(np.uint8).tobytes()).digest()
    )


def test_a_long_cine_takes_the_memory_of_a_few_frames(tmp_path: Path):
    import tracemalloc

    source = cine(tmp_path / "a.dcm", 1)
    dataset = dcmread(source)
    dataset.Rows, dataset.Columns, dataset.NumberOfFrames, frames = 120, 160, 400, 400
    dataset.FrameTimeVector = [0, *[40] * 399]
    dataset.PixelData = bytes(120 * 160 * frames)
    dataset.save_as(source)
    del dataset
    frame = np.zeros((240, 320), np.float32)
    tracemalloc.start()
    try:
        write_derived(tmp_path / "out.dcm", (frame for _ in range(frames)), source=source, scale=2, facts=FACTS)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert (tmp_path / "out.dcm").stat().st_size > 30e6
    assert peak < 8e6


def test_a_video_becomes_a_lossy_secondary_capture_with_its_times(data: Path, tmp_path: Path):
    from ussr_engine.files import open_clip

    source = min((data / "lung_pocus" / "video").iterdir(), key=lambda path: path.stat().st_size)
    with open_clip(source) as reader:
        count, times = reader.clip.frames, reader.clip.times
        doubled = (np.repeat(np.repeat(reader.scan(n).image, 2, axis=0), 2, axis=1) for n in range(count))
        count = min(count, 12)
        first = itertools.islice(doubled, count)
        passport = write_derived(tmp_path / "out.dcm", first, source=source, scale=2, facts=FACTS, count=count)
    assert passport.agrees
    after = dcmread(tmp_path / "out.dcm", stop_before_pixels=True)
    assert after.SOPClassUID.startswith("1.2.840.10008.5.1.4.1.1.7.")
    assert after.NumberOfFrames == count
    assert after.LossyImageCompression == "01"
    told = [float(step) for step in after.get("FrameTimeVector", [])][1:]
    spans = told or [float(after.FrameTime)] * (count - 1)
    assert sum(spans) == pytest.approx(times[count - 1], rel=1e-3)


@pytest.mark.parametrize(
    ("charset", "name"),
    [
        (["", "ISO 2022 IR 87"], "Yamada^Tarou=山田^太郎=やまだ^たろう"),
        ("ISO_IR 100", "Müller^Jürgen"),
        ("ISO_IR 192", "Ελένη^Παπαδοπούλου"),
    ],
)
def test_a_name_that_is_kept_keeps_its_letters(tmp_path: Path, charset, name: str):
    source = cine(tmp_path / "a.dcm", SpecificCharacterSet=charset, PatientName=name)
    before, after = derived(tmp_path, source=source)
    assert str(after.PatientName) == str(before.PatientName) == name


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize(
    "changes",
    [
        {"RegionLocationMaxX1": None},
        {"PhysicalDeltaX": None},
        {"PhysicalDeltaX": 0.0},
        {"PhysicalUnitsXDirection": 0},
        {"RegionSpatialFormat": None},
        {"RegionLocationMaxX1": 5000},
        {"ReferencePixelX0": None},
        {"ReferencePixelPhysicalValueX": None},
    ],
)
def test_odd_regions_are_carried_on_without_inventing_millimetres(tmp_path: Path, changes: dict):
    source = cine(tmp_path / "a.dcm", SequenceOfUltrasoundRegions=[tissue(**changes)])
    before, after = derived(tmp_path, source=source)
    (old,), (new,) = before.SequenceOfUltrasoundRegions, after.SequenceOfUltrasoundRegions
    for name, value in changes.items():
        if value is None and name != "ReferencePixelPhysicalValueX":
            assert new.get(name) is None
    assert new.RegionLocationMinX0 == 2 * old.RegionLocationMinX0
    if {"PhysicalDeltaX", "PhysicalUnitsXDirection"} & changes.keys():
        assert "PixelSpacing" not in after


@pytest.mark.parametrize("photometric", ["MONOCHROME1", "MONOCHROME2"])
def test_grey_leaves_as_it_was_seen(tmp_path: Path, photometric: str):
    source = cine(tmp_path / "a.dcm", 1, PhotometricInterpretation=photometric, WindowWidth=None, WindowCenter=None)
    seen = read_scan(source).image
    write_derived(tmp_path / "out.dcm", [seen], source=source, scale=1, facts=FACTS)
    assert np.abs(read_scan(tmp_path / "out.dcm").image - seen).max() < 1e-6
    assert dcmread(tmp_path / "out.dcm").PhotometricInterpretation == "MONOCHROME2"


def test_a_value_of_the_wrong_length_is_quoted_nowhere(tmp_path: Path, caplog):
    long = f"{SECRET} {'and on ' * 20}"
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        path = written(tmp_path / "a.dcm", GREY, StationName=long, StudyID=long, AccessionNumber=long)
    caplog.clear()
    with warnings.catch_warnings(record=True) as heard:
        warnings.simplefilter("always")
        found = identity_in(path)
        grey = np.repeat(np.repeat(GREY, 2, 0), 2, 1).astype(np.float32) / 255
        write_derived(tmp_path / "b.dcm", [grey], source=path, scale=2, facts={})
    assert found is not None
    assert "Accession Number" in found.going
    assert not heard
    assert not caplog.records
