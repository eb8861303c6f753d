"""Reads an iCalendar file as a calendar program does: an independent reader for the tests (python3-icalendar and dateutil).

Reads the file from standard input, checks its lines as RFC 5545 writes them, and prints one JSON a line for each event.
"""
import json
import sys
from datetime import datetime

import icalendar
from dateutil.rrule import rrulestr

raw = sys.stdin.buffer.read()
assert raw.endswith(b"\r\n"), "the last line is not ended"
for line in raw[:-2].split(b"\r\n"):
    assert len(line) <= 75, f"{len(line)} octets: {line!r}"
    assert b"\n" not in line and b"\r" not in line, line
    line.decode("utf-8")

calendar = icalendar.Calendar.from_ical(raw)
zones = {str(zone["TZID"]) for zone in calendar.walk("VTIMEZONE")}
print(json.dumps({"name": str(calendar["NAME"]), "version": str(calendar["VERSION"]), "zones": sorted(zones)}))
for event in calendar.walk("VEVENT"):
    assert not event.errors, event.errors
    start = event.decoded("DTSTART")
    zone = event["DTSTART"].params.get("TZID")
    assert zone is None or zone in zones, zone
    dates = []
    if "RRULE" in event:
        rule = event["RRULE"].to_ical().decode()
        naive = start.replace(tzinfo=None) if isinstance(start, datetime) else datetime(start.year, start.month, start.day)
        # dateutil wants an end without a zone where the beginning has none.
        dates = [str(d.date()) for d in rrulestr(rule.replace("Z", ""), dtstart=naive)[:4]] if "UNTIL" not in rule else [str(d.date()) for d in rrulestr(rule.replace("Z", ""), dtstart=naive)][:400]
    print(json.dumps({
        "uid": str(event["UID"]), "summary": str(event["SUMMARY"]), "description": str(event.get("DESCRIPTION", "")), "location": str(event.get("LOCATION", "")),
        "start": str(start), "end": str(event.decoded("DTEND")) if "DTEND" in event else None, "zone": zone, "rule": event["RRULE"].to_ical().decode() if "RRULE" in event else None,
        "status": str(event["STATUS"]), "sequence": int(event["SEQUENCE"]), "modified": str(event.decoded("LAST-MODIFIED")), "dates": dates,
    }))
