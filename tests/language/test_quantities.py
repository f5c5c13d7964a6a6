"""Amounts in a line: what is read, in what dimension, and what is no amount."""

from fractions import Fraction
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from glutamine_bot.domain.quantity import Bound, Dimension, Quantity, day_total
from glutamine_bot.language.normalizing import MAX_CHARACTERS
from glutamine_bot.language.quantities import QuantityReader
from glutamine_bot.language.quantity_line import MAX_QUANTITIES
from glutamine_bot.language.quantity_tokens import TokenLine

ENGLISH = Path(__file__).parents[2] / "src" / "glutamine_bot" / "english"
UNITS = yaml.safe_load((ENGLISH / "units.yaml").read_text(encoding="utf-8"))
READER = QuantityReader(UNITS, {"dose": ["0.1", "100"], "per_kg": ["0.01", "3"]})

OUNCE = "28.349523125"
POUND = "0.45359237"


def only(line: str) -> Quantity:
    amounts = READER.read(line)
    assert len(amounts) == 1, amounts
    return amounts[0]


DOSES = """
20 grams a day | 20
20g/day | 20
20g/day?? | 20
12000mg/d of the powder | 12
would eighteen grams daily be alright | 18
5g twice a day | 5
3x5g | 15
3 x 5 g | 15
5g x 3 | 15
5gx3 | 15
5 g x3 | 15
5×3 g | 15
1,500 mg x 3 | 4.5
10-15 g | 10-15
10 - 15 g | 10-15
10\u201315 g | 10-15
10g-15g | 10-15
10 g to 15 g | 10-15
500 mg - 1 g | 0.5-1
between 10 and 15 grams | 10-15
between 10 g and 15 g | 10-15
from 10 to 15 grams | 10-15
ten to twelve grams split in two, any objection? | 10-12
fifteen to twenty grams | 15-20
5 or 10 grams?? | 5-10
5/10 g | 5-10
15-10 g | 10-15
twenty-five g | 25
twenty five grams | 25
a hundred grams | 100
one hundred g | 100
0.5 g | 0.5
.5 g | 0.5
ok so .5g | 0.5
0,5 g | 0.5
1.5 g | 1.5
1,5 g | 1.5
1,000 mg | 1
1 000 mg | 1
12,500 mg | 12.5
10 grammes | 10
30gr | 30
5 gms | 5
five-gram portion | 5
half a gram, does that even count? | 0.5
half gram | 0.5
three quarters of a gram | 0.75
three-quarters of a gram | 0.75
one and a half grams | 1.5
2 and a half grams | 2.5
2½ g | 2.5
½ g | 0.5
1 1/2 g | 1.5
3/4 g | 0.75
two point five grams | 2.5
a gram and a half | 1.5
a couple of grams | 2
\uff11\uff15 g | 15
two 500 mg capsules | 1
2 500mg caps | 1
2 x 500 mg capsules | 1
four 750mg capsules daily ok? | 3
4 caps of 750mg | 3
2 scoops of 5 g | 10
2 scoops, 5 g each | 10
took 2 caps (500 mg each) | 1
2 capsules 500 mg | 1
three doses of 5 g | 5
three 5 g doses | 15
double 5 g | 10
half of 10 g | 5
two of the 500 mg capsules | 1
a 500 mg capsule | 0.5
500 mg capsules x 2 | 1
a 5 g scoop | 5
should i split my 10 grams | 10
took5g just now | 5
can I go up to 12 g | 12
the 14 g limit | 14
the 15 gram study of patients | 15
"""


def table(rows: str) -> list[list[str]]:
    return [[cell.strip() for cell in row.rsplit("|", 1)] for row in rows.strip().splitlines()]


def figures(said: str) -> tuple[Fraction, Fraction]:
    ends = [Fraction(end) for end in said.split("-")]
    return ends[0], ends[-1]


