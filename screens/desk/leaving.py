"""Leaving the desk: never without what was recorded, nor with words lost unsaid."""

from screens.desk.key import Desk


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
        desk.say_of_the_file()
        if kept.adrift:
            desk.say_wrong(f"{kept.only_here} Ctrl+Q asks again for a folder; leave the window open until then.")
        elif where:
            desk.say(where)

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
