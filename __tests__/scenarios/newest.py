"""
Writes newest.json: starts of weekly windows as instants, by the oldest tables of Node 24 and by the newest, as Python's
zoneinfo reads them. Nothing of the action, of Node or of moment-timezone has a say in it.

    pip install --target tmp/old tzdata==2025.2 && pip install --target tmp/new tzdata
    for by in old new; do PYTHONTZPATH= PYTHONPATH=tmp/$by python3 __tests__/scenarios/newest.py > tmp/$by.json; done
    python3 __tests__/scenarios/newest.py tmp/old.json tmp/new.json > __tests__/scenarios/newest.json
"""

import json
import sys
from datetime import datetime, timezone

# A zone, a Sunday and an hour of its clock: where the rules changed, a time on which the releases differ.
CASES = [
    ("America/Vancouver", "2026-12-06T03:00"),
    ("Canada/Pacific", "2027-01-10T23:00"),
    ("America/Edmonton", "2026-12-06T03:00"),
    ("America/Yellowknife", "2027-02-07T00:00"),
    ("Canada/Mountain", "2026-12-06T12:00"),
    ("America/Winnipeg", "2026-12-06T03:00"),
    ("Canada/Central", "2026-12-06T03:00"),
    ("America/Rainy_River", "2026-12-06T03:00"),
    ("America/Inuvik", "2026-12-06T03:00"),
    ("America/Havana", "2027-01-03T00:00"),
    ("Cuba", "2026-12-06T03:00"),
    ("Africa/Casablanca", "2026-12-06T03:00"),
    ("Africa/El_Aaiun", "2026-12-06T22:00"),
    ("Europe/Chisinau", "2027-03-28T03:00"),
    ("Europe/Tiraspol", "2027-03-28T03:00"),
    ("Europe/Berlin", "2027-03-28T02:00"),
    ("America/New_York", "2026-12-06T03:00"),
    ("UTC", "2026-12-06T03:00"),
    ("Asia/Kolkata", "2026-12-06T03:00"),
]


def start(zone, local):
    """As java.time has it: the earlier of two, and moved forward where the clock skips it, which fold 0 gives."""
    from zoneinfo import ZoneInfo

    at = datetime.fromisoformat(local).replace(tzinfo=ZoneInfo(zone))
    assert at.isoweekday() == 7
    return at.astimezone(timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")


if len(sys.argv) == 1:
    import tzdata

    starts = [start(*case) for case in CASES]
    print(json.dumps({"release": tzdata.IANA_VERSION, "starts": starts}))
else:
    old, new = (json.load(open(path)) for path in sys.argv[1:])
    cases = [
        {"zone": zone, "local": local, "old": was, "new": now}
        for (zone, local), was, now in zip(CASES, old["starts"], new["starts"])
    ]
    print(json.dumps({"old": old["release"], "new": new["release"], "cases": cases}, indent=2))
