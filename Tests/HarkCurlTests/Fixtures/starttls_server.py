"""An SMTP server that insists on STARTTLS and AUTH. Prints its port and certificate, then one line of JSON a mail."""
import json, ssl, subprocess, sys

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, LoginPassword

folder = sys.argv[1]
certificate, key = f"{folder}/certificate.pem", f"{folder}/key.pem"
subprocess.run(
    ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=127.0.0.1",
     "-addext", "subjectAltName=IP:127.0.0.1", "-keyout", key, "-out", certificate],
    check=True, capture_output=True)
context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
context.load_cert_chain(certificate, key)


class Sink:
    async def handle_DATA(self, server, session, envelope):
        mail = {"tls": session.ssl is not None, "account": session.auth_data.login.decode(),
                "recipients": envelope.rcpt_tos, "message": envelope.content.decode()}
        print(json.dumps(mail), flush=True)
        return "250 Taken"


def log_in(server, session, envelope, mechanism, data):
    known = isinstance(data, LoginPassword) and (data.login, data.password) == (b"hark", b"open sesame")
    return AuthResult(success=known, auth_data=data)


class Strict(Controller):
    def factory(self):
        return SMTP(Sink(), tls_context=context, require_starttls=True, auth_required=True, authenticator=log_in)


controller = Strict(Sink(), hostname="127.0.0.1", port=int(sys.argv[2]))
controller.start()
print(json.dumps({"port": controller.port, "certificate": certificate}), flush=True)
sys.stdin.read()
controller.stop()
