"""An SMTP server with a script of troubles. Prints its port and certificate, then one line of JSON for each mail it took.

arguments: folder, port, "plain" or "strict" (STARTTLS and AUTH), troubles as JSON: what to do with the first transactions.
A recipient that begins with "nobody" is refused for good.
"""
import asyncio, json, ssl, subprocess, sys

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, LoginPassword

folder, port, mode, troubles = sys.argv[1], int(sys.argv[2]), sys.argv[3], json.loads(sys.argv[4])
certificate, key = f"{folder}/certificate.pem", f"{folder}/key.pem"
context = None
if mode == "strict":
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=127.0.0.1",
         "-addext", "subjectAltName=IP:127.0.0.1", "-keyout", key, "-out", certificate],
        check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)


class Office:
    count = 0

    async def handle_MAIL(self, server, session, envelope, address, options):
        self.trouble = troubles.pop(0) if troubles else None
        if self.trouble == "451 mail":
            return "451 4.3.0 Try again later"
        if self.trouble == "hang up":
            server.transport.close()
            return "421 4.3.2 Bye"
        envelope.mail_from = address
        return "250 OK"

    async def handle_RCPT(self, server, session, envelope, address, options):
        if address.startswith("nobody"):
            return "550 5.1.1 No such user"
        if self.trouble == "450 recipient":
            return "450 4.2.1 Mailbox busy"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        if self.trouble == "452 message":
            return "452 4.3.1 No room"
        if self.trouble == "hang up at message":
            server.transport.close()
            return "421 4.3.2 Bye"
        Office.count += 1
        file = f"{folder}/{Office.count:04}.eml"
        with open(file, "wb") as mail:
            mail.write(envelope.content)
        account = session.auth_data.login.decode() if session.auth_data else None
        print(json.dumps({"file": file, "sender": envelope.mail_from, "recipients": envelope.rcpt_tos,
                          "tls": session.ssl is not None, "account": account}), flush=True)
        if self.trouble == "silent":
            await asyncio.sleep(3600)
        return "250 Taken"


def log_in(server, session, envelope, mechanism, data):
    known = isinstance(data, LoginPassword) and (data.login, data.password) == (b"hark@acme.example", b"smtp-password")
    return AuthResult(success=known, auth_data=data)


class Server(Controller):
    def factory(self):
        if context is None:
            return SMTP(Office(), enable_SMTPUTF8=False)
        return SMTP(Office(), tls_context=context, require_starttls=True, auth_required=True, authenticator=log_in)


controller = Server(Office(), hostname="127.0.0.1", port=port)
controller.start()
print(json.dumps({"port": port, "certificate": certificate}), flush=True)
sys.stdin.read()