@pytest.mark.parametrize(("line", "grams"), table(DOSES))
def test_a_dose_is_read_in_exact_grams(line: str, grams: str) -> None:
    amount = only(line)
    assert amount.dimension is Dimension.DOSE
    assert (amount.low, amount.high) == figures(grams)
    assert not amount.doubtful


@pytest.mark.parametrize(
    ("line", "ounces"),
    [("an ounce", 1), ("half an ounce a day", "1/2"), ("quarter of an ounce", "1/4"), ("0,5 oz", "1/2"), ("2 oz", 2)],
)
def test_ounces_have_their_exact_weight(line: str, ounces: str) -> None:
    assert only(line).low == Fraction(ounces) * Fraction(OUNCE)


RHYTHMS = """
20 grams a day | 1
20g/day | 1
20 g per day | 1
20g daily | 1
30g glutamine pd | 1
12000mg/d | 1
10 g of the powder a day | 1
15g a day for 8 weeks | 1
5g twice a day | 2
5 g twice daily | 2
5 g, twice a day | 2
5 g (twice a day) | 2
5g bd | 2
5g b.i.d. | 2
5 g 2x a day | 2
5 g 2x/day | 2
5g 2x | 2
5 g morning and evening | 2
5 g in the morning and at night | 2
5g before and after training | 2
5 g for 8 weeks twice a day | 2
twice a day I take 5 g | 2
morning and night 5 g | 2
2.5 grams four times daily | 4
2.5 grams 4 times a day | 4
4 times a day 2.5 grams | 4
5 g every 6 hours | 4
5 g every eight hours | 3
5 g three times | 3
500mg tds | 3
5 grams with breakfast, lunch and dinner | 3
5 g each time, three times a day | 3
three doses of 5 g | 3
two doses of 5 g in a day | 2
5 g per dose, 3 doses a day | 3
daily dose of 5 g | 1
every day I take 20 g | 1
100 g a week | 1/7
10 g 3 times a week | 3/7
5 g every other day | 1/2
5 g every two days | 1/2
5 g | -
5 g for my gut | -
on dialysis three times a week, is 5 g ok | -
5 g while training twice a day | -
10 g over two servings | -
"""


@pytest.mark.parametrize(("line", "per_day"), table(RHYTHMS))
def test_how_often_is_read_in_doses_a_day(line: str, per_day: str) -> None:
    assert only(line).per_day == (None if per_day == "-" else Fraction(per_day))


PER_KG = """
0.5 g/kg | 0.5
.5g per kilo | 0.5
0,5 g per kilo normal | 0.5
half a gram per kilo | 0.5
the half-gram-per-kilo amount | 0.5
0.7 g/kg/day | 0.7
0.5g per kg of body weight per day | 0.5
0.5 g for each kilogram | 0.5
0.5 g a kilo | 0.5
500 mg/kg | 0.5
5 g per 10 kg | 0.5
"""


@pytest.mark.parametrize(("line", "grams"), table(PER_KG))
def test_a_dose_for_each_kilogram_is_marked(line: str, grams: str) -> None:
    amount = only(line)
    assert amount.per_kg
    assert amount.low == amount.high == Fraction(grams)


def test_a_dose_for_each_pound_is_worked_out_for_a_kilogram() -> None:
    assert only("half a gram per pound").low == Fraction("0.5") / Fraction(POUND)


WEIGHTS = """
for someone of 82 kg | 82
82kg | 82
I'm 80 kilos | 80
I weigh about 70kg | 70
I weigh 82 kg | 82
my son weighs 25 kg | 25
for a 70 kg man, what | 70
a 50 kilo woman | 50
a 70-kg person | 70
how much should I take at 80 kg | 80
50 kilos. what dose? | 50
toddler 12kg how much | 12
"""


@pytest.mark.parametrize(("line", "kilograms"), table(WEIGHTS))
def test_a_body_weight_is_read_in_kilograms(line: str, kilograms: str) -> None:
    amount = only(line)
    assert amount.dimension is Dimension.BODY_WEIGHT
    assert amount.low == Fraction(kilograms)
    assert not amount.doubtful


