"""What is decided by hand wins over every rule, and is judged before it does."""

from __future__ import annotations

from pathlib import Path

import pytest

from assets.enriched.resolution.clusters import fixed, grow
from assets.enriched.resolution.groups import Identity, group
from assets.register.overrides import Decisions, load
from assets.register.registers import RegisterError
from assets.text.names import skeleton

HEADER = "subject,verdict,first,second,reason\n"


def identity(name: str, country: str | None) -> Identity:
    return Identity(f"{name}|{country or ''}", name, country, 1, 0, frozenset(skeleton(name, "en")))


def grouped(decided: Decisions, *people: tuple[str, str | None]) -> set[frozenset[str]]:
    """Persons as sets of names, where all names are alike."""
    identities = [identity(*who) for who in people]
    edges = {one.id: {other.id: 0.95 for other in identities if other is not one} for one in identities}
    return {frozenset(member.id for member in g.members) for g in group(identities, edges, decided)}


def test_names_that_are_alike_stay_two_persons_by_hand() -> None:
    people = (("Ali Ahmadi", "IR"), ("Aly Ahmadi", "IR"), ("Ali Ahmadi", None))
    assert grouped(Decisions(), *people[:2]) == {frozenset({"Ali Ahmadi|IR", "Aly Ahmadi|IR"})}
    decided = Decisions(different={("Ali Ahmadi|IR", "Aly Ahmadi|IR"): "uncle and nephew"})
    assert grouped(decided, *people) == {frozenset({"Ali Ahmadi|IR"}), frozenset({"Aly Ahmadi|IR"}), frozenset({"Ali Ahmadi|"})}


def test_names_of_two_countries_are_one_person_by_hand() -> None:
    decided = Decisions(same={("Salome Zourabichvili|FR", "Salome Zurabishvili|GE"): "she changed her passport"})
    assert len(grouped(decided, ("Salome Zourabichvili", "FR"), ("Salome Zurabishvili", "GE"))) == 1


def test_joined_by_way_of_a_third() -> None:
    decided = Decisions(same={("a", "b"): "x", ("b", "c"): "y"}, different={("c", "d"): "z"})
    assert decided.together["a"] == {"a", "b", "c"}
    assert decided.apart == {"c": {"d"}, "d": {"c"}}


def test_accounts_are_joined_and_parted_by_hand() -> None:
    reports = fixed([(1, None, None), (1, None, None), (2, None, None)])
    assert list(grow(reports, [(0, 1, False), (0, 2, False)])) == [0, 1, 0]
    assert list(grow(reports, [(0, 1, True), (0, 2, False)], apart=[(1, 2)])) == [0, 0, 2]


@pytest.mark.parametrize(
    ("lines", "complaint"),
    [
        ("person,same,Ali Ahmadi,Aly Ahmadi|IR,x", "does not name a person"),
        ("event,same,0123456789abcdef,me,x", "does not name a event"),
        ("person,same,Ali Ahmadi|IR,Ali Ahmadi|IR,x", "on both sides"),
        ("person,maybe,Ali Ahmadi|IR,Aly Ahmadi|IR,x", "verdict"),
        ("person,same,Ali Ahmadi|IR,Aly Ahmadi|IR,", "reason"),
        ("person,same,A|IR,B|IR,x\nperson,same,B|IR,C|IR,x\nperson,different,C|IR,A|IR,x", "kept apart by one line"),
    ],
)
def test_a_wrong_line_is_told(tmp_path: Path, lines: str, complaint: str) -> None:
    path = tmp_path / "overrides.csv"
    path.write_text(f"{HEADER}{lines}\n", encoding="utf-8")
    with pytest.raises(RegisterError, match=complaint):
        load(path)


def test_the_file_of_the_register_is_sound() -> None:
    load()
