"""Forty slips and more that an author may make, to be planted together in a draft of the second subject."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Slip:
    """A text of a file and what stands there after the slip; `mark` is of the line that is to be told of."""

    file: str
    old: str
    new: str
    code: str
    mark: str = ""


SUBJECT = {
    "bot.yaml": """\
name: chain_bot
subject:
  name: the bicycle chain
  names: [chain, bike chain, bicycle chain]
greeting: Hello, I am chain_bot. Ask me how to look after a bicycle chain; I answer from one leaflet.
disclaimers:
  general: [General advice.]
  dosing: [Ask a doctor before you swallow any oil.]
menu: [clean.how, oil.how]
replies:
  nearest: "What I do have:"
plausible:
  dose: ["0.1", "100"]
thresholds:
  answer: 0.5
  clarify: 0.3
""",
    "facts.yaml": """\
leaflet:
  Cleaning:
    clean-when: A chain is best cleaned when it looks black or sounds gritty.
    clean-how: Wipe it with a rag, brush it with a degreaser, rinse and dry it.
  Oiling:
    oil-often: Oil the chain after every wet ride, and otherwise every two or three weeks.
    oil-which: Use bicycle chain oil; cooking oil turns to glue.
    oil-wipe: Wipe off what stays on the outside, as it only gathers dirt.
    oil-amount: From 2 to 5 g of oil are enough for one chain.
    oil-most: More than 9 g of oil only drips.
  Wear:
    wear-gauge: A worn chain is longer; a chain gauge that drops in shows that it is due.
    wear-rust: Light rust can be brushed off; a chain with stiff links should be replaced.
    wear-skip: A chain that skips over the teeth is worn.
    wear-noise: A dry chain squeaks.
    wear-life: A chain lasts for some thousands of kilometres.
""",
    "topics/more.yaml": """\
oil.amount:
  question: What amount of oil does a chain need?
  ask: [drops of oil, grams of oil, a lot or a little, one spoon, amount for a chain, how much lubricant, too oily,
    sparing with oil]
  answer: >-
    A thin film will do for the rollers
    and between the plates: from 2 to 5 g of oil.
  facts: [oil-amount, oil-most]
  dosing: true
  related: [oil.how]
skip.why:
  question: What makes the chain jump?
  ask: [it jumps over teeth, skipping gears, slipping under load, jumps uphill, teeth skipped, pedals slip, loses grip,
    clunk when I stand up]
  answer: A worn chain skips over the teeth.
  facts: [wear-skip]
  personal: false
  reason: wear.replace
noise.why:
  question: What does a squeak mean?
  ask: [it squeaks, squealing noise, creaking sound, it chirps, loud pedalling, noisy drivetrain, annoying sounds,
    silence the squeak]
  answer: The chain is dry.
  facts: [wear-noise]
  about: [rust]
life.long:
  question: What distance is usual for one chain?
  ask: [kilometres per chain, mileage, how far until worn out, distance before changing, average life in miles,
    years of use, thousand kilometres, expected distance]
  answer: Some thousands of kilometres.
  facts: [wear-life]
  yields: false
""",
    "limits.yaml": """\
usual:
  who: riders
  purpose: oiling
  low: 2 g
  high: 5 g
  label: usual
  says: From 2 to 5 g are enough.
  figure: the usual 2-5 g
  fact: oil-amount
  topic: oil.amount
most:
  who: everyone
  purpose: any
  high: 9 g
  ceiling: true
  label: most
  says: More than 9 g only drips.
  figure: the 9 g that drip
  fact: oil-most
  topic: oil.amount
per-chain:
  who: teams
  purpose: racing
  low: 0.002 kg
  high: 5000 mg
  label: racing
  says: Up to 5 g for a race.
  figure: the 5 g for a race
  fact: oil-amount
  topic: oil.amount
""",
    "safety.yaml": """\
words:
  finger: finger, thumb, hand
  stuck: stuck, trapped, caught
contexts:
  small: {signs: "child, toddler", concepts: child}
amounts:
  litre: {words: litre+, sizes: {flood: 1}}
numbers: {two: 2}
kinds:
  trapped:
    signs: <finger> .. <stuck>
    reply: Do not turn the pedals. Call for help.
  swallowed:
    together: |
      flood + small
    reply: Call poison control.
    self_harm: false
excuses:
  idioms: stuck in traffic
""",
    "vocabulary/medicines.yaml": """\
hand cream:
  names: [hand cream, skin cream]
  medicines: [lanolin, [petroleum jelly, vaseline]]
""",
    "vocabulary/words.yaml": """\
synonyms:
  oil: [lube, lubricant]
  replace: [swap, change]
  worn: [tired, done for]
  squeak: [peep]