@pytest.mark.parametrize(
    ("line", "pounds"),
    [
        ("150 lb", 150),
        ("I'm 150 pounds", 150),
        ("185 lb male", 185),
        ("kid 44 lb, dose?", 44),
        ("11 stone", 154),
        ("11st", 154),
        ("i weigh 11 stone, how much", 154),
        ("11 st 4", 158),
        ("11 stone 4 lb", 158),
        ("I'm 12 stone 7, how much", 175),
        ("twelve and a half stone", 175),
    ],
)
def test_pounds_and_stones_have_their_exact_weight(line: str, pounds: int) -> None:
    amount = only(line)
    assert (amount.dimension, amount.low) == (Dimension.BODY_WEIGHT, pounds * Fraction(POUND))


def test_a_weight_without_its_unit_is_doubtful() -> None:
    amount = only("i weigh 140")
    assert (amount.dimension, amount.low, amount.doubtful) == (Dimension.BODY_WEIGHT, Fraction(140), True)


AGES = """
she's 6 | 6
he's eight | 8
6 year old | 6
my 9yo | 9
9 y/o boy | 9
15 yr old | 15
aged 70 | 70
70-year-old dad | 70
a four year old | 4
my dad has it, he's 71 | 71
my daughter is 25 and fit | 25
my daughter's 25 and fit | 25
my daughter (22) wants it | 22
son, 13, epilepsy | 13
son 9 took some | 9
her lad, nine, could have it | 9
a healthy woman of 55 | 55
memory loss dad 78 would it help | 78
I'm 43, healthy | 43
im 11 years old | 11
he's 19 now | 19
she's turning 40 | 40
he's only 18 months | 1.5
6 months old | 0.5
a 3 month old | 0.25
6 and a half years old | 6.5
he's seventy four and stubborn | 74
"""


@pytest.mark.parametrize(("line", "years"), table(AGES))
def test_an_age_is_read_in_years(line: str, years: str) -> None:
    amount = only(line)
    assert (amount.dimension, amount.low) == (Dimension.AGE, Fraction(years))


@pytest.mark.parametrize(
    ("line", "age", "weight"),
    [("is 9 and 30 kg", 9, 30), ("she is 6 and 20 kg", 6, 20), ("She's ten, about 31 kilos", 10, 31)],
)
def test_an_age_and_a_weight_stand_side_by_side(line: str, age: int, weight: int) -> None:
    first, second = READER.read(line)
    assert (first.dimension, first.low) == (Dimension.AGE, Fraction(age))
    assert (second.dimension, second.low) == (Dimension.BODY_WEIGHT, Fraction(weight))


PIECES = """
a scoop | 1 scoop
a scoop and a half a day | 1.5 scoop
a scoop or two | 1-2 scoop
2 heaped spoons | 2 spoon
a level teaspoon | 1 teaspoon
1/2 tsp | 0.5 teaspoon
three tablespoons of powder | 3 tablespoon
is a double scoop fine | 2 scoop
two and a half scoops | 2.5 scoop
a couple of scoops | 2 scoop
can I take six capsules a day | 6 capsule
HELP I TOOK LIKE 60 PILLS | 60 pill
is it 2 or 3 servings | 2-3 serving
ate a handful | 1 handful
"""


@pytest.mark.parametrize(("line", "pieces"), table(PIECES))
def test_pieces_stay_pieces(line: str, pieces: str) -> None:
    count, unit = pieces.split()
    amount = only(line)
    assert (amount.dimension, amount.unit) == (Dimension.UNWEIGHED, unit)
    assert (amount.low, amount.high) == figures(count)


