#!/usr/bin/env python3
"""Writes mails of many character sets and shapes with Python's own mail library, and what each of them says.

usage: mails.py FOLDER COUNT   ->  FOLDER/0001.eml …, FOLDER/expected.jsonl
"""
import json, os, random, sys
from email import charset as charsets
from email import policy
from email.header import Header
from email.message import EmailMessage, Message
from email.mime.application import MIMEApplication
from email.mime.image import MIMEImage
from email.mime.message import MIMEMessage
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from email.utils import format_datetime
from datetime import datetime, timedelta, timezone

folder, count = sys.argv[1], int(sys.argv[2])
os.makedirs(folder, exist_ok=True)
chance = random.Random(4711)

SAID = [
    ("utf-8", "Wo bleibt meine Bestellung? Grüße aus Köln 🙂"),
    ("iso-8859-1", "Où est ma commande n° 4711 ? Très déçu."),
    ("iso-8859-15", "Der Preis war 20 €, nicht 30 €."),
    ("windows-1252", "„Sehr ärgerlich“ – sagt meine Mutter…"),
    ("windows-1251", "Где мой заказ? Это очень плохо."),
    ("koi8-r", "Почему никто не отвечает?"),
    ("iso-8859-2", "Gdzie jest moje zamówienie? Żółć."),
    ("windows-1250", "Příliš žluťoučký kůň úpěl ďábelské ódy."),
    ("iso-8859-7", "Πού είναι η παραγγελία μου;"),
    ("windows-1254", "Siparişim nerede? Çok üzgünüm, İstanbul."),
    ("windows-1256", "أين طلبي؟"),
    ("windows-1255", "איפה ההזמנה שלי?"),
    ("iso-2022-jp", "注文した商品がまだ届きません。"),
    ("shift_jis", "注文した商品がまだ届きません。"),
    ("euc-jp", "返金をお願いします。"),
    ("gb18030", "我的订单在哪里？"),
    ("gb2312", "我的订单在哪里？"),
    ("big5", "我的訂單在哪裡？"),
    ("euc-kr", "제 주문은 어디에 있나요?"),
    ("tis-620", "สั่งซื้อของฉันอยู่ที่ไหน"),
    ("utf-16", "Order 4711 – ünïcödé"),
    ("utf-7", "Größe & Länge"),
    ("us-ascii", "Where is my order? It is two weeks late."),
    ("windows-1257", "Kur yra mano užsakymas? Ąžuolas."),
]


def text_part(words, name, subtype="plain", encoding=None):
    """A text part in the set and transfer encoding asked for, encoded by hand so that any set will do."""
    part = Message()
    part["Content-Type"] = f'text/{subtype}; charset="{name}"'
    raw = words.encode(name)
    import base64, quopri
    encoding = encoding or chance.choice(["base64", "quoted-printable"])
    if name in ("utf-16",):
        encoding = "base64"
    part["Content-Transfer-Encoding"] = encoding
    if encoding == "base64":
        part.set_payload(base64.encodebytes(raw).decode("ascii"))
    elif encoding == "quoted-printable":
        part.set_payload(quopri.encodestring(raw).decode("ascii"))
    else:
        part.set_payload(raw.decode("ascii", "surrogateescape"))
    return part


def html_of(words):
    return ("<html><head><title>x</title><style>p{color:red}</style></head><body><p>"
            + words.replace("&", "&amp;").replace("<", "&lt;") + "</p></body></html>")


def shape(number, name, words):
    """One mail: the message and the number of its attachments."""
    kind = number % 12
    plain = text_part(words, name)
    if kind == 0 and name in ("utf-8", "iso-8859-1", "windows-1251", "koi8-r", "big5", "us-ascii"):
        return text_part(words, name, encoding="8bit"), 0
    if kind == 1:
        mail = MIMEMultipart("alternative")
        mail.attach(plain)
        mail.attach(text_part(html_of(words), name, "html"))
        return mail, 0
    if kind == 2:
        return text_part(html_of(words), name, "html"), 0
    if kind == 3:
        mail = MIMEMultipart("mixed")
        mail.attach(plain)
        pdf = MIMEApplication(b"%PDF-1.4 " + bytes(chance.randrange(256) for _ in range(3000)), "pdf")
        pdf.add_header("Content-Disposition", "attachment", filename=("utf-8", "", "Rechnung Größe.pdf"))
        mail.attach(pdf)
        return mail, 1
    if kind == 4:
        related = MIMEMultipart("related")
        both = MIMEMultipart("alternative")
        both.attach(plain)
        both.attach(text_part(html_of(words), name, "html"))
        related.attach(both)
        picture = MIMEImage(b"\x89PNG\r\n\x1a\n" + bytes(100), "png")
        picture.add_header("Content-ID", "<logo@x>")
        related.attach(picture)
        mail = MIMEMultipart("mixed")
        mail.attach(related)
        return mail, 1
    if kind == 5:
        mail = MIMEMultipart("mixed")
        mail.attach(plain)
        inner = EmailMessage(policy=policy.SMTP)
        inner["Subject"] = "Weitergeleitet"
        inner.set_content("inner words")
        mail.attach(MIMEMessage(inner))
        return mail, 1
    if kind == 6:
        mail = MIMEMultipart("signed", protocol="application/pgp-signature")
        mail.attach(plain)
        mail.attach(MIMEApplication(b"-----BEGIN PGP SIGNATURE-----", "pgp-signature"))
        return mail, 0
    if kind == 7:
        # Lines that look like the end of an IMAP answer, and dots.
        part = text_part(words + "\nH2 OK Fetch completed.\n* BYE\n.\n.. )\nA004 OK", name)
        return part, 0
    return plain, 0


def expected_text(number, words):
    if number % 12 == 7:
        return words + "\nH2 OK Fetch completed.\n* BYE\n.\n.. )\nA004 OK"
    return words


facts = open(os.path.join(folder, "expected.jsonl"), "w", encoding="utf-8")
start = datetime(2026, 11, 21, 9, 0, tzinfo=timezone.utc)
for number in range(1, count + 1):
    name, words = SAID[number % len(SAID)]
    words = f"{words} [{number}]"
    mail, attachments = shape(number, name, words)
    subject = f"{words[:40]}"
    identity = f"mail-{number}@customers.example"
    headers = [("From", (Header("Ána Müller", "utf-8").encode() + f" <ana{number % 17}@customers.example>")),
               ("To", "support@acme.example"),
               ("Subject", Header(subject, "utf-8", maxlinelen=60).encode(linesep="\r\n")),
               ("Date", format_datetime(start + timedelta(seconds=number))),
               ("Message-ID", f"<{identity}>")]
    references = None
    if number % 9 == 0 and number > 9:
        references = f"mail-{number - 9}@customers.example"
        headers += [("In-Reply-To", f"<{references}>"), ("References", f"<{references}>")]
    automatic = number % 25 == 0
    if automatic:
        headers.append(("Auto-Submitted", "auto-replied"))
    for key, value in headers:
        mail[key] = value
    raw = mail.as_bytes(policy=policy.compat32.clone(linesep="\r\n", max_line_length=0))
    raw = raw.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")
    with open(os.path.join(folder, f"{number:04}.eml"), "wb") as out:
        out.write(raw)
    facts.write(json.dumps({"id": identity, "text": expected_text(number, words), "subject": subject,
                            "author": f"ana{number % 17}@customers.example", "attachments": attachments,
                            "parent": references, "automatic": automatic, "charset": name}, ensure_ascii=False) + "\n")
