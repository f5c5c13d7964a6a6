"""The engine knows no subject: nothing that the knowledge base names stands in the code."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from glutamine_bot.domain.concepts import ConceptKind
from glutamine_bot.knowledge.loading import load

OWN_NAME = re.compile(r"glutamine[-_ ]?bot", re.IGNORECASE)
SHORTEST = 4
# What names something of the subject and what any program, or English itself, speaks of besides.
EVERYDAY = {
    *ConceptKind,  # the kinds of concept
    *(f"{kind}s" for kind in ConceptKind),
    "fish",  # a shell
    "memory",  # what a conversation keeps
    "cost",
    "price",
    "teeth",  # an irregular plural, which a stemmer has to know
}


@pytest.fixture(scope="module")
def subject_words(root: Path) -> re.Pattern[str]:
    """The names of the subject and of every person, condition, medicine, other thing and gap.

    Not those that the language's own lists have for people ("child"), nor single words for gaps: a gap may be called
    by any word ("fillers", "ingredients"), and what names it and nothing else has two words or more.
    """
    base = load(root / "knowledge")
    people = {word for relation, said in base.words["relations"].items() for word in (relation, *said)}
    names = {name for concept in base.concepts.values() for name in concept.names if _tells(name, concept.kind)}
    telling = sorted(name for name in {*base.subject.names, *names} if name.lower() not in EVERYDAY | people)
    assert len(telling) > len(base.concepts)
    assert {"pregnant", "kidney disease", "warfarin", "creatine", "glutamine"} <= set(telling)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, telling))})\b", re.IGNORECASE)


def _tells(name: str, kind: ConceptKind) -> bool:
    return len(name) >= SHORTEST and (kind is not ConceptKind.GAP or " " in name)


def test_no_code_names_the_subject(root: Path, subject_words: re.Pattern[str]) -> None:
    found = [
        f"{path.relative_to(root)}:{line}: {match[0]}"
        for path in sorted((root / "src").rglob("*.py"))
        for line, text in code_words(path)
        for match in subject_words.finditer(OWN_NAME.sub("", text))
    ]
    assert found == []


def code_words(path: Path) -> Iterator[tuple[int, str]]:
    """Every text and name in a module with its line, without docstrings and comments, which only explain to people."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    explained = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        match node:
            case ast.Constant(value=str(text)) if id(node) not in explained:
                yield node.lineno, text
            case ast.FunctionDef(name=name) | ast.ClassDef(name=name) | ast.Name(id=name) | ast.Attribute(attr=name):
                yield node.lineno, name.replace("_", " ")
            case ast.arg(arg=name):
                yield node.lineno, name.replace("_", " ")


def test_texts_and_names_are_seen_and_explanations_are_not(tmp_path: Path) -> None:
    module = tmp_path / "module.py"
    module.write_text('"""Docs."""\n# note\nkidney_dose = f"{x} grams" "!"\ndef liver(age): """Docs."""; x.lung\n')
    words = {word for _, word in code_words(module)}
    assert words >= {"kidney dose", " grams!", "liver", "age", "lung"}
    assert not words & {"Docs.", "note"}
