"""Pairs printed to PDF by Chromium: CSS backgrounds, boxes laid over words, gradients, transparent and white words."""

import re
import subprocess
import tempfile
from pathlib import Path

from paper import Pair

PRODUCER = "Chromium"
UNDER = "text-under-redaction"

LINES = (
    "<h1>Register of the Salt Road</h1>",
    "<p>The carter {Benno Achterdijk} passed the gate at six with two casks.</p>",
    "<p>He showed a permit in the name of {Lady Sunniva Crake}, now dead.</p>",
    "<p>The gate book gives his weight as {eleven stone}.</p>",
    "<p>No toll was taken.</p>",
)
SECRETS = tuple(re.findall(r"\{(.*?)\}", " ".join(LINES)))

FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-pdf-header-footer",
)


def page(style, inside):
    body = re.sub(r"\{(.*?)\}", lambda match: inside(match[1]), "".join(LINES))
    base = "body{font:13px 'Liberation Serif';margin:30px} h1{font-size:15px} p{margin:6px 0} b{font-weight:normal}"
    return f"<!doctype html><html lang=en><title>Register of the Salt Road</title><style>{base}{style}</style>{body}"


def spanned(words):
    return f"<b>{words}</b>"


def struck_out(words):
    """Nothing of the words, the width of them."""
    return f'<b><i style="display:inline-block;width:{7 * len(words)}px;height:14px;vertical-align:bottom"></i></b>'


def printed(html, *flags):
    """The PDF that Chromium prints, without the time it was made at."""
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder, "page.html"), Path(folder, "page.pdf")
        source.write_text(html, encoding="utf-8")
        command = ["chromium", *FLAGS, *flags, f"--user-data-dir={folder}/profile", f"--print-to-pdf={target}"]
        subprocess.run([*command, source.as_uri()], check=True, capture_output=True, timeout=120)
        return settled(target.read_bytes())


def settled(data):
    data = re.sub(rb"\(D:\d{14}[^)]*\)", lambda match: b"(D:20200101000000Z)".ljust(len(match[0])), data)
    data = re.sub(rb"/Creator \(Mozilla[^\n]*?Safari/[\d.]+\)", lambda m: b"/Creator (Chromium)".ljust(len(m[0])), data)
    return re.sub(rb"<[0-9A-F]{32}>", b"<" + b"0" * 32 + b">", data)


def pair(way, leak, clean, note, rules=UNDER, hidden=SECRETS, page=1):
    return Pair(f"chromium-{way}", PRODUCER, rules, hidden, leak, clean, note, page)


def grounds():
    black = "b{background:#000;color:#000;-webkit-print-color-adjust:exact}"
    yield pair(
        "background",
        printed(page(black, spanned)),
        printed(page(black, struck_out)),
        "a black background behind black words; empty spans in the twin",
    )
    laid = (
        "b{position:relative;-webkit-print-color-adjust:exact} "
        "b::after{content:'';position:absolute;left:-1px;right:-1px;top:0;bottom:0;background:#000}"
    )
    yield pair(
        "box-over",
        printed(page(laid, spanned)),
        printed(page(laid, struck_out)),
        "an absolute black box over each span",
    )
    stripes = (
        "b{position:relative;-webkit-print-color-adjust:exact} b::after{content:'';position:absolute;inset:0 -1px;"
        "background:repeating-linear-gradient(45deg,#000 0 3px,#333 3px 4px)}"
    )
    yield pair(
        "stripes",
        printed(page(stripes, spanned)),
        printed(page(stripes, struck_out)),
        "a gradient of slanted stripes over each span",
    )
    marker = "b{-webkit-print-color-adjust:exact;background:#fe6}"
    shaded = "b{-webkit-print-color-adjust:exact;background:#fe6;color:#fe6}"
    yield pair(
        "marker",
        printed(page(shaded, spanned)),
        printed(page(marker, spanned)),
        "yellow words on yellow marker; black ones in the twin",
        rules="hidden-text|text-under-redaction",
    )
    yield pair(
        "line-through",
        printed(page("b{text-decoration:line-through 17px #000}", spanned)),
        printed(page("b{text-decoration:line-through 1px #000}", spanned)),
        "a line-through of 17 pixels; of one in the twin",
    )
    image = "b{position:relative} b img{position:absolute;left:-1px;top:0;width:calc(100% + 2px);height:100%}"
    pixel = "R0lGODlhAQABAIAAAAAAAP///yH5BAAAAAAALAAAAAABAAEAAAICRAEAOw=="
    yield pair(
        "image-over",
        printed(page(image, lambda words: f'<b>{words}<img src="data:image/gif;base64,{pixel}"></b>')),
        printed(page(image, lambda words: f'{struck_out(words)[:-4]}<img src="data:image/gif;base64,{pixel}"></b>')),
        "a black picture over each span",
    )
    rounded = (
        "b{position:relative;-webkit-print-color-adjust:exact} b::after{content:'';position:absolute;"
        "inset:-1px -3px;background:#111;border-radius:6px}"
    )
    yield pair(
        "rounded-box",
        printed(page(rounded, spanned)),
        printed(page(rounded, struck_out)),
        "a black box with round corners over each span",
    )


