"""The conversation in a terminal: a prompt, a line, an answer. Nothing is printed that was not asked for."""

import sys
from contextlib import suppress

from screens.lines.conversation import Conversation
from screens.sitting import Sitting


def talk(sitting: Sitting) -> int:
    """Asks for lines until the clerk leaves or the input ends; returns the exit code."""
    conversation = Conversation(sitting)
    _complete_by_tab(conversation)
    for line in (*sitting.kept.report, *conversation.begin()):
        print(line)
    while not conversation.over:
        try:
            typed = input(conversation.prompt if sys.stdin.isatty() else "")
        except (EOFError, KeyboardInterrupt):
            print()
            break
        for line in conversation.answer(typed):
            print(line, flush=True)
    return 0


def _complete_by_tab(conversation: Conversation) -> None:
    """Tab completes verbs, names and what can be asked, where the system can read a line so."""
    if sys.platform == "win32":
        # Its console keeps earlier lines by itself, and has nothing that completes.
        return
    with suppress(ImportError):
        import readline

        def complete(word: str, state: int) -> str | None:
            found = conversation.completions(readline.get_line_buffer())
            if state >= len(found):
                return None
            return found[state] if found[state].endswith("=") else f"{found[state]} "

        readline.set_completer(complete)
        readline.set_completer_delims(" ,+=")
        readline.parse_and_bind("tab: complete")
        with suppress(Exception):
            readline.parse_and_bind("set bell-style none")