@pytest.mark.parametrize(("line", "millilitres"), [("100 ml", 100), ("half a litre", 500), ("5 cl of it", 50)])
def test_volumes_are_millilitres(line: str, millilitres: int) -> None:
    amount = only(line)
    assert (amount.dimension, amount.low) == (Dimension.VOLUME, Fraction(millilitres))


BARE = """
is 14 too much | 14
would 18 be ok | 18
more than 14? | 14
no wait, fourteen | 14
10 to 15 | 10-15
so as an adult I can have 25 | 25
30 a day, is that mad | 30
and 5 twice a day? | 5
is 30 fine for me | 30
you said 14 max | 14
so three of those? | 3
"""


@pytest.mark.parametrize(("line", "value"), table(BARE))
def test_a_number_without_a_unit_is_left_to_the_talk(line: str, value: str) -> None:
    amount = only(line)
    assert amount.dimension is Dimension.BARE
    assert (amount.low, amount.high) == figures(value)


NOTHING = """5g network
the 5G towers
at 5 pm
at 7
levothyroxine at 7, glutamine at 8. Leave a gap?
since 2020
in 2015, none since
it was 2015
stage 3 CKD
stage 3b CKD
hep C
type 2 diabetes
bipolar 2
2 weeks
20 weeks pregnant
I'm 20 weeks pregnant
she's 8 months pregnant
3 months postpartum
three years clean
24/7
16:8 fasting
120/80
100%
at 40%
forty percent
1st
2nd one
21st of May
12/05/2024
2024-05-12
1.2.3
\u00a320
$20
20 dollars
B12 and D3
omega 3 fish oil
omega-3
covid-19
vitamin b6
coq10 with statins
which one
one number. no words
tell me the two things
half my prednisone
my kidney stones
lost 2 stone
to lose 1lb a week
went up 2kg
how many days does a 500 g tub last
is there a cap on it
for 8 weeks
ten years ago
three times?
how much a day
as a double check
name all 20 amino acids
400m race
50k run
k1ll myself
5 l-glutamine
week 4
day 5 nothing
my eGFR is 38, can I
when he was six
explain it like I'm twelve
weeks one and two
I teach year 4
I'm 5 foot 10
a day at a time
half the tub
once upon a time
99999999999999999999 g
glutamine
"""


@pytest.mark.parametrize("line", [*NOTHING.splitlines(), "", "   ", "\x00", "\u00b2", "-", "..."])
def test_what_only_looks_like_an_amount_is_not_read(line: str) -> None:
    assert READER.read(line) == ()


@pytest.mark.parametrize(
    "line",
    [
        "15 kg a day",
        "5 mg",
        "is 14 mg ok",
        "5000 g",
        "a kilo of it",
        "take 2 lb",
        "5 mcg",
        "5 g/kg",
        "60 g twice a day",
    ],
)
def test_likely_slips_are_doubtful_doses(line: str) -> None:
    amount = only(line)
    assert amount.dimension is Dimension.DOSE
    assert amount.doubtful


def test_what_is_plausible_is_given_as_data() -> None:
    milligrams = QuantityReader(UNITS, {"dose": ["0.001", "1"]})
    assert not milligrams.read("5 mg")[0].doubtful
    assert milligrams.read("5 g")[0].doubtful
    assert not QuantityReader(UNITS).read("5 mg")[0].doubtful


@pytest.mark.parametrize(
    ("line", "grams"),
    [
        ("5g in the morning and 5 at night", 10),
        ("5 in the morning and 5 g at night", 10),
        ("7 g in the morning and 8 g at night, too much?", 15),
        ("5g before and 5g after training", 10),
        ("4 g at breakfast, 4 at lunch and 2 before bed", 10),
        ("5 g at 8 am and 5 g at 8 pm", 10),
    ],
)
def test_parts_of_a_day_add_up(line: str, grams: int) -> None:
    total = day_total(READER.read(line))
    assert total is not None
    assert total.daily() == (Fraction(grams), Fraction(grams))


