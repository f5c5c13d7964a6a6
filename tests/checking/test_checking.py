"""The check finds everything in one run, blames nothing else for it, and goes on whatever the files hold."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from glutamine_bot.checking.checking import Report, check
from tests.checking.planting import PLANTED, SUBJECT
from tests.support.drafts import Draft

Check = Callable[[Path], Report]
TODAY = date(2030, 6, 15)
CONTENT = st.recursive(
    st.none() | st.booleans() | st.integers() | st.sampled_from(["a", "wear.rust", "<a>", "a | b", "..", "2 g", ""]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["kinds", "words", "signs", "reply", "together", "ask", "synonyms", "a"]), inner
        )
    ),
    max_leaves=10,
)


def places(report: Report, draft: Draft) -> list[str]:
    return [f"{draft.name_of(fault.path)}:{fault.line} {fault.code}" for fault in report.faults]


def test_forty_faults_in_one_run_are_each_told_once_and_nothing_else(draft: Draft, checked: Check) -> None:
    for name, text in SUBJECT.items():
        draft.write(name, text)
    assert places(checked(draft.folder), draft) == []
    for slip in PLANTED:
        draft.replace(slip.file, slip.old, slip.new)
    assert len(PLANTED) >= 40
    expected = sorted(f"{slip.file}:{line_of(draft, slip.file, slip.mark or slip.new)} {slip.code}" for slip in PLANTED)
    assert sorted(places(checked(draft.folder), draft)) == expected


def line_of(draft: Draft, file: str, mark: str) -> int:
    """The line in which the first line of a text stands that is in the file but once."""
    text = (draft.folder / file).read_text(encoding="utf-8", errors="surrogateescape")
    assert text.count(mark) == 1, mark
    return text[: text.index(mark)].count("\n") + 1


@pytest.mark.parametrize(("day", "due"), [("2030-06-14", True), ("2030-06-15", False), ("2030-06-16", False)])
def test_a_review_is_due_after_its_day(draft: Draft, checked: Check, day: str, *, due: bool) -> None:
    draft.replace("sources.yaml", "  title:", f"  review_by: {day}\n  title:")
    assert ("sources.yaml:2 review-due" in places(checked(draft.folder), draft)) is due


@pytest.mark.parametrize("day", ["2030-02-30", "next year", "14.6.2030", "2030"])
def test_a_day_is_one_of_the_calendar(draft: Draft, checked: Check, day: str) -> None:
    draft.replace("topics/wear.yaml", "  question: When", f"  review_by: {day}\n  question: When")
    assert places(checked(draft.folder), draft) == ["topics/wear.yaml:2 wrong-type"]


@pytest.mark.parametrize(
    ("synonyms", "told"),
    [
        ("oil: [Oil]", "'Oil' is the same as 'oil' already"),
        ("link: [hoop]\n  wear: [link]", "'link' is itself read as 'wear'"),
        ("spaceship: [rocket]", "no way to ask has 'spaceship' in it"),
        ("oil: [abt]", "is read as 'about' before"),
        ("oil: [rusty]", "is read as 'rust' before"),
        ("oil: [grease]", ""),
    ],
)
def test_a_synonym_without_effect_is_told_with_the_reason(
    draft: Draft, checked: Check, synonyms: str, told: str
) -> None:
    draft.write("vocabulary/words.yaml", f"synonyms:\n  {synonyms}\n")
    messages = [fault.message for fault in checked(draft.folder).faults if fault.code == "idle-synonym"]
    assert len(messages) == bool(told)
    assert all(told in message for message in messages)


@pytest.mark.parametrize(
    ("phrasing", "near"),
    [
        ("how can i clean it", True),  # "how to clean it" but for a small word more
        ("chain gauges", True),
        ("chain guage", False),  # two letters exchanged are corrected before anything is matched
        ("how to sell it", False),
        ("chain price", False),
    ],
)
def test_what_is_nearly_asked_elsewhere(draft: Draft, checked: Check, phrasing: str, *, near: bool) -> None:
    draft.replace("gaps.yaml", "how much is a chain", phrasing)
    draft.replace("topics/care.yaml", "how to clean it", "how do i clean it")
    assert ("near-duplicate" in {fault.code for fault in checked(draft.folder).faults}) is near


def test_a_figure_is_told_at_its_own_line(draft: Draft, checked: Check) -> None:
    draft.advise()
    draft.replace("facts.yaml", "Oil the chain after", "Oil the chain with 2 to 5 g after")
    draft.replace("topics/care.yaml", "    to glue, and wipe", "    to glue, take 2-50 g of it, and wipe")
    draft.replace("topics/care.yaml", "  reason: clean.how", "  reason: clean.how\n  dosing: true")
    (fault,) = checked(draft.folder).faults
    assert (fault.line, fault.code) == (12, "unsourced-figure")
    assert (draft.folder / "topics/care.yaml").read_text().splitlines()[11][fault.column - 1 :].startswith("50 g")


@pytest.mark.parametrize("name", ["bot.yaml", "facts.yaml", "sources.yaml"])
def test_a_missing_file_is_all_that_is_told(draft: Draft, checked: Check, name: str) -> None:
    (draft.folder / name).unlink()
    assert places(checked(draft.folder), draft) == [f"{name}:1 missing-file"]


def test_every_file_may_be_missing(tmp_path: Path, checked: Check) -> None:
    report = checked(tmp_path)
    assert [fault.code for fault in report.faults] == ["missing-file"] * 4
    assert (report.files, report.topics) == (0, 0)


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(name=st.sampled_from(["safety.yaml", "vocabulary/words.yaml", "topics/wear.yaml", "bot.yaml"]), content=CONTENT)
def test_any_content_is_checked_to_the_end(draft: Draft, name: str, content: object) -> None:
    before = (draft.folder / name).read_bytes() if (draft.folder / name).exists() else b""
    draft.write(name, json.dumps(content))
    report = check(draft.folder, TODAY)
    draft.write(name, before)
    assert report.whole
    assert all(fault.line >= 1 and fault.column >= 1 and fault.message for fault in report.faults)
