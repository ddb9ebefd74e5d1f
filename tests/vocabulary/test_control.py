"""Control markings: (as printed, its values by kind, the controls that are known)."""

import pytest

from redaudit.vocabulary.control import Kind, control_named, controls_of, kinds_of


@pytest.mark.parametrize(
    ("marking", "kinds"),
    [
        ("SECRET//SI/TK//NOFORN", (("SI", "TK"), ("NOFORN",))),
        ("SECRET//REL TO USA, AUS, GBR/RELIDO", (("REL TO USA, AUS, GBR", "RELIDO"),)),
        ("SECRET//ORCON,NOFORN", (("ORCON", "NOFORN"),)),
        ("(S-NF)", (("NF",),)),
        ("(U//FOUO)", (("FOUO",),)),
        ("SECRET//REL TO USA/GBR", (("REL TO USA", "GBR"),)),
        ("SECRET", ()),
        ("(C)", ()),
    ],
)
def test_values_stand_by_kind(marking, kinds):
    assert kinds_of(marking) == kinds


@pytest.mark.parametrize(
    ("words", "name", "kind"),
    [
        ("NF", "NOFORN", Kind.DISSEMINATION),
        ("REL TO USA, GBR", "REL TO", Kind.DISSEMINATION),
        ("REL NATO", "REL TO", Kind.DISSEMINATION),
        ("for official use only", "FOUO", Kind.DISSEMINATION),
        ("XD", "EXDIS", Kind.OTHER_AGENCY),
        ("SI-G ABCD", "SI-G ABCD", Kind.COMPARTMENT),
        ("RD-CNWDI", "RD", Kind.ATOMIC_ENERGY),
        ("RESTRICTED DATA-SIGMA 14 20", "RD", Kind.ATOMIC_ENERGY),
        ("FRD-SG 14", "FRD", Kind.ATOMIC_ENERGY),
        ("FGI GBR JPN", "FGI", Kind.FOREIGN_GOVERNMENT),
        ("20281231", "20281231", Kind.DECLASSIFICATION),
        ("25X1", "25X1", Kind.DECLASSIFICATION),
    ],
)
def test_a_control_has_a_name_and_a_kind(words, name, kind):
    control = control_named(words)
    assert control is not None
    assert (control.name, control.kind) == (name, kind)


@pytest.mark.parametrize("words", ["RYBAT", "SENSITIVE", "GBR", "SINAI", "", "EUR"])
def test_other_words_are_no_control(words):
    assert control_named(words) is None


def test_controls_stand_in_the_order_of_the_register():
    ranks = [control.rank for control in controls_of("SECRET//FOUO/ORCON/IMCON/NOFORN/PROPIN/RELIDO/FISA")]
    assert ranks == sorted(ranks)
    assert len(ranks) == 7
