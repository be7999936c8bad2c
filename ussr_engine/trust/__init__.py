"""The trust dial and the protect mask: how much of a method's picture is shown, and where none of it.  No torch."""
