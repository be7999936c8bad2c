"""Clips: learned on a few frames, enlarged frame by frame, kept on disk, measured for flicker."""
