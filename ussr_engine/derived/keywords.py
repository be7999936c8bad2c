"""Names of attributes, by what becomes of them in a derived image."""

from __future__ import annotations


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


PIXELS_KEPT = _names(
    """
    PixelAspectRatio PixelSpacing NominalScannedPixelSpacing UltrasoundColorDataPresent LossyImageCompression
    LossyImageCompressionRatio LossyImageCompressionMethod BurnedInAnnotation RecognizableVisualFeatures
    FrameIncrementPointer QualityControlImage
    """
)
"""What may stay of group 0028, which otherwise describes stored samples that are gone."""


LEFT = _names(
    """
    IconImageSequence DigitalSignaturesSequence MACParametersSequence EncryptedAttributesSequence SourceImageSequence
    ReferencedGrayscalePresentationStateSequence ReferencedPresentationStateSequence PresentationLUTShape
    ImagePositionPatient SOPInstanceUID SeriesInstanceUID SOPClassUID InstanceCreatorUID DerivationCodeSequence
    DerivationDescription ImageComments SeriesNumber InstanceCreationDate InstanceCreationTime SyntheticData
    ShutterShape ShutterLeftVerticalEdge ShutterRightVerticalEdge ShutterUpperHorizontalEdge
    ShutterLowerHorizontalEdge CenterOfCircularShutter RadiusOfCircularShutter VerticesOfThePolygonalShutter
    ShutterPresentationValue ShutterOverlayGroup ShutterPresentationColorCIELabValue
    """
)
"""Attributes that speak of the source's own pixels, or that are said anew."""


TIMES = _names(
    """
    FrameTime FrameTimeVector FrameIncrementPointer FrameDelay CineRate RecommendedDisplayFrameRate StartTrim StopTrim
    EffectiveDuration ActualFrameDuration PreferredPlaybackSequencing RepresentativeFrameNumber RWaveTimeVector
    FrameNumbersOfInterest FrameLabelVector PageNumberVector
    """
)
"""Attributes of a cine; a single frame of it has no part in them."""


MEASURES = _names(
    """
    FrameTime FrameTimeVector FrameIncrementPointer FrameDelay CineRate RecommendedDisplayFrameRate StartTrim StopTrim
    EffectiveDuration ActualFrameDuration PreferredPlaybackSequencing RepresentativeFrameNumber InstanceNumber
    PixelSpacing PixelAspectRatio NominalScannedPixelSpacing ImagerPixelSpacing UltrasoundColorDataPresent
    LossyImageCompressionRatio MechanicalIndex BoneThermalIndex CranialThermalIndex SoftTissueThermalIndex
    DepthOfScanField FocusDepth TransducerFrequency RegionSpatialFormat RegionDataType RegionFlags RegionLocationMinX0
    RegionLocationMinY0 RegionLocationMaxX1 RegionLocationMaxY1 ReferencePixelX0 ReferencePixelY0
    PhysicalUnitsXDirection PhysicalUnitsYDirection ReferencePixelPhysicalValueX ReferencePixelPhysicalValueY
    PhysicalDeltaX PhysicalDeltaY PulseRepetitionFrequency DopplerCorrectionAngle SteeringAngle
    DopplerSampleVolumeXPosition DopplerSampleVolumeYPosition DopplerSampleVolumeXPositionRetired
    DopplerSampleVolumeYPositionRetired TMLinePositionX0 TMLinePositionY0 TMLinePositionX1 TMLinePositionY1
    TMLinePositionX0Retired TMLinePositionY0Retired TMLinePositionX1Retired TMLinePositionY1Retired
    PixelComponentOrganization PixelComponentMask PixelComponentRangeStart PixelComponentRangeStop
    PixelComponentPhysicalUnits PixelComponentDataType NumberOfTableBreakPoints TableOfXBreakPoints
    TableOfYBreakPoints NumberOfTableEntries TableOfPixelValues TableOfParameterValues
    """
)
"""Attributes that are kept as far as they hold numbers."""


BLANK = _names(
    """
    PatientName PatientID PatientBirthDate PatientSex StudyDate StudyTime AccessionNumber StudyID
    ReferringPhysicianName Manufacturer SeriesNumber InstanceNumber
    """
)
"""Attributes that every object must have (type 2) but that may be empty."""


SAID_ANEW = _names(
    """
    SOPClassUID SOPInstanceUID StudyInstanceUID SeriesInstanceUID Modality ImageType Rows Columns SamplesPerPixel
    PhotometricInterpretation PlanarConfiguration BitsAllocated BitsStored HighBit PixelRepresentation NumberOfFrames
    LossyImageCompression LossyImageCompressionMethod LossyImageCompressionRatio SequenceOfUltrasoundRegions
    PixelSpacing DerivationDescription DerivationCodeSequence SeriesDescription ImageComments
    ContributingEquipmentSequence SourceImageSequence ConversionType BurnedInAnnotation PresentationLUTShape
    RescaleIntercept RescaleSlope RescaleType PatientIdentityRemoved DeidentificationMethod
    DeidentificationMethodCodeSequence
    """
)
"""What the writer says itself, in every export."""


OFFSETS = _names(
    """
    DopplerSampleVolumeXPosition DopplerSampleVolumeYPosition DopplerSampleVolumeXPositionRetired
    DopplerSampleVolumeYPositionRetired TMLinePositionX0 TMLinePositionY0 TMLinePositionX1 TMLinePositionY1
    TMLinePositionX0Retired TMLinePositionY0Retired TMLinePositionX1Retired TMLinePositionY1Retired
    """
)
"""Offsets from the reference pixel, in pixels."""


LEVELS = _names(
    """
    PixelComponentOrganization PixelComponentMask PixelComponentRangeStart PixelComponentRangeStop
    PixelComponentPhysicalUnits PixelComponentDataType NumberOfTableBreakPoints TableOfXBreakPoints
    TableOfYBreakPoints NumberOfTableEntries TableOfPixelValues TableOfParameterValues
    """
)
"""What stored levels mean: no longer true once levels are stored in another way."""
