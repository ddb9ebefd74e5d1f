"""Faults of dates, planted in clean examples."""

from tests.planted._planted import Planted

PLANTED = {
    "declass-before-creation": Planted("telegram-full.txt", (("DECL: 07/09/2017", "DECL: 07/09/2001"),)),
}