""",
}

_MORE = "topics/more.yaml"
_WEAR = "topics/wear.yaml"
PLANTED = (
    Slip("gaps.yaml", "disc brake]", "disc brake, puppy]", "duplicate-name"),
    Slip("bot.yaml", "menu: [clean.how", "menu: [clean.who", "dangling-id"),
    Slip("bot.yaml", 'nearest: "What I do have:"', 'nearest: "What I have of {it}:"', "reply-template"),
    Slip("bot.yaml", "answer: 0.5", "answer: 50%", "wrong-type"),
    Slip("bot.yaml", 'dose: ["0.1", "100"]', 'dose: ["100", "0.1"]', "wrong-type"),
    Slip("bot.yaml", "Ask me how to look after", "Ask me: how to look after", "syntax"),
    Slip("sources.yaml", "Cleaning, Oiling, Wear]", "Cleaning, Oiling, Wear, Storage]", "uncited-section"),
    Slip("sources.yaml", "  title: Looking", "  review_by: 2001-01-01\n  title: Looking", "review-due"),
    Slip("facts.yaml", "  Oiling:\n", "  Oiling:\n    oil-new: Nobody is told.\n", "unused-fact", "oil-new: Nobody"),
    Slip("facts.yaml", "wear-life: A chain lasts for some thousands of kilometres.", "wear-life: 5000", "wrong-type"),
    Slip("smalltalk.yaml", "ask: [thanks", "ask: [thanks, Oiling!", "duplicate-phrasing"),
    Slip(
        "topics/care.yaml", "facts: [clean-when, clean-how]", "facts: [clean-when, clean-how, clean-wen]", "dangling-id"
    ),
    Slip("topics/care.yaml", "  reason: clean.how", "  reasons: clean.how", "unknown-key"),
    Slip("topics/care.yaml", "question: How often should I oil", "question: &q How often should I oil", "alias"),
    Slip("topics/care.yaml", "which oil, can", "which oil, is 3 g enough, can", "unflagged-dose"),
    Slip("gaps.yaml", "where to buy one", "washing the chain", "near-duplicate"),
    Slip(_WEAR, "facts: [wear-gauge]", "facts: [wear-gauge", "syntax"),
    Slip(_WEAR, "about: [rust]", "about: [rust]\n  about: []", "duplicate-key", "about: []"),
    Slip(_MORE, "from 2 to 5 g of oil.", "from 2 to 50 g of oil.", "unsourced-figure"),
    Slip(_MORE, "  dosing: true", "  dosing: true\n  personal: yes", "wrong-type", "personal: yes"),
    Slip(_MORE, "skip.why:", "Skip why:", "bad-id"),
    Slip(_MORE, "  reason: wear.replace", "\treason: wear.replace", "syntax"),
    Slip(_MORE, "    silence the squeak]", "    12: silence]", "wrong-type"),
    Slip(_MORE, "  answer: The chain is dry.", "  answer: !!str The chain is dry.", "tag"),
    Slip(_MORE, "  answer: Some thousands of kilometres.\n", "", "missing-key", "life.long:"),
    Slip("limits.yaml", "low: 2 g\n  high: 5 g", "low: 5 g\n  high: 2 g", "reversed-range"),
    Slip("limits.yaml", "high: 9 g", "high: 9", "bad-amount", "high: 9\n"),
    Slip("limits.yaml", "low: 0.002 kg", "low: -2 g", "bad-amount"),
    Slip("limits.yaml", "high: 5000 mg", "high: 5 spoons", "bad-amount"),
    Slip("limits.yaml", "  ceiling: true", "  ceiling: 'true'", "wrong-type"),
    Slip("limits.yaml", "topic: oil.amount\nmost:", "topic: oil.amuont\nmost:", "dangling-id"),
    Slip("gaps.yaml", "nearest: [clean.how]", "nearest: clean.how", "wrong-type"),
    Slip("gaps.yaml", "  note: It says only", "  note: '", "syntax"),
    Slip("gaps.yaml", "facts: [wear-gauge]", "facts: [wear-guage]", "dangling-id"),
    Slip("smalltalk.yaml", "reply: You", "replly: You", "unknown-key"),
    Slip("safety.yaml", "<finger> .. <stuck>", "<fingr> .. <stuck>", "bad-pattern"),
    Slip("safety.yaml", "      flood + small", "      flood + tiny", "bad-pattern"),
    Slip("safety.yaml", "self_harm: false", "self_harm: no", "wrong-type"),
    Slip("safety.yaml", "{two: 2}", "{two: twice}", "wrong-type"),
    Slip("safety.yaml", "idioms: stuck in traffic", "idioms: stuck in traffic ..", "bad-pattern"),
    Slip("vocabulary/words.yaml", "replace: [swap, change]", "replace: [swap, change, lube]", "duplicate-name"),
    Slip("vocabulary/words.yaml", "  worn: [tired, done for]", "  worn: tired", "wrong-type"),
    Slip("vocabulary/words.yaml", "squeak: [peep]", "squeak: [peep, Squeak]", "idle-synonym"),
    Slip("vocabulary/concepts.yaml", "kind: condition", "kind: illness", "wrong-type"),
    Slip("vocabulary/concepts.yaml", "facts: [wear-rust]", "facts: [wear-rut]", "dangling-id"),
    Slip("vocabulary/kinds.yaml", "topic: oil.how", "topic: oil.who", "dangling-id"),
    Slip("vocabulary/medicines.yaml", "  medicines: [lanolin,", "  medicine: [lanolin,", "unknown-key"),
    Slip("vocabulary/others.yaml", "substances: [wax,", "substances: [wax, 'Wax',", "duplicate-id"),
)
