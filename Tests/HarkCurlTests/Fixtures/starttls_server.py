"""An SMTP server that insists on TLS and AUTH: FOLDER PORT starttls|tls PLAIN|LOGIN.

Prints its port and certificate, then one line of JSON a mail."""
import json, ssl, subprocess, sys

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, LoginPassword

folder, port, security, mechanism = sys.argv[1:]
begins_with_tls = security == "tls"
certificate, key = f"{folder}/certificate.pem", f"{folder}/key.pem"
subprocess.run(
    ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=127.0.0.1",
     "-addext", "subjectAltName=IP:127.0.0.1", "-keyout", key, "-out", certificate],
    check=True, capture_output=True)
context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
context.load_cert_chain(certificate, key)


class Sink:
    async def handle_DATA(self, server, session, envelope):
        mail = {"tls": server.transport.get_extra_info("sslcontext") is not None, "mechanism": mechanism,
                "account": session.auth_data.login.decode(),
                "recipients": envelope.rcpt_tos, "message": envelope.content.decode()}
        print(json.dumps(mail), flush=True)
        return "250 Taken"


def log_in(server, session, envelope, used, data):
    known = used == mechanism and isinstance(data, LoginPassword) and (data.login, data.password) == (b"hark", b"open sesame")
    return AuthResult(success=known, auth_data=data)


class Strict(Controller):
    def factory(self):
        other = [name for name in ("PLAIN", "LOGIN") if name != mechanism]
        return SMTP(
            Sink(), tls_context=None if begins_with_tls else context, require_starttls=not begins_with_tls,
            auth_required=True, auth_require_tls=not begins_with_tls, auth_exclude_mechanism=other,
            authenticator=log_in)


controller = Strict(Sink(), hostname="127.0.0.1", port=int(port), ssl_context=context if begins_with_tls else None)
controller.start()
print(json.dumps({"port": controller.port, "certificate": certificate}), flush=True)
sys.stdin.read()
controller.stop()
