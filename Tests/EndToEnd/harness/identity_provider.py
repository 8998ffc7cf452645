"""A stand-in for FranceConnect: oidc-provider-mock, with the traits that FranceConnect adds, and lies on demand."""

import base64
import datetime
import json
import os
import re
import threading
import time

os.environ["AUTHLIB_INSECURE_TRANSPORT"] = "1"

import flask
import oidc_provider_mock
from joserfc import jwk, jwt
from oidc_provider_mock._storage import storage
from werkzeug.serving import make_server

# What the provider can be told to do wrong, each in the token that says who it is.
LIES = ["signature", "none", "nonce", "audience", "issuer", "expired", "plain person"]


class IdentityProvider:
    """Runs in a thread. The identity token has a level (acr), what is said of the person is signed, the request must be FranceConnect's."""

    def __init__(self, port, client):
        self.port, self.client, self.lie = port, client, None
        self.app = oidc_provider_mock.app(require_nonce=True, issue_refresh_token=False, access_token_max_age=datetime.timedelta(seconds=60))
        self.app.debug = False
        self.app.before_request(self._demand)
        self.app.after_request(self._sign)
        self._server = make_server("127.0.0.1", port, self.app, threaded=True)

    @property
    def address(self):
        return f"http://127.0.0.1:{self.port}"

    def __enter__(self):
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_):
        self._server.shutdown()

    def knows(self, subject, **claims):
        """Lets somebody identify themselves."""
        self.app.test_client().put(f"{self.address}/users/{subject}", json=claims)

    def _demand(self):
        request = flask.request
        if request.path != "/oauth2/authorize":
            return None
        wanted = request.args
        if "eidas1" not in wanted.get("acr_values", "").split() or len(wanted.get("nonce", "")) < 32 or len(wanted.get("state", "")) < 32:
            return "Y000400", 400
        if unknown := set(wanted) - {"response_type", "client_id", "redirect_uri", "scope", "acr_values", "state", "nonce"}:
            return f"Y000400 {unknown}", 400
        if request.form.get("action") == "deny":
            # The mock forgets the state.
            return flask.redirect(f"{wanted['redirect_uri']}?error=access_denied&state={wanted['state']}")
        return None

    def _sign(self, response):
        path = flask.request.path
        if response.mimetype == "text/html":
            # Its pages load a style sheet from elsewhere, and no test leaves this machine.
            response.set_data(re.sub(r"<link[^>]*>", "", response.get_data(as_text=True)))
        if response.status_code != 200 or path not in ("/oauth2/token", "/userinfo"):
            return response
        key = jwk.RSAKey.import_key(storage.jwk.as_dict(is_private=True))
        if path == "/userinfo":
            if self.lie != "plain person":
                claims = json.loads(response.get_data()) | {"iss": self.address, "aud": self.client}
                response.set_data(jwt.encode({"alg": "RS256"}, claims, key))
                response.headers["Content-Type"] = "application/jwt"
            return response
        answer = json.loads(response.get_data())
        claims = jwt.decode(answer["id_token"], key).claims | {"acr": "eidas1"}
        answer["id_token"] = self._token(claims, key)
        response.set_data(json.dumps(answer))
        return response

    def _token(self, claims, key):
        changes = {
            "nonce": {"nonce": "0" * 43},
            "audience": {"aud": ["somebody-else"]},
            "issuer": {"iss": "http://127.0.0.1:1"},
            "expired": {"exp": int(time.time()) - 3600},
        }
        claims = claims | changes.get(self.lie, {})
        if self.lie == "none":
            parts = [base64.urlsafe_b64encode(json.dumps(part).encode()).decode().rstrip("=") for part in ({"alg": "none"}, claims)]
            return ".".join(parts) + "."
        if self.lie == "signature":
            key = jwk.RSAKey.generate_key(2048)
        return jwt.encode({"alg": "RS256"}, claims, key)
