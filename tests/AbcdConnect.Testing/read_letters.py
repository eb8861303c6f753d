"""Reads letters as a mail program does: an independent reader for the tests (Python's own email package and python3-icalendar).

Reads a JSON list of raw letters (each byte a letter) from standard input and prints one JSON a line for each.
"""
import email
import email.policy
import json
import sys

import icalendar

for raw in json.load(sys.stdin):
    letter = email.message_from_bytes(raw.encode("latin-1"), policy=email.policy.default)
    assert not letter.defects, letter.defects
    parts = [p for p in letter.walk() if not p.is_multipart()]
    text = letter.get_body(("plain",)).get_content()
    calendar = next((p for p in parts if p.get_content_type() == "text/calendar"), None)
    told = None
    if calendar is not None:
        words = calendar.get_payload(decode=True)
        assert words.endswith(b"\r\n") and b"\n" not in words.replace(b"\r\n", b""), "lines end otherwise"
        assert all(len(line) <= 75 for line in words.split(b"\r\n")), "a line is too long"
        parsed = icalendar.Calendar.from_ical(words)
        assert str(parsed["METHOD"]) == calendar.get_param("method"), calendar["Content-Type"]
        event = parsed.walk("VEVENT")[0]
        assert not event.errors, event.errors
        # What RFC 5546, 3.2.2 and 3.2.5 ask of every such event.
        for needed in ("DTSTAMP", "DTSTART", "ORGANIZER", "UID", "SEQUENCE", "ATTENDEE"):
            assert needed in event, needed
        start = event.decoded("DTSTART")
        told = {
            "method": str(parsed["METHOD"]), "uid": str(event["UID"]), "sequence": int(event["SEQUENCE"]), "summary": str(event["SUMMARY"]),
            "start": str(start), "end": str(event.decoded("DTEND")) if "DTEND" in event else None, "zone": event["DTSTART"].params.get("TZID"),
            "zones": [str(z["TZID"]) for z in parsed.walk("VTIMEZONE")], "location": str(event.get("LOCATION", "")), "status": str(event.get("STATUS", "")),
            "description": str(event.get("DESCRIPTION", "")), "url": str(event.get("URL", "")),
            "attendee": str(event["ATTENDEE"]), "organizer": str(event["ORGANIZER"]),
            "utc": start.astimezone(__import__("datetime").timezone.utc).isoformat() if hasattr(start, "astimezone") and start.tzinfo else None,
        }
    print(json.dumps({
        "from": str(letter["From"]), "to": str(letter["To"]), "subject": str(letter["Subject"]), "id": str(letter["Message-ID"]), "auto": str(letter["Auto-Submitted"]),
        "text": text, "types": [p.get_content_type() for p in parts], "files": [p.get_filename() for p in letter.iter_attachments()], "calendar": told,
    }))
