"""What lies in the folder of a report that shows pages: named here for who writes it and for who takes its place."""

# The first page, and the page of rules.
INDEX = "index.html"
RULES = "rules.html"
# Folders: style and script; a page for each document, with its pictures; the pictures of a lone document.
ASSETS = "assets"
DOCUMENTS = "documents"
PICTURES = "pictures"
