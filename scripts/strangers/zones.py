"""
What the package tzdata says, read by Python's zoneinfo; PYTHONTZPATH must be empty. The questions:

    release              the IANA release
    offsets FROM TO      a line for each zone: its offsets in [FROM, TO) in seconds, and in between the time of change
    starts FROM TO       a line for each zone: its name, a hash of the starts in [FROM, TO) of all its 168 weekly windows

Times are seconds since the epoch.
"""

import hashlib
import sys
from datetime import datetime, timedelta, timezone
from zoneinfo import ZoneInfo, available_timezones

DAY = 86400


def offset(zone, at):
    return int(datetime.fromtimestamp(at, zone).utcoffset().total_seconds())


def change(zone, low, high):
    """The first second of the later offset, where low and high have different ones."""
    before = offset(zone, low)
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if offset(zone, middle) == before else (low, middle)
    return high


def offsets(zone, start, end):
    last = offset(zone, start)
    told = [last]
    for day in range(start, end, DAY):
        after = min(day + DAY, end - 1)
        if offset(zone, after) != last:
            last = offset(zone, after)
            told += [change(zone, day, after), last]
    return told


def starts(zone, start, end):
    """
    As java.time has it: the earlier of two, and moved forward where the clock skips it, which fold 0 gives.
    Day by day, hour by hour, each start as it stands on the wall clock.
    """
    windows = {(day, hour): [] for day in range(7) for hour in range(24)}
    for day in range(start // DAY - 2, end // DAY + 3):
        date = datetime(1970, 1, 1, tzinfo=zone) + timedelta(days=day)
        for hour in range(24):
            at = int(date.replace(hour=hour).timestamp())
            if start <= at < end:
                windows[date.isoweekday() % 7, hour].append(at)
    text = "\n".join(" ".join(map(str, sorted(times))) for times in windows.values())
    return [hashlib.sha256(text.encode()).hexdigest()]


if sys.argv[1] == "release":
    import tzdata

    print(tzdata.IANA_VERSION)
else:
    tell = {"offsets": offsets, "starts": starts}[sys.argv[1]]
    # Factory is what a machine has that was never told its zone.
    for name in sorted(available_timezones() - {"Factory"}):
        print(name, *tell(ZoneInfo(name), int(sys.argv[2]), int(sys.argv[3])))
