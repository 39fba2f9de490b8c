"""A server of releases on loopback, with archives that scripts/release/pack.sh packed."""

import functools
import hashlib
import http.server
import os
import subprocess
import tempfile
import threading
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
GATE = Path(os.environ.get("CFN_GATE", ROOT / "target/debug/cfn-gate")).resolve()
VERSION = subprocess.run([GATE, "--version"], check=True, capture_output=True, text=True).stdout.split()[1]
LINUX = "x86_64-unknown-linux-musl"


@functools.cache
def archive(target=LINUX, program=None):
    """The archive of a release and its checksum file; the program in it is the real one if none is given."""
    with tempfile.TemporaryDirectory() as folder:
        built = Path(folder, target, "release/cfn-gate")
        built.parent.mkdir(parents=True)
        if program is None:
            built.symlink_to(GATE)
        else:
            built.write_bytes(program)
            built.chmod(0o755)
        destination = Path(folder, "dist")
        environment = os.environ | {"CARGO_TARGET_DIR": folder}
        subprocess.run([ROOT / "scripts/release/pack.sh", target, destination], check=True, env=environment, stdout=subprocess.DEVNULL)
        packed = destination / f"cfn-gate-{VERSION}-{target}.tar.gz"
        checksum = Path(f"{packed}.sha256").read_bytes()
        assert checksum.split()[0].decode() == hashlib.sha256(packed.read_bytes()).hexdigest()
        assert sorted(destination.iterdir()) == [packed, Path(f"{packed}.sha256")]
        return packed.read_bytes(), checksum


class Server:
    """What is in `files`, by path, with the HTTP status of `status`; and what was asked for."""

    def __init__(self):
        self.files, self.status, self.requests = {}, {}, []
        releases = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                releases.requests.append(self.path)
                content = releases.files.get(self.path)
                status = releases.status.get(self.path, 404 if content is None else 200)
                self.send_response(status)
                self.end_headers()
                if status == 200:
                    self.wfile.write(content)

            def log_message(self, *_):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.address = f"http://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def close(self):
        self.server.shutdown()
        self.server.server_close()

    def release(self, program=None, checksum=None, below="/download"):
        """Puts a release for Linux on the server, and gives its path."""
        content, real = archive(program=program)
        path = f"{below}/v{VERSION}/cfn-gate-{VERSION}-{LINUX}.tar.gz"
        self.files[path] = content
        self.files[f"{path}.sha256"] = real if checksum is None else checksum.encode()
        return path
