"""The files that a knowledge base may have, and what each is read with."""

from typing import Any, Final, Generic, TypeVar

from glutamine_bot.domain.concepts import ConceptKind
from glutamine_bot.domain.values import frozen
from glutamine_bot.knowledge import formats
from glutamine_bot.knowledge.decoding import LINES, TEXT, Reader
from glutamine_bot.knowledge.documents import Documents
from glutamine_bot.knowledge.entries import Entry, Records, Section
from glutamine_bot.knowledge.files import TOPICS
from glutamine_bot.knowledge.heading import IDS, Headed, Keys
from glutamine_bot.knowledge.nodes import Faults
from glutamine_bot.knowledge.red_flag_formats import RED_FLAGS

T = TypeVar("T")


@frozen
class FileFormat(Generic[T]):
    """What a file is called (a folder of such files where the name ends with a slash), holds, and is read with."""

    name: str
    holds: str
    read: Reader[T]

    def values(self, documents: Documents, faults: Faults) -> tuple[T, ...]:
        """What each file says."""
        return tuple(self.read(node, faults) for node in documents.get(self.name).nodes)


def read_section(documents: Documents, file: FileFormat[tuple[Entry[T], ...]], faults: Faults) -> Section[T]:
    """The entries of a file, or of all of a folder's."""
    entries = tuple(entry for found in file.values(documents, faults) for entry in found)
    document = documents.get(file.name)
    return Section(entries, document.whole, document.lost)


BOT_FILE = FileFormat("bot.yaml", "name, greeting and disclaimers, and the names of the subject", formats.BOT)
SOURCES_FILE = FileFormat("sources.yaml", "the documents, and their sections in order", Records(formats.SOURCE))
FACTS_FILE = FileFormat(
    "facts.yaml", "what the documents say, under document and section", Headed(Headed(Headed(TEXT, IDS)))
)
TOPICS_FILES = FileFormat(TOPICS, "the questions that are answered", Records(formats.TOPIC))
GAPS_FILE = FileFormat("gaps.yaml", "what people ask and the documents do not say", Records(formats.GAP))
LIMITS_FILE = FileFormat("limits.yaml", "the dose figures", Records(formats.LIMIT))
SMALLTALK_FILE = FileFormat("smalltalk.yaml", "greetings, thanks, questions about the bot", Records(formats.SMALLTALK))
OTHER_SUBJECTS_FILE = FileFormat(
    "other_subjects.yaml", "what people ask that is about other subjects, by theme", Headed(LINES)
)
SAFETY_FILE = FileFormat("safety.yaml", "the signs of an emergency, and what is said then", RED_FLAGS)
SAFETY_EXAMPLES_FILE = FileFormat(
    "safety_examples.yaml", "lines typed in an emergency, and harmless ones, to learn from", Headed(LINES)
)
WORDS_FILE = FileFormat("vocabulary/words.yaml", "words that mean the same", formats.SYNONYMS)
KINDS_FILE = FileFormat(
    "vocabulary/kinds.yaml",
    "what is said of all concepts of a kind alike",
    Records(formats.KIND_DEFAULTS, Keys(known=tuple(ConceptKind))),
)
CONCEPTS_FILE = FileFormat("vocabulary/concepts.yaml", "people and conditions to be noticed", Records(formats.CONCEPT))
MEDICINES_FILE = FileFormat("vocabulary/medicines.yaml", "medicines by class", Headed(formats.MEDICINE_CLASS))
OTHERS_FILE = FileFormat("vocabulary/others.yaml", "other substances, and animals", formats.OTHERS)

FILES: Final[tuple[FileFormat[Any], ...]] = (
    BOT_FILE,
    SOURCES_FILE,
    FACTS_FILE,
    TOPICS_FILES,
    GAPS_FILE,
    LIMITS_FILE,
    SMALLTALK_FILE,
    OTHER_SUBJECTS_FILE,
    SAFETY_FILE,
    SAFETY_EXAMPLES_FILE,
    WORDS_FILE,
    KINDS_FILE,
    CONCEPTS_FILE,
    MEDICINES_FILE,
    OTHERS_FILE,
)
"""Every file that a knowledge base may have."""
