"""Pages to open in a browser, from disk: the corpus at a glance, and each document with its marks on the page.

    out/index.html                          the overview; of a single document its page
    out/rules.html                          what each rule looks for, and why
    out/documents/cable-1f0c3a9d52.html     one document
    out/documents/cable-1f0c3a9d52/1.webp   a page of it
    out/assets/                             style and script

Nothing is fetched from anywhere, and no script runs but ours.
"""

from redaudit.model.part import Report
from redaudit.reports.html.bound import render
from redaudit.reports.html.leaf import leaf

REPORT = Report(
    id="html", summary="a folder to open in a browser: overview, pages and their marks", render=render, leaf=leaf
)
