"""The file under the desk, and leaving it: never without what was recorded, nor with words lost unsaid."""

from screens.desk.key import Desk
from store.meetings import Kept


class FileWatch:
    """The file of the meeting and its second copy, as they are looked at once a second."""

    def __init__(self, kept: Kept) -> None:
        self._kept = kept
        self._before = ("", False, False)
        """What the meeting was kept as at the last look, whether its second copy was failing then, and whether what was
        recorded was in this window only."""

    def changed(self) -> bool:
        """Looks; whether what is to be warned of is other than it was."""
        self._kept.look()
        before, self._before = self._before, (self._kept.name, self._kept.uncopied, self._kept.adrift)
        return before != self._before

    def said(self) -> str:
        """What became of them and was not said yet; each is given once."""
        messages = " ".join(self._kept.messages())
        return f"{messages}{self.way_out}" if messages else ""

    @property
    def amiss(self) -> bool:
        """Whether something is to be done about them."""
        return self._kept.uncopied or self._kept.adrift or self._kept.stopped is not None

    @property
    def way_out(self) -> str:
        """What helps where the folder is gone."""
        return " Ctrl+Q names one; nothing is lost while this window is open." if self._kept.adrift else ""


def keep_elsewhere(desk: Desk) -> None:
    """Asks for another folder where the meeting's own is gone, and what was recorded is in this window only."""
    kept = desk.sitting.kept
    kept.look()
    if not kept.adrift:
        desk.say(f"All {len(kept):,} entries are on disk, in {kept.path.parent}.")
        return
    from screens.desk.folder import FolderScreen
    from store.refuge import folders

    def kept_in(where: str | None) -> None:
        if where and not kept.adrift:
            # What waited to be said of the file is overtaken: it would stand in the place of this a second later.
            kept.messages()
            desk.say(where)
        desk.say_of_the_file()
        if kept.adrift:
            desk.say_wrong(f"{kept.only_here} Ctrl+Q asks again for a folder; leave the window open until then.")

    if not isinstance(desk.app.screen, FolderScreen):
        desk.app.push_screen(FolderScreen(kept.only_here, next(folders(kept.path)), kept.keep_in), kept_in)


def leave(desk: Desk) -> None:
    """Ends the program, unless something would be lost."""
    desk.sitting.kept.look(thorough=True)
    if desk.sitting.kept.adrift:
        # Left without a folder, all that was recorded would be gone with the window.
        keep_elsewhere(desk)
    elif (lost := desk.leave()) and not desk.told_of_loss:
        desk.told_of_loss = True
        desk.say_wrong(f"{lost} Ctrl+Q again leaves without them.")
    else:
        desk.app.exit()