@pytest.mark.parametrize("line", ["5 g twice a day", "5 g at night", "5 g or 10 g", "20 g a day, 10 g for her"])
def test_what_is_no_several_parts_has_no_total(line: str) -> None:
    assert day_total(READER.read(line)) is None


def test_the_content_of_several_spoons_is_not_multiplied_where_it_may_be_that_of_all() -> None:
    spoons, dose = READER.read("2 teaspoons (10 g)")
    assert (spoons.unit, dose.low) == ("teaspoon", Fraction(10))


def test_a_count_after_a_dosed_piece_counts_that_piece() -> None:
    each, count = READER.read("500mg capsules, 2 a day")
    assert (each.per_unit, count.dimension, count.unit) == ("capsule", Dimension.UNWEIGHED, "capsule")


def test_a_number_beside_an_amount_shares_its_unit() -> None:
    assert [(q.dimension, q.low) for q in READER.read("had 90g instead of 9")] == [
        (Dimension.DOSE, Fraction(90)),
        (Dimension.DOSE, Fraction(9)),
    ]
    assert [q.low for q in READER.read("5, 10 or 15 g")] == [5, 10]
    assert [q.dimension for q in READER.read("told me 5 grams, told her 15.")] == [Dimension.DOSE, Dimension.BARE]


@pytest.mark.parametrize(
    ("line", "piece"),
    [
        ("5 g per scoop", "scoop"),
        ("5g/scoop", "scoop"),
        ("a spoon is 5 g", "spoon"),
        ("each scoop is 5 g", "scoop"),
        ("my capsules are 500 mg each", "capsule"),
        ("they are 500 mg capsules", "capsule"),
        ("it says 500 mg each", "each"),
    ],
)
def test_what_a_piece_holds_is_no_amount_of_a_day(line: str, piece: str) -> None:
    assert only(line).per_unit == piece


@pytest.mark.parametrize(
    ("line", "bound"),
    [
        ("more than 14 g", Bound.OVER),
        ("over 14 g", Bound.OVER),
        ("less than 3 grams", Bound.UNDER),
        ("14 g", Bound.EXACT),
        ("children under 12", Bound.UNDER),
        ("up to 12 g", Bound.EXACT),
        ("no more than 14 g", Bound.EXACT),
    ],
)
def test_over_and_under_are_told_from_the_amount_itself(line: str, bound: Bound) -> None:
    assert only(line).bound is bound


def test_several_amounts_come_in_order() -> None:
    amounts = READER.read("I weigh 82 kg, I'm 40, is 18 g or two scoops too much, or 20?")
    assert [amount.dimension for amount in amounts] == [
        Dimension.BODY_WEIGHT,
        Dimension.AGE,
        Dimension.DOSE,
        Dimension.UNWEIGHED,
        Dimension.BARE,
    ]


def test_the_number_of_amounts_is_bounded() -> None:
    assert len(READER.read("5 g. " * 200)) == MAX_QUANTITIES


def plain(value: Fraction) -> str:
    return f"{float(value):.3f}".rstrip("0").rstrip(".")


AMOUNTS = st.integers(1, 999_999).map(lambda thousandths: Fraction(thousandths, 1000))
NAMES = st.sampled_from(
    [
        (Fraction(unit["grams"]), name)
        for id_, unit in UNITS["mass"].items()
        if id_ in ("g", "mg", "mcg", "oz")
        for name in unit["names"]
    ]
)
FORMS = st.sampled_from(["{}", "is {} ok", "I take {}", "({})", "what about {}?", "{}, please", "more than {} then"])


@given(AMOUNTS, NAMES, st.sampled_from(["{}{}", "{} {}", "{}-{}"]), FORMS)
def test_any_amount_in_any_unit_reads_back_exactly(
    value: Fraction, unit: tuple[Fraction, str], join: str, form: str
) -> None:
    said = join.format(plain(value), unit[1])
    amount = only(form.format(said))
    assert (amount.low, amount.high) == (value * unit[0], value * unit[0])
    assert amount.text == said


