"""Programs that measure: never tests, never part of a run."""
