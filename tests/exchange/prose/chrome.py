"""A real browser without a window: what axe-core finds in a page."""

from __future__ import annotations

import html
import json
import re
import shutil
import subprocess
from collections.abc import Sequence
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


def examined(page: str, folder: Path, *widths: int) -> list[dict[str, Any]]:
    """Return what axe-core says of a page in frames that are so many pixels wide.

    A window can't be narrower than 500 pixels, so the page stands in frames. Its policy lets no
    script run, so the copy that is examined has none.
    """
    script = f"<script>{_AXE.read_text('utf-8')}</script><script>{_RUN}</script></body>"
    (folder / "page.html").write_text(_POLICY.sub("", page).replace("</body>", script), "utf-8")
    outer = folder / "frames.html"
    outer.write_text(_framed(widths), "utf-8")
    found = _FOUND.findall(_dumped(outer, folder))
    assert len(found) == len(widths)
    return [json.loads(html.unescape(one)) for one in found]


def _framed(widths: Sequence[int]) -> str:
    frames = "".join(
        f'<iframe src="page.html" style="width:{one}px;height:800px;border:0"></iframe>'
        for one in widths
    )
    return f"""<!DOCTYPE html><html lang="sv"><body>{frames}
<script>
for (const frame of document.querySelectorAll('iframe')) {{
  const wait = setInterval(() => {{
    const told = frame.contentDocument.getElementById('axe-found');
    if (told) {{ clearInterval(wait); document.body.appendChild(told.cloneNode(true)); }}
  }}, 50);
}}
</script></body></html>"""


def _dumped(file: Path, folder: Path) -> str:
    arguments = [
        str(CHROME), "--headless", "--no-sandbox", "--disable-gpu", "--disable-web-security",
        "--allow-file-access-from-files", f"--user-data-dir={folder / 'profile'}",
        "--window-size=1600,900", "--virtual-time-budget=60000", "--dump-dom", file.as_uri(),
    ]  # fmt: skip
    done = subprocess.run(arguments, capture_output=True, text=True, timeout=110, check=False)
    assert "axe-found" in done.stdout, done.stderr[-2000:]
    return done.stdout
