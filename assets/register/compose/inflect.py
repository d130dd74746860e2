"""Forms that the matcher cannot reach by cutting a suffix: Russian cases, German and French agreement, Arabic nisba.

Belongs here: regular inflection of names and adjectives. Exceptions stand in the source tables as words of their own.
"""

from functools import cache

import pymorphy3

CASES = ("nomn", "gent", "datv", "accs", "ablt", "loct")
ADJECTIVE = {"ADJF", "PRTF"}
FLEXIBLE = {*ADJECTIVE, "NOUN"}


@cache
def _analyser() -> pymorphy3.MorphAnalyzer:
    return pymorphy3.MorphAnalyzer(lang="ru")


def russian_cases(phrase: str) -> list[str]:
    """Decline the head of a Russian noun phrase with its adjectives; what follows the head stays as it is.

    Args:
        phrase: in the nominative, like `Шанхайская организация сотрудничества`.

    Returns:
        All different forms, the nominative first; only the phrase itself when its head is not declinable.
    """
    words = phrase.split(" ")
    head = _head_length(words)
    forms = [phrase]
    for case in CASES[1:]:
        inflected = [_inflect(word, case, at + 1 < len(words)) for at, word in enumerate(words[:head])]
        if all(inflected):
            forms.append(" ".join([*(word or "" for word in inflected), *words[head:]]))
    return list(dict.fromkeys(forms))


def russian_locative(phrase: str) -> str:
    """Give the form of a Russian name that stands behind `в`; the name itself where it is not declined."""
    words = phrase.split(" ")
    inflected = [_inflect(word, "loct", at + 1 < len(words)) for at, word in enumerate(words)]
    return " ".join(word or "" for word in inflected) if all(inflected) else phrase


def russian_adjective(lemma: str) -> list[str]:
    """Give every form of a Russian adjective (gender, number, case)."""
    parse = next((p for p in _analyser().parse(lemma) if p.tag.POS in ADJECTIVE), None)
    if parse is None:
        return [lemma]
    forms = (form.word for form in parse.lexeme if form.tag.POS in ADJECTIVE and "Supr" not in form.tag)
    return list(dict.fromkeys([lemma, *(form.replace("ё", "е") for form in forms)]))


def russian_noun(lemma: str) -> list[str]:
    """Give every form of a Russian noun, singular and plural."""
    parse = _parse(lemma, more=False)
    if parse is None:
        return [lemma]
    return list(dict.fromkeys([lemma, *(form.word.replace("ё", "е") for form in parse.lexeme)]))


def _head_length(words: list[str]) -> int:
    for position, word in enumerate(words):
        parse = _parse(word, position + 1 < len(words))
        if parse is None:
            return position
        if parse.tag.POS == "NOUN":
            joined = position + 2 < len(words) and words[position + 1] == "и" and _parse(words[position + 2], more=False)
            return position + 3 if joined else position + 1
    return len(words)


def _parse(word: str, more: bool) -> pymorphy3.analyzer.Parse | None:
    """Choose the reading of a word: an adjective where more words follow, else a place, else the likeliest."""
    if word.isupper() and len(word) > 1:
        return None
    fitting = [p for p in _analyser().parse(word.lower()) if p.tag.POS in FLEXIBLE and p.tag.case == "nomn"]
    fitting.sort(key=lambda p: p.normal_form == "больший")
    adjectives = [p for p in fitting if more and p.tag.POS in ADJECTIVE]
    places = [p for p in fitting if "Geox" in p.tag]
    return (adjectives or places or fitting or [None])[0]


def _inflect(word: str, case: str, more: bool) -> str | None:
    if word == "и":
        return word
    parse = _parse(word, more)
    if parse is None:
        return None
    inanimate = parse.tag.POS in ADJECTIVE and case == "accs" and (parse.tag.gender == "masc" or parse.tag.number == "plur")
    form = parse.inflect({"nomn" if inanimate else case})
    if form is None:
        return None
    parts = form.word.replace("ё", "е").split("-")
    return "-".join(_capital(new, old) for new, old in zip(parts, word.split("-"), strict=False))


