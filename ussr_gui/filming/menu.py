"""Clips at work: the player between its strip, the actions and the panes; and all frames enlarged by a click."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from ussr_gui.filming.player import SPEEDS, Player
from ussr_gui.language import tr
from ussr_gui.records import RunState, ScanFile

if TYPE_CHECKING:
    from ussr_gui.main_window import MainWindow

PLAYING = (
    "cine_play",
    "cine_back",
    "cine_on",
    "cine_first",
    "cine_last",
    "cine_loop",
    "cine_slower",
    "cine_faster",
    "cine_mark",
)
A_CLIP = tr("Open a file with several frames first")


class Filming(QObject):
    """Follows the file that is chosen."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._session, self._actions = window, window.session, window.actions_
        self.player = Player(window.session.projector, parent=self)
        self._marked: dict[str, set[int]] = {}
        self._reel = window.pictures.reel
        actions, player, session = self._actions, self.player, self._session
        self._reel.wire({name: actions[name] for name in self._reel.tools})
        actions["cine_loop"].setChecked(player.loops)
        for name, slot in (
            ("cine_play", self._play),
            ("cine_back", lambda: player.step(-1)),
            ("cine_on", lambda: player.step(1)),
            ("cine_first", lambda: player.go_to(0)),
            ("cine_last", lambda: player.go_to(player.clip.frames - 1)),
            ("cine_loop", player.set_looping),
            ("cine_slower", lambda: self._change_speed(-1)),
            ("cine_faster", lambda: self._change_speed(1)),
            ("cine_enlarge", self._enlarge),
            ("cine_mark", self._mark),
        ):
            actions[name].triggered.connect(slot)
        self._reel.frame_chosen.connect(self._go_to)
        self._reel.speed_chosen.connect(player.set_speed)
        session.scan_chosen.connect(self._choose)
        session.scan_opened.connect(self._take_read)
        session.projector.failed.connect(self._say)
        player.changed.connect(self.follow)
        for signal in (session.run_changed, session.engine_changed, session.run_chosen, session.result_ready):
            signal.connect(self.follow)
        window.method.changed.connect(self.follow)
        session.result_ready.connect(self.refresh)
        self.follow()

    @property
    def marked(self) -> tuple[int, ...]:
        """Frames of the chosen clip to learn from: those that are marked, or the one that is shown."""
        player = self.player
        marked = self._marked.get(player.file.path, set()) if player.file is not None else set()
        return tuple(sorted(marked)) or (player.index,)

    @Slot()
    def follow(self) -> None:
        """Enable what can be done, and say where the player is."""
        player, actions = self.player, self._actions
        self._reel.show_player(player)
        self._reel.show_flicker(self._session.shown)
        actions.enable(PLAYING, player.can_play)
        playing = player.is_playing
        actions.rename("cine_play", tr("Stand still") if playing else tr("Play"), "pause" if playing else "play")
        index = SPEEDS.index(player.speed)
        actions["cine_slower"].setEnabled(player.can_play and index > 0)
        actions["cine_faster"].setEnabled(player.can_play and index < len(SPEEDS) - 1)
        path = player.file.path if player.file is not None else ""
        actions["cine_mark"].setChecked(player.can_play and player.index in self._marked.get(path, set()))
        idle = self._session.state is RunState.IDLE
        problem = A_CLIP if not player.can_play else self._window.steering.problem
        if not problem and not self._session.is_busy and self._window.method.wanted.challenge is not None:
            problem = tr("A clip is enlarged as it is: choose the task “Enlarge as is”")
        actions.excuse("cine_enlarge", problem or tr("A run goes on: wait for its end, or cancel it"))
        actions["cine_enlarge"].setEnabled(idle and not problem)

    @Slot(object)
    def _choose(self, file: ScanFile) -> None:
        self.player.choose(file)

    @Slot(object)
    def _take_read(self, file: ScanFile) -> None:
        """A file that was being read is there, or was read anew."""
        if self.player.file is not None and self.player.file.path == file.path:
            self.player.choose(file)

    @Slot()
    def _play(self) -> None:
        self.player.pause() if self.player.is_playing else self.player.play()

    @Slot(int)
    def _go_to(self, index: int) -> None:
        self.player.pause()
        self.player.go_to(index)

    def _change_speed(self, by: int) -> None:
        at = SPEEDS.index(self.player.speed) + by
        self.player.set_speed(SPEEDS[min(max(at, 0), len(SPEEDS) - 1)])

    @Slot(bool)
    def _mark(self, on: bool) -> None:
        if self.player.file is not None:
            marked = self._marked.setdefault(self.player.file.path, set())
            marked.add(self.player.index) if on else marked.discard(self.player.index)
            self.follow()

    @Slot()
    def _enlarge(self) -> None:
        file = self.player.file
        if file is None:
            return
        self.player.pause()
        self._window.method.remember()
        wanted = replace(self._window.method.wanted, learn_from=self.marked)
        frames = ", ".join(str(index + 1) for index in wanted.learn_from)
        words = tr("all frames, from %n frames: {frames}", len(wanted.learn_from)).format(frames=frames)
        self._session.begin(file, wanted, words)

    @Slot()
    def refresh(self) -> None:
        """What was made of the clip is seen at the frame that is shown."""
        if self.player.can_play:
            self.player.go_to(self.player.index)

    @Slot(str, int, str)
    def _say(self, path: str, index: int, words: str) -> None:
        self._window.log.add(tr("Frame {index}: {words}").format(index=index + 1, words=words))
        self._window.status.say(words, "error")
