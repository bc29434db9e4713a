"""The guide on the screen: Textual's own viewer of Markdown, with the list of chapters beside it."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Markdown, MarkdownViewer

from screens.guide.chapters import CONTENTS, chapters
from screens.kit.line import Said
from screens.kit.lines import Lines
from screens.kit.rows import Row

KEYS = "↑ ↓ read  ← → chapter  c contents  Esc leaves"


class GuideScreen(Screen[None]):
    """The guide, open at a chapter. Esc or F1 leaves it: for what lies under it, or for good."""

    DEFAULT_CSS = """
    GuideScreen { background: $background; }
    GuideScreen Said { background: $panel; color: $text; padding: 0 1; }
    GuideScreen MarkdownViewer { background: $background; scrollbar-size: 1 1; }
    GuideScreen Markdown { background: $background; }
    GuideScreen Lines { display: none; padding: 1 1; }
    GuideScreen.-listing Lines { display: block; }
    GuideScreen.-listing MarkdownViewer { display: none; }
    GuideScreen.-wide Lines { display: block; width: 34; }
    GuideScreen.-wide MarkdownViewer { display: block; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,f1,q", "leave", "Leave"),
        Binding("left", "turn(-1)", "Chapter before"),
        Binding("right", "turn(1)", "Next chapter"),
        Binding("c", "contents", "Contents"),
        Binding("space", "page", "Page down"),
    ]

    def __init__(self, chapter: str = CONTENTS) -> None:
        super().__init__()
        self._names = list(chapters())
        self._at = self._names.index(chapter)

    def compose(self) -> ComposeResult:
        yield Said(Content(""), Content(KEYS))
        with Horizontal():
            rows = [
                Row(Content(chapter.title), key=name, left=Content(f"{number:>2}  "))
                for number, (name, chapter) in enumerate(chapters().items())
            ]
            yield Lines(rows, cursor=True, chooses=True)
            yield MarkdownViewer(show_table_of_contents=False, open_links=False)

    async def on_mount(self) -> None:
        await self._open()

    async def _open(self) -> None:
        name = self._names[self._at]
        self.remove_class("-listing")
        viewer = self.query_one(MarkdownViewer)
        await viewer.go(chapters()[name].path)
        viewer.scroll_home(animate=False)
        self.query_one(Lines).cursor = name
        title = f"{chapters()[name].title}   {self._at} of {len(self._names) - 1}" if self._at else "The guide"
        self.query_one(Said).say(Content.styled(title, "bold"), Content(KEYS))
        self.set_focus(viewer.query_one(Markdown))

    @on(Lines.Chosen)
    async def _chosen(self, message: Lines.Chosen) -> None:
        self._at = self._names.index(message.key)
        await self._open()

    async def action_turn(self, by: int) -> None:
        """The next chapter, or the one before."""
        there = self._at + by
        if 0 <= there < len(self._names):
            self._at = there
            await self._open()

    def action_contents(self) -> None:
        """The list of chapters, to choose from."""
        self.add_class("-listing")
        self.set_focus(self.query_one(Lines))

    def action_page(self) -> None:
        """A page further down."""
        self.query_one(MarkdownViewer).scroll_page_down(animate=False)

    def action_leave(self) -> None:
        """Back to where it was opened from."""
        self.dismiss(None)
