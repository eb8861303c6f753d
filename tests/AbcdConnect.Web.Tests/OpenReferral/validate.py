"""Validates documents against JSON schemas (draft 2020-12) with their formats: an independent reader for the tests.

Reads a folder of schemas (first argument) and from standard input one JSON a line: {"schema": "service.json", "what": "...", "document": {...}}.
Prints one line for each thing that is wrong, and last of all how many documents it has read.
"""
import json
import os
import re
import sys
import uuid
from datetime import datetime

import jsonschema

URI = re.compile(r"^[A-Za-z][A-Za-z0-9+.-]*:(?:[A-Za-z0-9\-._~:/?#\[\]@!$&'()*+,;=]|%[0-9A-Fa-f]{2})+$")
MAILBOX = re.compile(r"^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$")
INSTANT = re.compile(r"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$")

formats = jsonschema.FormatChecker(formats=())


@formats.checks("uuid")
def is_uuid(value):
    return not isinstance(value, str) or (re.match(r"^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$", value) and str(uuid.UUID(value)) == value)


@formats.checks("uri")
def is_uri(value):
    return not isinstance(value, str) or bool(URI.match(value))


@formats.checks("email")
def is_mailbox(value):
    return not isinstance(value, str) or bool(MAILBOX.match(value))


@formats.checks("date-time", raises=ValueError)
def is_instant(value):
    if isinstance(value, str):
        if not INSTANT.match(value):
            return False
        datetime.fromisoformat(value.replace("Z", "+00:00"))
    return True


folder = sys.argv[1]
schemas = {}
for name in os.listdir(folder):
    with open(os.path.join(folder, name), encoding="utf-8") as file:
        schemas[name] = json.load(file)

validators = {}
for name, schema in schemas.items():
    jsonschema.Draft202012Validator.check_schema(schema)
    resolver = jsonschema.RefResolver(base_uri=name, referrer=schema, store=schemas)
    validators[name] = jsonschema.Draft202012Validator(schema, resolver=resolver, format_checker=formats)

read = 0
for line in sys.stdin:
    case = json.loads(line)
    read += 1
    for error in validators[case["schema"]].iter_errors(case["document"]):
        print(f"{case['what']}: {'/'.join(map(str, error.absolute_path))}: {error.message}"[:500])
print(f"{read} documents read")