def colours():
    ground = "b{-webkit-print-color-adjust:exact;color:#fff;background:#036;padding:0 2px}"
    yield pair(
        "white-text",
        printed(page("b{-webkit-print-color-adjust:exact;color:#fff}", spanned)),
        printed(page(ground, spanned)),
        "white words on paper; on dark blue in the twin",
        rules="hidden-text",
    )
    yield pair(
        "faint-text",
        printed(page("b{-webkit-print-color-adjust:exact;opacity:.01}", spanned)),
        printed(page("b{-webkit-print-color-adjust:exact;opacity:.5}", spanned)),
        "words of one hundredth of opacity; of half in the twin",
        rules="hidden-text",
    )
    yield pair(
        "tiny-text",
        printed(page("b{font-size:1px}", spanned)),
        printed(page("b{font-size:9px}", spanned)),
        "words of one pixel; of nine in the twin",
        rules="hidden-text",
    )
    described = "b img{width:60px;height:14px;vertical-align:bottom}"
    black = "R0lGODlhAQABAIAAAAAAAP///yH5BAAAAAAALAAAAAABAAEAAAICRAEAOw=="
    yield pair(
        "picture-alt",
        printed(page(described, lambda words: f'<b><img alt="{words}" src="data:image/gif;base64,{black}"></b>')),
        printed(page(described, lambda words: f'<b><img alt="withheld" src="data:image/gif;base64,{black}"></b>')),
        "black pictures whose alternate text is what they stand for; the twin's says that it is withheld",
        rules="structure-leak",
    )


DASHBOARD = """<!doctype html><html lang=en><title>Salt Road</title><style>
body{font:12px 'Liberation Sans';margin:0;-webkit-print-color-adjust:exact;background:GROUND;color:INK}
nav{background:#123;color:#fff;padding:8px 16px} td,th{padding:3px 10px;border:1px solid #999}
tr:nth-child(even) td{background:#8884} th{background:#000;color:#fff} main{padding:16px}
.badge{background:#a22;color:#fff;border-radius:8px;padding:1px 7px} .quiet{color:QUIET}
.bar{height:12px;background:#000;margin:4px 0} .bar.b{background:#393}
</style><nav>Salt Road &nbsp; Gates &nbsp; Ferries</nav><main><table><tr><th>Gate<th>Carts<th>State
<tr><td>North<td>41<td><span class=badge>late</span><tr><td>Mill<td>17<td>open<tr><td>Quay<td>3<td>
<span class=badge>shut</span></table><p>Carts by gate</p><div class=bar style="width:300px"></div>
<div class="bar b" style="width:120px"></div><div class=bar style="width:40px"></div>
<p class=quiet>Warden on duty: Jorun Affelbeck</p><p>No cart was turned back.</p></main>"""


def pages_of_the_web():
    def made(ground, ink, quiet):
        return printed(DASHBOARD.replace("GROUND", ground).replace("INK", ink).replace("QUIET", quiet))

    yield pair(
        "dashboard",
        made("#fff", "#000", "#fff"),
        made("#fff", "#000", "#555"),
        "tables, badges and black bars of a chart; one white line is the leak",
        rules="hidden-text",
        hidden=("Jorun Affelbeck",),
    )
    yield pair(
        "dark-page",
        made("#181c22", "#dde", "#181c22"),
        made("#181c22", "#dde", "#99a"),
        "light print on a dark page; one line in the colour of the page is the leak",
        rules=f"hidden-text|{UNDER}",
        hidden=("Jorun Affelbeck",),
    )
    first = "<p style='break-after:page'>The register begins on the next leaf.</p>"
    laid = "b{position:relative} b::after{content:'';position:absolute;inset:0 -1px;border-top:16px solid #000}"
    yield pair(
        "second-page",
        printed(page(laid, spanned).replace("<h1>", first + "<h1>", 1)),
        printed(page(laid, struck_out).replace("<h1>", first + "<h1>", 1)),
        "boxes made of a thick border, on the second page",
        page=2,
    )


def pairs():
    """Every pair of this room."""
    yield from grounds()
    yield from colours()
    yield from pages_of_the_web()
