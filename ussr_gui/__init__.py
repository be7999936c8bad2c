"""USSR window: PySide6 and pyqtgraph over the engine's plain records; never torch."""
