"""The report of a scan: one document, drawn as PDF and as HTML."""
