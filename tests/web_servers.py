"""The web servers of deploy/, run as they are shipped on a port of this machine, and asked."""

from __future__ import annotations

import shutil
import socket
import subprocess
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path

DEPLOY = Path(__file__).parent.parent / "deploy"
_BROTLI = Path("/usr/lib/nginx/modules/ngx_http_brotli_static_module.so")
# What Debian's own nginx.conf has around a site, without its daemon, its log and its user.
_AROUND = """\
{modules}
daemon off;
master_process off;
pid {folder}/pid;
error_log {folder}/errors;
events {{}}
http {{
    include /etc/nginx/mime.types;
    default_type application/octet-stream;
    access_log off;
    client_body_temp_path {folder};
    proxy_temp_path {folder};
    fastcgi_temp_path {folder};
    uwsgi_temp_path {folder};
    scgi_temp_path {folder};
    include {folder}/site.conf;
}}
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a server answered; the names of headers are in lower case."""

    status: int
    headers: Mapping[str, str]
    body: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Served:
    """A site on a port of this machine, below a path ("" or "/thu")."""

    port: int
    path: str

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}{self.path}/"

    def ask(self, address: str, method: str = "GET", **headers: str) -> Answer:
        """Ask for an address of the site; `if_none_match` and the like are headers."""
        return self.ask_domain(f"{self.path}/{address}", method, **headers)

    def ask_domain(self, address: str, method: str = "GET", **headers: str) -> Answer:
        """Ask for exactly this path of the domain."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=20)
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        connection.request(method, address, headers=named)
        response = connection.getresponse()
        body = response.read()
        connection.close()
        return Answer(
            status=response.status,
            headers={name.lower(): value for name, value in response.getheaders()},
            body=body,
        )


@contextmanager
def serve_nginx(target: Path, path: str, folder: Path, *, brotli: bool = False) -> Iterator[Served]:
    """The real nginx with deploy/nginx.conf; `brotli` as the comment there says to add it."""
    port = _find_port()
    text = _fill("nginx.conf", "vidu.example", target, path)
    text = text.replace("listen 80;", f"listen 127.0.0.1:{port};")
    text = text.replace("    listen [::]:80;\n", "")
    if brotli:
        text = text.replace("# brotli_static on;", "brotli_static on;")
    (folder / "site.conf").write_text(text, "utf-8")
    modules = f"load_module {_BROTLI};" if brotli else ""
    (folder / "nginx.conf").write_text(_AROUND.format(modules=modules, folder=folder))
    command = [_find("nginx"), "-p", str(folder), "-c", str(folder / "nginx.conf")]
    with _run(command, port, folder):
        yield Served(port=port, path=path)


@contextmanager
def serve_caddy(target: Path, path: str, folder: Path) -> Iterator[Served]:
    """The real Caddy with deploy/Caddyfile."""
    port = _find_port()
    file = folder / "Caddyfile"
    file.write_text(_fill("Caddyfile", f"http://127.0.0.1:{port}", target, path), "utf-8")
    command = [_find("caddy"), "run", "--config", str(file), "--adapter", "caddyfile"]
    with _run(command, port, folder):
        yield Served(port=port, path=path)


@contextmanager
def serve_nginx_portal(site: Served, folder: Path) -> Iterator[Served]:
    """Another site's nginx that passes the path on, as the comment in deploy/nginx.conf says."""
    port = _find_port()
    own = f"listen 127.0.0.1:{port}; location / {{ return 200 portal; }}"
    (folder / "site.conf").write_text(f"server {{ {own}\n{_read_portal('nginx.conf', site)}\n}}\n")
    (folder / "nginx.conf").write_text(_AROUND.format(modules="", folder=folder))
    command = [_find("nginx"), "-p", str(folder), "-c", str(folder / "nginx.conf")]
    with _run(command, port, folder):
        yield Served(port=port, path=site.path)


@contextmanager
def serve_caddy_portal(site: Served, folder: Path) -> Iterator[Served]:
    """The same of Caddy, as deploy/Caddyfile says."""
    port = _find_port()
    file = folder / "Caddyfile"
    passed = _read_portal("Caddyfile", site)
    file.write_text(
        f"{{\nadmin off\n}}\nhttp://127.0.0.1:{port} {{\n{passed}\nrespond portal\n}}\n"
    )
    command = [_find("caddy"), "run", "--config", str(file), "--adapter", "caddyfile"]
    with _run(command, port, folder):
        yield Served(port=port, path=site.path)


def _read_portal(name: str, site: Served) -> str:
    """What the first lines of a file tell to add to the site that has the domain."""
    text = _fill(name, "vidu.example", Path("/nonexistent"), site.path)
    text = text.partition(" thêm:\n#\n")[2].partition("\n#\n")[0]
    assert text
    text = "\n".join(line.removeprefix("#") for line in text.splitlines())
    return text.replace("127.0.0.1:8080", f"127.0.0.1:{site.port}")


PORTALS = {"nginx": serve_nginx_portal, "caddy": serve_caddy_portal}
SERVERS = {"nginx": serve_nginx, "caddy": serve_caddy}


def _fill(name: str, domain: str, target: Path, path: str) -> str:
    """The file as its first lines tell an administrator to fill it in."""
    text = (DEPLOY / name).read_text("utf-8").replace("__DOMAIN__", domain)
    return text.replace("__TARGET__", str(target)).replace("__PATH__", path)


def _find(program: str) -> str:
    found = shutil.which(program) or shutil.which(program, path="/usr/sbin")
    assert found, f"no {program}: scripts/run_tests.py installs it"
    return found


def _find_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


@contextmanager
def _run(command: list[str], port: int, folder: Path) -> Iterator[None]:
    """Keep a server running; what it has to say is shown when it does not come up."""
    said = folder / "said"
    home = {"HOME": str(folder), "PATH": "/usr/bin:/bin:/usr/sbin"}
    with said.open("wb") as log:
        process = subprocess.Popen(command, stdout=log, stderr=log, env=home)
    try:
        for _ in range(200):
            assert process.poll() is None, said.read_text("utf-8")
            with socket.socket() as one:
                if one.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.05)
        else:
            raise AssertionError(said.read_text("utf-8"))
        yield
    finally:
        process.terminate()
        process.wait(20)
