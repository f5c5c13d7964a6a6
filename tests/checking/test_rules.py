"""Every rule explains itself by two examples, and finds the fault in the one and nothing in the other."""

import ast
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from glutamine_bot.checking.checking import Report
from glutamine_bot.checking.rules import ALL, few_phrasings
from glutamine_bot.domain.values import replace
from glutamine_bot.knowledge.rules.rule import Example, Rule, registered

Check = Callable[[Path], Report]


@pytest.fixture
def example_base(root: Path, tmp_path: Path) -> Path:
    """A copy of the base that examples stand in."""
    return Path(shutil.copytree(root / "tests" / "fixtures" / "example_base", tmp_path / "knowledge"))


def put(example: Example, folder: Path) -> None:
    path = folder / example.file
    if example.text is None:
        path.unlink()
    else:
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(example.text.encode("utf-8", "surrogateescape"))


def test_the_base_of_the_examples_is_clean(example_base: Path, checked: Check) -> None:
    assert checked(example_base).faults == ()


@pytest.mark.parametrize("rule", ALL, ids=lambda rule: rule.code)
def test_the_example_that_passes_does(rule: Rule[Any], example_base: Path, checked: Check) -> None:
    put(rule.passes, example_base)
    faults = checked(example_base).faults
    assert [str(fault) for fault in faults if not fault.warning or fault.code == rule.code] == []


@pytest.mark.parametrize("rule", ALL, ids=lambda rule: rule.code)
def test_the_example_that_fails_has_that_fault_and_no_other(
    rule: Rule[Any], example_base: Path, checked: Check
) -> None:
    put(rule.fails, example_base)
    faults = [fault for fault in checked(example_base).faults if not fault.warning or fault.code == rule.code]
    assert {(fault.code, fault.warning) for fault in faults} == {(rule.code, rule.warning)}
    assert all(fault.message and fault.hint for fault in faults)


def test_every_code_has_one_rule(root: Path) -> None:
    """Every code that stands in the engine is documented, and every rule is one that the engine has."""
    engine = [path for room in ("knowledge", "checking") for path in (root / "src/glutamine_bot" / room).rglob("*.py")]
    told = {code for path in engine for code in codes_in(path)}
    assert told == {rule.code for rule in ALL}


def codes_in(path: Path) -> set[str]:
    """The codes of faults that a module makes: given to `fault` or `Fault`, as a field `code`, or as its CODE."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        match node:
            case ast.Call(func=ast.Attribute(attr="fault"), args=[ast.Constant(value=str(code)), *_]):
                found.add(code)
            case ast.Call(func=ast.Name(id="Fault"), args=[_, _, _, ast.Constant(value=str(code)), *_]):
                found.add(code)
            case ast.Call(func=ast.Name(id="_at"), args=[_, _, ast.Constant(value=str(code)), *_]):
                found.add(code)
            case ast.Call(func=ast.Name(id="Single"), args=[_, _, _, ast.Constant(value=str(code)), *_]):
                found.add(code)
            case ast.AnnAssign(target=ast.Name(id="code"), value=ast.Constant(value=str(code))):
                found.add(code)
            case ast.Assign(targets=[ast.Name(id="CODE")], value=ast.Constant(value=str(code))):
                found.add(code)
    return found


def test_a_rule_without_its_documentation_is_refused() -> None:
    whole = few_phrasings.RULE
    assert registered(whole) == (whole,)
    for lacking in ({"finds": ""}, {"matters": " "}, {"fails": whole.passes}):
        with pytest.raises(ValueError, match="few-phrasings"):
            registered(replace(whole, **lacking))
    with pytest.raises(ValueError, match="two rules"):
        registered(whole, whole)
    with pytest.raises(TypeError):
        Rule[Any](code="bare", finds="Something.", matters="For no reason.")  # type: ignore[call-arg]
