"""What is measured on pictures: lengths and areas, profiles, contrast, spectra, sub-bands.  No torch, no Qt."""
