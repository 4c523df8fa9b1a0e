"""A real browser without a window: what axe-core finds in a page."""

from __future__ import annotations

import html
import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import axe_core_python

CHROME = shutil.which("chromium") or shutil.which("google-chrome") or shutil.which("chrome")
_AXE = Path(axe_core_python.__file__).parent / "axe.min.js"
_RUN = """
axe.run(document, {resultTypes: ['violations']}).then(found => {
  const told = document.createElement('pre');
  told.id = 'axe-found';
  told.textContent = JSON.stringify({
    violations: found.violations.map(one => ({id: one.id, nodes: one.nodes.map(n => n.html)})),
    passes: found.passes.length,
    wide: document.documentElement.scrollWidth > window.innerWidth,
    width: window.innerWidth,
  });
  document.body.appendChild(told);
});
"""
_POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')
_FOUND = re.compile(r'<pre id="axe-found">(.*?)</pre>', re.DOTALL)


def examined(page: str, folder: Path, *, width: int) -> dict[str, Any]:
    """Return what axe-core says of a page in a frame that is `width` pixels wide.

    A window can't be narrower than 500 pixels, so the page stands in a frame. Its policy lets no
    script run, so the copy that is examined has none.
    """
    script = f"<script>{_AXE.read_text('utf-8')}</script><script>{_RUN}</script></body>"
    inner = folder / "page.html"
    inner.write_text(_POLICY.sub("", page).replace("</body>", script), "utf-8")
    outer = folder / "frame.html"
    outer.write_text(_frame(width), "utf-8")
    return _dumped(outer, folder)


def _frame(width: int) -> str:
    return f"""<!DOCTYPE html><html lang="sv"><body>
<iframe id="f" src="page.html" style="width:{width}px;height:800px;border:0"></iframe>
<script>
const wait = setInterval(() => {{
  const told = document.getElementById('f').contentDocument.getElementById('axe-found');
  if (told) {{ clearInterval(wait); document.body.appendChild(told.cloneNode(true)); }}
}}, 50);
</script></body></html>"""


def _dumped(file: Path, folder: Path) -> dict[str, Any]:
    arguments = [
        str(CHROME), "--headless", "--no-sandbox", "--disable-gpu", "--disable-web-security",
        "--allow-file-access-from-files", f"--user-data-dir={folder / 'profile'}",
        "--window-size=1200,900", "--virtual-time-budget=60000", "--dump-dom", file.as_uri(),
    ]  # fmt: skip
    done = subprocess.run(arguments, capture_output=True, text=True, timeout=110, check=False)
    found = _FOUND.search(done.stdout)
    assert found, done.stderr[-2000:]
    result: dict[str, Any] = json.loads(html.unescape(found[1]))
    return result
