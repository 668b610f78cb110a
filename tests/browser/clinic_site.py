"""A clinic's website on a port of its own, which lets the chat in and hardly anything else."""

from __future__ import annotations

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

STYLE = "body { margin: 2em; font: 18px/1.5 serif; }"
PAGE = """\
<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>A clinic</title>
<link rel="stylesheet" href="{style}">
</head>
<body>
<main>
<h1>A clinic</h1>
<p>What the clinic writes on its own site.</p>
</main>
{line}
</body>
</html>
"""


class ClinicSite:
    """Serves what is put into it, from `with` to its end."""

    def __init__(self) -> None:
        files: dict[str, tuple[str, bytes, dict[str, str]]] = {}

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                kind, body, headers = files.get(self.path, ("text/plain", b"", {}))
                self.send_response(200 if self.path in files else 404)
                for name, value in {"Content-Type": f"{kind}; charset=utf-8", **headers}.items():
                    self.send_header(name, value)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_: Any) -> None:
                pass

        self._files = files
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        port = self._server.server_address[1]
        self.origin = f"http://127.0.0.1:{port}"
        # The same site under another name is another origin.
        self.other_origin = f"http://localhost:{port}"
        self.put("/site.css", STYLE, "text/css")

    def __enter__(self) -> ClinicSite:
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()

    def put(self, path: str, text: str, kind: str = "text/html", **headers: str) -> str:
        """Serve `text` under `path`, and give its address."""
        self._files[path] = (kind, text.encode(), {name.replace("_", "-"): value for name, value in headers.items()})
        return self.origin + path

    def put_page(self, path: str, line: str, bot: str, style: str = "/site.css") -> str:
        """Serve a page in which `line` is pasted, and give its address; only the origin `bot` may be loaded from."""
        policy = f"default-src 'none'; script-src {bot}; connect-src {bot}; img-src {bot}; style-src 'self'"
        return self.put(path, PAGE.format(line=line, style=style), Content_Security_Policy=policy)
