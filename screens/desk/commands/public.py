"""The key of the public's time."""

from screens.desk.key import Desk, Key


class SpeakerTime(Key):
    id = "public.speaker"
    keys = ("h",)
    label = "Speaker clock"
    help = "Starts the clock for a public speaker, or stops it; it shows what is left of the time for all."
    words = "timer three minutes thirty public questions stop watch"
    weight = 33

    @classmethod
    def press(cls, desk: Desk, key: str) -> None:
        runs = desk.looking.press_speaker()
        desk.say("The speaker's clock runs; h stops it." if runs else "The speaker's clock is stopped.")
        desk.look()
