"""How far an enlarged picture can be trusted: what was measured, what was inferred, how sure it is."""
