"""Reads mails from files with Python's strict policy and prints what it makes of them as JSON."""
import email, json, sys
from email.policy import default, strict


def read(file):
    with open(file, "rb") as source:
        content = source.read()
    mail = email.message_from_bytes(content, policy=default)
    defects = [f"{name}: {defect!r}" for name, value in mail.items() for defect in value.defects]
    defects += [repr(defect) for part in mail.walk() for defect in part.defects]
    try:
        email.message_from_bytes(content, policy=strict)
    except Exception as error:
        defects.append(f"strict: {error!r}")
    parts = [part.get_content_type() for part in mail.iter_parts()]
    text = mail.get_body(("plain",)).get_content()
    return {"defects": defects, "parts": parts, "text": text,
            "headers": {name.lower(): mail.get_all(name)[0] for name in mail.keys()},
            "names": [name.lower() for name in mail.keys()]}


json.dump([read(file) for file in sys.argv[1:]], sys.stdout)
