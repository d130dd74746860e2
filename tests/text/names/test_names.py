"""English spelling and comparison of names across languages and scripts."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assets.text.fold import key
from assets.text.names import likeness, skeleton, transliterate
from assets.text.names.compare import SAME
from assets.text.names.parts import parts
from assets.text.names.sounds import nearest
from assets.text.names.variants import variants

_LANGUAGES = ("az", "fa", "fr", "de", "ru", "ar")
_SPELLINGS = """
Jeyhun Bayramov | Ceyhun Bayramov | جیحون بایراموف | Djeyhoun Baïramov | Dscheyhun Bairamow | Джейхун Байрамов | جيحون بيراموف
Sergey Lavrov | Sergey Lavrov | سرگئی لاوروف | Sergueï Lavrov | Sergej Lawrow | Сергей Лавров | سيرغي لافروف
Nikol Pashinyan | Nikol Paşinyan | نیکول پاشینیان | Nikol Pachinian | Nikol Paschinjan | Никол Пашинян | نيكول باشينيان
Abbas Araghchi | Abbas Əraqçi | عباس عراقچی | Abbas Araghchi | Abbas Araghtschi | Аббас Арагчи | عباس عراقجي
Bakhtiyor Saidov | Bəxtiyor Səidov | بختیار سعیدوف | Bakhtior Saïdov | Bachtijor Saidow | Бахтиёр Саидов | بختيار سعيدوف
Dilshod Sharifzoda | Dilşod Şərifzadə | - | Dilchod Charifzoda | Dilschod Scharifsoda | Дилшод Шарифзода | -
Gulshan Pashayeva | Gülşən Paşayeva | - | - | Gulschan Paschajewa | Гюльшан Пашаева | -
Tahir Budagov | Tahir Budaqov | - | - | Tahir Budagow | Тахир Будагов | -
"""
PEOPLE = {
    english: {language: name for language, name in zip(_LANGUAGES, names, strict=True) if name != "-"}
    for english, *names in (line.split(" | ") for line in _SPELLINGS.strip().splitlines())
}
OTHERS = [
    ("Elmar Mammadov", "en", "Elmar Mahmudov", "en"),
    ("Эльмар Мамедов", "ru", "Elmar Mahmudov", "en"),
    ("Hasan Rezaei", "en", "Husayn Rezaei", "en"),
    ("حسن رضایی", "fa", "Hossein Rezaei", "en"),
    ("حسين كريموف", "ar", "Hasan Karimov", "en"),
    ("Leyla Aliyeva", "en", "Leyla Aliyev", "en"),
    ("Лейла Алиева", "ru", "İlham Əliyev", "az"),
    ("Ilham Aliyev", "en", "Heydar Aliyev", "en"),
    ("İlham Əliyev", "az", "حیدر علی‌اف", "fa"),
    ("Mher Grigoryan", "en", "Armen Grigoryan", "en"),
    ("مهير غريغوريان", "ar", "Armen Grigoryan", "en"),
    ("A. Grigoryan", "en", "Mher Grigoryan", "en"),
    ("Erlan Alimbayev", "en", "Erlan Ashikbayev", "en"),
    ("Serdar Berdimuhamedov", "en", "Gurbanguly Berdimuhamedov", "en"),
    ("Vladimir Putin", "en", "Владимир Зеленский", "ru"),
    ("Mohammad Khatami", "en", "محمد مخبر", "fa"),
]


@pytest.mark.parametrize(("english", "language", "native"), [(e, lang, n) for e, row in PEOPLE.items() for lang, n in row.items()])
def test_spellings_of_one_person_are_alike(english: str, language: str, native: str) -> None:
    assert likeness(native, language, english, "en") >= SAME
    assert skeleton(native, language) & skeleton(english, "en")


@pytest.mark.parametrize("pair", OTHERS, ids=lambda pair: f"{pair[0]} / {pair[2]}")
def test_other_people_are_not_alike(pair: tuple[str, str, str, str]) -> None:
    assert likeness(*pair) < SAME


def test_no_two_of_the_people_are_alike() -> None:
    for (first, one), (second, other) in itertools.combinations(PEOPLE.items(), 2):
        for (a, x), (b, y) in itertools.product([*one.items(), ("en", first)], [*other.items(), ("en", second)]):
            assert likeness(x, a, y, b) < SAME, (x, y)


@pytest.mark.parametrize(
    ("native", "language", "country", "english"),
    [
        ("Qurbanqulu Xəlilzadə", "az", None, "Gurbanguly Khalilzade"),
        ("Şahin Cəbrayılov", "az", "AZ", "Shahin Jabrayilov"),
        ("Ерлан Досжанов", "ru", None, "Yerlan Doszhanov"),
        ("Юлия Свириденко", "ru", "UA", "Yulia Svyrydenko"),
        ("Tchinguiz Djafarov", "fr", None, "Chingiz Jafarov"),
        ("Jean-Noël Barrot", "fr", "FR", "Jean-Noël Barrot"),
        ("Antonio Tajani", "fr", "IT", "Antonio Tajani"),
        ("Dschamil Tschitschinow", "de", None, "Jamil Chichinov"),
        ("Annalena Baerbock", "de", "DE", "Annalena Baerbock"),
        ("Hakan Çelik", "tr", "TR", "Hakan Çelik"),
        ("محمدجواد ظریف", "fa", "IR", "Mohammad Javad Zarif"),
        ("محمد بن زايد آل نهيان", "ar", "AE", "Mohammed bin Zayed Al Nahyan"),
        ("Николя де Ривьер", "ru", "FR", "Nicolas de Rivière"),
        ("Вольфганг Шредер", "ru", "DE", "Wolfgang Schröder"),
        ("Николай Петренко", "ru", "UA", "Mykola Petrenko"),
        ("Николай Петренко", "ru", "RU", "Nikolay Petrenko"),
    ],
)
def test_usual_english_spelling(native: str, language: str, country: str | None, english: str) -> None:
    assert transliterate(native, language, country) == english


def test_every_name_part_has_one_english_spelling_a_language() -> None:
    for language in ("az", "fa", "fr", "de", "ru", "tr", "ar"):
        assert len(parts(language)) > 900


@given(st.text(max_size=40), st.sampled_from(["az", "fa", "fr", "de", "en", "ru", "tr", "ar"]))
def test_any_string_can_be_spelled_and_compared(name: str, language: str) -> None:
    assert isinstance(transliterate(name, language), str)
    assert 0.0 <= likeness(name, language, "Jeyhun Bayramov", "en") <= 1.0


def test_a_variant_belongs_to_one_name() -> None:
    found = variants()
    assert found["hossein"] == found["husayn"] != found["hassan"]
    assert likeness("Hossein Rouhani", "en", "Hassan Rouhani", "en") < SAME < likeness("Hossein Ruhani", "en", "Husayn Rouhani", "en")


@pytest.mark.parametrize(
    ("native", "language", "country", "english"),
    [
        ("أنطونيو غوموندي", "ar", "MZ", "Antonio Gumende"),
        ("بيتر ستاراي", "ar", "HU", "Peter Sztáray"),
        ("آنتونیو گومنده", "fa", "MZ", "Antonio Gumende"),
        ("پیتر استارای", "fa", "HU", "Peter Sztáray"),
        ("ما تشاو شيوي", "ar", "CN", "Ma Zhaoxu"),
        ("ما ژائوشو", "fa", "CN", "Ma Zhaoxu"),
        ("کیم هونگ کیون", "fa", "KR", "Kim Hong-kyun"),
        ("محمود الحمود", "ar", "JO", "Mahmoud Al-Hmoud"),
    ],
)
def test_names_of_the_world_are_known_by_their_sound(native: str, language: str, country: str, english: str) -> None:
    assert transliterate(native, language, country) == english


def test_a_word_that_no_known_name_sounds_like_is_spelled_by_the_rules() -> None:
    assert nearest("زقاقبط", "ar", "FR") is None
    assert nearest("Gumende", "en", "MZ") is None


RUSSIAN = [
    ("Чжу Цзюйлинь", "CN", "Zhu Julin"),
    ("Цюй Жошуй", "CN", "Qu Ruoshui"),
    ("Цянь Юньхэ", "CN", "Qian Yunhe"),
    ("Тидзуко Сёдзи", "JP", "Chizuko Shoji"),
    ("Чыонг Куок Зунг", "VN", "Truong Quoc Dung"),
    ("Джахит Сарыоглу", "TR", "Cahit Sarıoglu"),
    ("Сухейль аш-Шахри", "SA", "Suheil al-Shahri"),
    ("Кшесимир Вшехович", "PL", "Krzesimir Wszechowicz"),
    ("Драгиша Цветоевич", "RS", "Dragiša Cvetojević"),
    ("Хулиана Сапатеррилья", "PE", "Juliana Sapaterrilla"),
    ("Дунгула Шугабо", "ML", "Doungoula Chougabo"),
]


@pytest.mark.parametrize(("native", "country", "english"), RUSSIAN)
def test_names_from_russian_letters_are_spelled_in_their_countrys_manner(native: str, country: str, english: str) -> None:
    """No name of a list, but spelled by its country's own letters."""
    assert key(transliterate(native, "ru", country)) == key(english)
