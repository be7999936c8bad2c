"""Numerical ground: resize, wavelets, kernels, ensembles, back-projection, tiles and training patches."""