ONES = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")


def in_words(value: int, hyphen: str, joint: str) -> str:
    if value >= 100:
        rest = in_words(value % 100, hyphen, joint) if value % 100 else ""
        return f"{ONES[value // 100]} hundred" + (joint + rest if rest else "")
    if value < 20:
        return ONES[value]
    return TENS[value // 10] + (hyphen + ONES[value % 10] if value % 10 else "")


@given(st.integers(1, 999), st.sampled_from(["-", " "]), st.sampled_from([" ", " and "]), FORMS)
def test_any_number_in_words_reads_back_exactly(value: int, hyphen: str, joint: str, form: str) -> None:
    assert only(form.format(in_words(value, hyphen, joint) + " grams")).low == value


@given(AMOUNTS, AMOUNTS, st.sampled_from(["-", " to ", " - ", "\u2013", " or "]))
def test_any_range_reads_back_exactly(one: Fraction, other: Fraction, link: str) -> None:
    amount = only(f"{plain(one)}{link}{plain(other)} g")
    assert (amount.low, amount.high) == (min(one, other), max(one, other))


@given(st.integers(1, 20), AMOUNTS, st.integers(1, 12))
def test_any_count_of_pieces_and_times_reads_back_exactly(count: int, value: Fraction, times: int) -> None:
    amount = only(f"{count} x {plain(value)} g capsules {times} times a day")
    assert amount.daily()[0] == count * value * times


PIECES_OF_TEXT = (
    *(
        "5",
        "10",
        "0",
        "1/2",
        "24/7",
        ".5",
        "1,5",
        "g/kg",
        "/day",
        "%",
        "/",
        "'",
        "-",
        "x",
        "(",
        ")",
        ",",
        ".",
        "\u00bd",
    ),
    *(
        "and",
        "or",
        "to",
        "a",
        "an",
        "is",
        "she's",
        "I'm",
        "at",
        "of",
        "each",
        "per",
        "times",
        "before",
        "every",
        "half",
    ),
    *(
        "twice",
        "two",
        "hundred",
        "point",
        "g",
        "kg",
        "stone",
        "lb",
        "scoops",
        "capsules",
        "a day",
        "years old",
        "under",
    ),
)
WORDS = st.tuples(st.sampled_from(["", " "]), st.lists(st.sampled_from(PIECES_OF_TEXT), max_size=25)).map(
    lambda drawn: drawn[0].join(drawn[1])
)


@given(st.one_of(st.text(max_size=200), WORDS))
def test_any_text_is_read_with_spans_in_order(line: str) -> None:
    last = 0
    for amount in READER.read(line):
        assert last <= amount.start < amount.end <= len(line)
        assert line[amount.start : amount.end] == amount.text
        assert 0 <= amount.low <= amount.high
        last = amount.end


@pytest.mark.parametrize(
    "part",
    [
        "5 g ",
        "5 ",
        "twenty ",
        "1,",
        "1-",
        "half a ",
        "in the ",
        "x5",
        "a",
        "5",
        "5 and ",
        "about ",
        "a cap ",
        "1:",
        "1/",
        "1 000 ",
    ],
)
def test_the_work_grows_no_faster_than_the_line(part: str, monkeypatch: pytest.MonkeyPatch) -> None:
    looked_up = 0
    word = TokenLine.word

    def counting(line: TokenLine, place: int) -> str:
        nonlocal looked_up
        looked_up += 1
        return word(line, place)

    monkeypatch.setattr(TokenLine, "word", counting)

    def work(length: int) -> int:
        nonlocal looked_up
        looked_up = 0
        READER.read((part * MAX_CHARACTERS)[:length])
        return looked_up

    assert work(2000) <= 2.5 * work(1000) + 200
    assert work(4 * MAX_CHARACTERS) == work(MAX_CHARACTERS)
