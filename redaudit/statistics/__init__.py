"""What a store comes to as a whole: counts, shares and years by agency, year, level, exemption, status and the like.

figures = statistics.of_store(Path("audit.db"), ("agency", "year"))
statistics.render(figures, "table", sys.stdout, width=100)
"""

from redaudit.statistics.counting import of_store
from redaudit.statistics.dimensions import DIMENSIONS, USUAL, chosen
from redaudit.statistics.figures import Statistics
from redaudit.statistics.rendering import FORMATS, render

__all__ = ["DIMENSIONS", "FORMATS", "USUAL", "Statistics", "chosen", "of_store", "render"]
