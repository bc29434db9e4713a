"""The clock for public speakers: so many minutes each, so many in all (PP3, PP4). It records nothing."""

from datetime import datetime, timedelta

from clerk.setup.settings import Profile


class SpeakerClock:
    """Started and stopped by hand. `now` is always the wall clock's."""

    def __init__(self) -> None:
        self._since: datetime | None = None
        self._used = timedelta()

    @property
    def running(self) -> bool:
        """Whether someone is speaking."""
        return self._since is not None

    def press(self, now: datetime) -> None:
        """Starts it for a speaker, or stops it."""
        if self._since is None:
            self._since = now
        else:
            self._used += now - self._since
            self._since = None

    def until(self, profile: Profile) -> datetime | None:
        """When the time of whoever is speaking is over; None where nobody is, or there is no limit."""
        if self._since is None or profile.public_speaker_seconds is None:
            return None
        return self._since + timedelta(seconds=profile.public_speaker_seconds)

    def said(self, profile: Profile, now: datetime) -> str:
        """How long the speaker has left, and all of them together; "" before the first."""
        if self._since is None and not self._used:
            return ""
        parts: list[str] = []
        running = now - self._since if self._since is not None else None
        if running is not None and profile.public_speaker_seconds is not None:
            parts.append("Speaker " + _left(timedelta(seconds=profile.public_speaker_seconds) - running))
        if profile.public_total_minutes is not None:
            used = self._used + (running or timedelta())
            parts.append("public time " + _left(timedelta(minutes=profile.public_total_minutes) - used))
        return " · ".join(parts)


def _left(left: timedelta) -> str:
    seconds = int(left.total_seconds())
    over = abs(seconds)
    return f"{over // 60}:{over % 60:02} {'left' if seconds >= 0 else 'OVER'}"
