"""Long texts with planted changes, made by seed: what the peers and storydiff are measured on.

`make(family, size, seed)` gives (source, target, truth). Families:
  revised      5 % of the words replaced, 5 % of the sentences inserted or deleted, 10 % of the paragraphs moved
  worst        half of all words replaced
  repetitive   one sentence in three is one of a few dozen, thousands of times; revised likewise
The truth names the target's paragraphs that were moved, where each of all its paragraphs stood, and the words that were
put in; every word put in is of a kind that stands nowhere else, so that what a tool marks can be told from what it should have.
"""
import pathlib
import random
import re

WORDNET = pathlib.Path("/usr/share/wordnet")  # wordnet-base, which the lexicon is made from as well
SYLLABLES = "ba bel cor da den dor el fa gar hin jo kel lan mar mo nel or pas quin ra sol tar ul ven wes yor zan".split()
PARTS = ("noun", "verb", "adj", "adv")


def definitions():
    """WordNet's definitions as lists of words: 117,000 clauses of plain English."""
    clauses = []
    for part in PARTS:
        for line in (WORDNET / f"data.{part}").read_text(encoding="utf-8").splitlines():
            if " | " in line:
                words = re.findall(r"[A-Za-z0-9'-]+", line.split(" | ", 1)[1].split('; "')[0])
                if 4 <= len(words) <= 20:
                    clauses.append(words)
    return clauses


class Writer:
    """Sentences of one to three definitions, so that there are more than any text needs."""

    def __init__(self, random_, repetitive):
        self.random = random_
        self.clauses = definitions()
        self.stock = [self.fresh() for _ in range(40)] if repetitive else []

    def fresh(self):
        words = list(self.random.choice(self.clauses))
        while len(words) < 10 or (len(words) < 20 and self.random.random() < 0.5):
            words += [self.random.choice(("and", "but", "while", "of")), *self.random.choice(self.clauses)]
        words[0] = words[0].capitalize()
        return words

    def sentence(self):
        if self.stock and self.random.random() < 1 / 3:
            return list(self.random.choice(self.stock))
        return self.fresh()

    def paragraph(self):
        return [self.sentence() for _ in range(self.random.randint(1, 4))]


def text_of(paragraphs):
    return "\n\n".join(" ".join(" ".join(sentence) + "." for sentence in paragraph) for paragraph in paragraphs) + "\n"


def make(family, size, seed=1):
    random_ = random.Random(f"{family} {size} {seed}")
    writer = Writer(random_, family == "repetitive")
    source = []
    written = 0
    while written < size:
        source.append(writer.paragraph())
        written += sum(len(" ".join(sentence)) + 2 for sentence in source[-1])
    replaced = 0.5 if family == "worst" else 0.05
    planted = []

    def put_in():
        planted.append("x" + "".join(random_.choice(SYLLABLES) for _ in range(3)) + "q")
        return planted[-1]

    target = []
    for number, paragraph in enumerate(source):
        revised = []
        for sentence in paragraph:
            chance = random_.random()
            if family != "worst" and chance < 0.025:
                continue
            if family != "worst" and chance < 0.05:
                revised.append([put_in() for _ in range(random_.randint(8, 20))])
            revised.append([put_in() if random_.random() < replaced else word for word in sentence])
        if revised:
            target.append((number, revised))
    moved = set()
    if family != "worst":
        for place in sorted(random_.sample(range(len(target)), len(target) // 10), reverse=True):
            moved.add(target[place][0])
        staying = [entry for entry in target if entry[0] not in moved]
        for entry in (entry for entry in target if entry[0] in moved):
            staying.insert(random_.randint(0, len(staying)), entry)
        target = staying
    truth = {
        "moved": [place for place, (number, _) in enumerate(target) if number in moved],
        "base": [number for number, _ in target],
        "planted": planted,
    }
    return text_of(source), text_of([paragraph for _, paragraph in target]), truth