def _capital(new: str, old: str) -> str:
    return new[:1].upper() + new[1:] if old[:1].isupper() else new


def german_adjective(stem: str) -> list[str]:
    """Give a German adjective with all endings of its declension."""
    return [stem + ending for ending in ("", "e", "em", "en", "er", "es")]


def german_person(noun: str) -> list[str]:
    """Give the forms of a German word for an inhabitant: cases, plural and the feminine.

    Weak nouns (`Russe`, `Georgier` is strong) end in -e and take -n; the feminine drops that -e.
    """
    if noun.endswith("e"):
        stem = noun[:-1]
        return [noun, f"{noun}n", f"{stem}in", f"{stem}innen"]
    plural = [noun, f"{noun}n", f"{noun}s"] if noun.endswith("er") else [noun, f"{noun}n", f"{noun}s", f"{noun}en"]
    return [*plural, f"{noun}in", f"{noun}innen"]


FEMININE = (("ien", "ienne"), ("éen", "éenne"), ("yen", "yenne"), ("e", "e"), ("è", "è"), ("a", "a"))


def french_adjective(masculine: str, feminine: str = "") -> list[str]:
    """Give a French adjective in both genders and numbers; an irregular feminine can be given."""
    if not feminine:
        cut, put = next((pair for pair in FEMININE if masculine.endswith(pair[0])), ("", "e"))
        feminine = masculine[: len(masculine) - len(cut)] + put if cut else masculine + put
    plural = masculine if masculine.endswith(("s", "x")) else f"{masculine}s"
    return list(dict.fromkeys([masculine, feminine, plural, f"{feminine}s"]))


def spanish_adjective(masculine: str) -> list[str]:
    """Give a Spanish adjective in both genders and numbers: chileno, francés, alemán, iraní, belga."""
    if masculine.endswith("o"):
        stem = masculine[:-1]
        return [masculine, f"{stem}a", f"{stem}os", f"{stem}as"]
    if masculine.endswith(("és", "án", "ón", "ín")):
        stem = masculine[:-2] + masculine[-2:].translate(str.maketrans("éáóí", "eaoi"))
        return [masculine, f"{stem}a", f"{stem}es", f"{stem}as"]
    if masculine.endswith("ol"):
        return [masculine, f"{masculine}a", f"{masculine}es", f"{masculine}as"]
    if masculine.endswith(("í", "ú")):
        return [masculine, f"{masculine}es", f"{masculine}s"]
    return [masculine, f"{masculine}s" if masculine[-1] in "aeiou" else f"{masculine}es"]


def arabic_nisba(masculine: str) -> list[str]:
    """Give an Arabic adjective of origin: gender, number and article (two-word ones take it on the second word too)."""
    first, _, second = masculine.partition(" ")
    if second:
        return [masculine, f"{first} {second}ة", f"ال{first} ال{second}", f"{first} ال{second}ة", f"ال{first} ال{second}ة"]
    forms = [first, f"{first}ة", f"{first}ا", f"{first}ون", f"{first}ين", f"{first}ات", f"{first}تان", f"{first}تين"]
    return [*forms, *(f"ال{form}" for form in forms if form != f"{first}ا")]


def english_plural(noun: str) -> str:
    """Give the plural of an English word for an inhabitant."""
    if noun.endswith("man"):
        return f"{noun[:-3]}men"
    return noun if noun.endswith(("ese", "ss", "x", "ois")) else f"{noun}s"


HARMONY = {"a": "ı", "ı": "ı", "o": "u", "u": "u", "e": "i", "ə": "i", "i": "i", "ö": "ü", "ü": "ü", "â": "ı"}


def turkic_person(country: str) -> str:
    """Give the word for an inhabitant with the suffix -lı/-li/-lu/-lü of Azerbaijani and Turkish."""
    vowel = next((HARMONY[letter] for letter in reversed(country.lower()) if letter in HARMONY), "i")
    return f"{country}l{vowel}"
