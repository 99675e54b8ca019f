"""Charts are chosen by the data, state what they find, and say it to those who listen as well."""

from __future__ import annotations

from fractions import Fraction
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest

from command import run
from igs_costshare.charts.bars import Amount, Covered, Part, Words, bars, covered, parts
from igs_costshare.charts.curves import Along, Series, axis_of, curves
from igs_costshare.charts.dumbbell import Change, dumbbell, scale_marks
from igs_costshare.charts.scale import Scale, comparable
from igs_costshare.charts.scene import Bar, Dot, Label, Scene, Stroke, text_width
from igs_costshare.charts.statement import Money, Payer, finding, statement_chart
from igs_costshare.charts.svg import svg
from igs_costshare.charts.sweep import sweep_chart
from igs_costshare.documents.sweep import SweepDocument
from igs_costshare.reading import load
from igs_costshare.varying.ranges import varies_from
from igs_costshare.varying.sweep import Sweep
from igs_costshare.wording.language import language

EXAMPLES = Path(__file__).parent.parent / "examples"
NL = Money(2, "EUR", language("nl"))
WORDS = Words("Titel", "Een volle zin.", "Klein.")


def chart(*payers: Payer) -> Scene | None:
    return statement_chart(payers, NL)


def plain(text: str) -> str:
    return text.replace("\xa0", " ")


def styles(scene: Scene | None) -> list[str]:
    assert scene is not None
    return [mark.style for mark in scene.marks if isinstance(mark, Bar)]


# ---------------------------------------------------------------- which one


def test_one_amount_is_a_sorted_bar_with_value_and_share_and_the_own_one_dark() -> None:
    drawn = chart(
        Payer("Dorp", 100_00, 0, own=True), Payer("Stad", 250_00, 0), Payer("Niets", 0, 0)
    )
    assert drawn is not None
    assert tuple(map(plain, drawn.texts())) == (
        *("Stad", "250,00", "71,4 %"),
        *("Dorp", "100,00", "28,6 %"),
        *("Niets", "0,00", "0,0 %"),
    )
    assert styles(drawn) == ["other", "own", "other"]
    assert plain(drawn.title) == "Stad betaalt het meest: 71,4 % van het geheel"
    assert plain(drawn.description) == (
        "Bedragen van 3 partners, van groot naar klein: Stad heeft het meest (€ 250,00), "
        "Niets het minst (€ 0,00)."
    )
    stad, _, niets = [mark for mark in drawn.marks if isinstance(mark, Bar)]
    assert stad.width > 0 == niets.width


def test_expenses_and_income_are_a_bar_whose_covered_part_is_lighter() -> None:
    drawn = chart(Payer("Stad", 250_00, 100_00), Payer("CAW", 50_00, 80_00, own=True))
    assert styles(drawn) == ["other", "covered", "own", "covered"]
    assert drawn is not None
    assert tuple(map(plain, drawn.texts())) == ("Stad", "150,00", "CAW", "−30,00")
    assert plain(drawn.description) == (
        "Uitgaven van 2 partners met het deel dat inkomsten dekken: Stad draagt het meest "
        "(€ 250,00), CAW het minst (€ 50,00)."
    )
    # Where income is more than what is borne, a stroke shows where that ends.
    strokes = [mark for mark in drawn.marks if isinstance(mark, Stroke)]
    assert [mark.style for mark in strokes] == ["ink", "zero"]


def test_a_partner_without_income_has_no_lighter_part() -> None:
    assert styles(chart(Payer("A", 10, 0), Payer("B", 20, 5))) == ["other", "covered", "other"]


def test_the_reserve_has_a_hatched_row_of_its_own() -> None:
    drawn = chart(Payer("A", 10, 0), Payer("B", 20, 5), Payer("Reserve", -12, 0, reserve=True))
    assert styles(drawn) == ["other", "other", "reserve"]
    assert drawn is not None
    assert drawn.texts()[-2:] == ("Reserve", "−0,12")


def test_a_reserve_in_which_nothing_happens_is_not_drawn() -> None:
    drawn = chart(Payer("A", 10, 0), Payer("B", 20, 5), Payer("Reserve", 0, 0, reserve=True))
    assert styles(drawn) == ["other", "covered", "other"]


def test_who_receives_goes_left_and_there_are_no_shares() -> None:
    drawn = chart(Payer("A", 0, 10), Payer("B", 20, 0), Payer("C", -2, 1))
    assert drawn is not None
    assert tuple(map(plain, drawn.texts())) == ("B", "0,20", "C", "−0,03", "A", "−0,10")
    assert plain(drawn.title) == "Wat elke partner betaalt"
    assert drawn.note == "Van groot naar klein; een minteken betekent dat iemand ontvangt."


def test_what_all_receive_is_told_as_received() -> None:
    drawn = chart(Payer("A", 0, 10), Payer("B", 0, 30))
    assert drawn is not None
    assert plain(drawn.title) == "B ontvangt het meest: 75 % van het geheel"
    assert tuple(map(plain, drawn.texts())) == ("B", "0,30", "75,0 %", "A", "0,10", "25,0 %")
    both = chart(Payer("A", 5, 10), Payer("B", 5, 30))
    assert both is not None
    assert plain(both.title) == "B ontvangt het meest: 83,3 % van het geheel"


@pytest.mark.parametrize(
    "payers",
    [
        [Payer("Alleen", 100, 0)],
        [Payer("A", 0, 0), Payer("B", 0, 0)],
        [Payer("A", 1, 0), Payer("B", 101, 0)],
    ],
    ids=["one partner", "all zero", "above 100:1"],
)
def test_where_nothing_compares_there_is_no_chart(payers: list[Payer]) -> None:
    assert statement_chart(payers, NL) is None


def test_a_hundred_to_one_is_still_comparable() -> None:
    assert comparable([1, 0, -100])
    assert not comparable([1, 101])
    assert not comparable([0, 0])
    assert covered([Covered("A", 1, 0, ""), Covered("B", 101, 1, "")], WORDS) is None


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ([1, 2], "B betaalt het meest: 66,7 % van het geheel"),
        ([2, 2], "Alle partners hebben hetzelfde bedrag"),
        ([2, 2, 1], "Wat elke partner betaalt"),
        ([100_000, 99_999], "Wat elke partner betaalt"),
        ([-1, 2], "Wat elke partner betaalt"),
        ([0, 0], "Wat elke partner betaalt"),
    ],
)
def test_the_title_states_a_finding_where_there_is_one(values: list[int], expected: str) -> None:
    found = finding(["A", "B", "C"][: len(values)], values, language("nl"))
    assert plain(found) == expected


def test_of_many_partners_the_largest_are_drawn_and_the_note_says_so() -> None:
    drawn = chart(*(Payer(f"P{at}", 100 + at, 0) for at in range(35)))
    assert drawn is not None
    assert len(styles(drawn)) == 30
    assert "P4" not in drawn.texts()
    assert drawn.note.endswith(
        "De grafiek toont de 30 partners met de grootste bedragen, van 35; "
        "in de tabel staan ze allemaal."
    )
    assert drawn.height <= 560  # it stays whole on a sheet that lies on its side


def test_next_to_nothing_is_a_hairline_and_a_long_name_is_cut() -> None:
    drawn = bars([Amount("x" * 60, 1, "1"), Amount("B", 100, "100")], WORDS)
    assert drawn is not None
    assert tuple(map(plain, drawn.texts())) == ("B", "100", f"{'x' * 15}…{'x' * 10}", "1")
    assert [mark.width >= 25 for mark in drawn.marks if isinstance(mark, Bar)] == [True, True]


# ---------------------------------------------------------------- changes


CHANGES = [
    Change("Beek", 829, 1_670, "+841", own=True),
    Change("Stad", 2_488, 1_098, "−1.390"),
    Change("Gelijk", 500, 500, "0"),
    Change("Nieuw", None, 300, "+300"),
    Change("Weg", 200, None, "−200"),
]


def test_a_change_is_an_open_dot_a_full_one_and_a_signed_figure() -> None:
    axis = [(figure, str(figure)) for figure in scale_marks(CHANGES)]
    drawn = dumbbell(CHANGES, WORDS, axis)
    assert drawn is not None
    labels = [mark for mark in drawn.marks if isinstance(mark, Label)]
    assert [mark.text for mark in labels[:6]] == ["0", "500", "1000", "1500", "2000", "Stad"]
    signed = [(mark.text, mark.style) for mark in labels if mark.anchor == "end"]
    assert signed == [
        *(("−1.390", "less"), ("−200", "level"), ("0", "level")),
        *(("+300", "level"), ("+841", "more")),
    ]
    dots = [mark for mark in drawn.marks if isinstance(mark, Dot)]
    assert [mark.open for mark in dots] == [False, True, True, False, True, False, False, True]
    assert next(mark for mark in labels if mark.text == "Beek").style == "bold"


def test_where_nothing_changes_there_is_no_such_chart() -> None:
    same = [Change("A", 1, 1, "0"), Change("B", 2, 2, "0")]
    assert dumbbell(same, WORDS, []) is None
    assert dumbbell(CHANGES[:1], WORDS, []) is None


def test_of_many_changes_the_largest_are_drawn_and_marks_beyond_them_are_not() -> None:
    many = [Change(f"P{at}", 1_000, 1_000 + at, str(at)) for at in range(40)]
    drawn = dumbbell(many, WORDS, [(0, "0"), (5_000, "ver")])
    assert drawn is not None
    assert {"P15", "P39", "0"} <= set(drawn.texts())
    assert {"P14", "ver"} & set(drawn.texts()) == set()


# ---------------------------------------------------------------- lines


def test_a_line_has_its_name_at_its_end_and_a_gap_where_somebody_is_not_there() -> None:
    series = [
        Series("Stad", (100, 200, 300)),
        Series("Weg", (50, 60, None)),
        Series("Terug", (10, None, 40), own=True),
        Series("Even", (30, None, None)),
    ]
    axis = [(figure, str(figure)) for figure in axis_of(series)]
    drawn = curves(series, Along(("2026", "2027", "2028"), ((50, "begroot"),)), WORDS, axis)
    assert drawn is not None
    texts = drawn.texts()
    assert texts[: len(axis)] == ("0", "100", "200", "300")
    assert {"2026", "2027", "2028", "begroot", "Stad", "Weg", "Terug", "Even"} <= set(texts)
    lines = [mark for mark in drawn.marks if isinstance(mark, Stroke) and "line" in mark.style]
    assert len(lines) == 3
    assert len([mark for mark in drawn.marks if isinstance(mark, Dot)]) == 8


def test_names_beside_one_another_are_moved_apart_and_stay_in_the_drawing() -> None:
    series = [Series(f"P{at}", (1, at % 2)) for at in range(6)]
    drawn = curves(series, Along(("a", "b")), WORDS, [])
    assert drawn is not None
    names = [mark.y for mark in drawn.marks if isinstance(mark, Label) and mark.text[0] == "P"]
    heights = sorted(names)
    assert all(low + 14 <= high for low, high in pairwise(heights))
    assert max(heights) <= 220


def test_six_lines_at_most_the_own_one_among_them() -> None:
    series = [Series(f"P{at}", (at, at + 1), own=at == 0) for at in range(9)]
    drawn = curves(series, Along(("a", "b")), WORDS, [])
    assert drawn is not None
    names = [text for text in drawn.texts() if text[0] == "P"]
    assert names == ["P0", *(f"P{at}" for at in range(4, 9))]


def test_one_place_is_no_line() -> None:
    assert curves([Series("A", (1,))], Along(("2026",)), WORDS, []) is None
    assert curves([Series("A", (None, None))], Along(("a", "b")), WORDS, []) is None


def test_a_scale_holds_zero_and_has_round_marks() -> None:
    scale = Scale.over([-40, 260], 0, 3_000)
    assert [scale.at(figure) for figure in (-40, 0, 260)] == [0, 400, 3_000]
    assert [*scale.marks(4)] == [0, 100, 200]
    assert [*Scale.over([0], 0, 10).marks(4)] == [0]


# ---------------------------------------------------------------- as SVG


class Marks(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.texts: list[str] = []

    def handle_starttag(self, tag: str, _: object) -> None:
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        self.texts.append(data.strip())


def test_a_drawing_of_the_page_has_its_title_its_description_and_no_markup_of_a_name() -> None:
    name = "<script>&'\u202e"
    drawn = chart(Payer(name, 100, 0), Payer("B", 90, 0), Payer("R", -50, 0, reserve=True))
    assert drawn is not None
    made = svg(drawn._replace(narrow=None), "chart")
    marks = Marks()
    marks.feed(made)
    assert marks.tags.count("rect") == 3
    assert {"pattern", "title", "desc", "svg"} <= set(marks.tags)
    assert "script" not in marks.tags
    assert "<script>&'\\u202e" in marks.texts
    assert made.startswith('<svg class="chart" role="img" aria-labelledby="chart-title chart-text"')


def test_dots_and_places_left_of_the_edge_are_written_as_svg_has_them() -> None:
    marks = (Dot(-50, 3, 4, "more"), Dot(1_250, 3, 4, "before", open=True))
    made = svg(Scene("t", "d", 10, marks), "a")
    assert '<circle class="more" cx="-0.50%" cy="3" r="4"/>' in made
    assert '<circle class="before open" cx="12.50%" cy="3" r="4"/>' in made


# ---------------------------------------------------------------- a sweep


def swept(vary: str, *more: str) -> Scene | None:
    """The chart of a sweep of the negotiation."""
    reading = load(EXAMPLES / "onderhandeling.toml")
    sweep = Sweep(reading, varies_from([vary, *more]))
    return sweep_chart(SweepDocument(sweep, tuple(sweep.steps()), language("nl")))


def test_a_sweep_has_a_line_for_each_partner_and_where_the_budget_stands() -> None:
    drawn = swept("day_price.occupancy=0.65:1.00:0.05")
    assert drawn is not None
    assert drawn.title == "Nettobijdrage volgens bezettingsgraad"
    assert {"Stad", "Heuvel", "Beek", "Veld", "Dorp", "begroot", "0,65", "1,00"} <= {*drawn.texts()}
    budget = next(
        mark for mark in drawn.marks if isinstance(mark, Label) and mark.text == "begroot"
    )
    places = sorted({mark.x for mark in drawn.marks if isinstance(mark, Dot)})
    assert abs(budget.x - places[4]) <= 100  # 85 %, the fifth of eight; in hundredths of a percent


def test_a_budget_beside_the_way_is_not_marked() -> None:
    drawn = swept("day_price.occupancy=0.90:1.00:0.05")
    assert drawn is not None
    assert "begroot" not in drawn.texts()


def test_of_many_steps_a_few_are_drawn_and_fewer_named() -> None:
    drawn = swept("day_price.occupancy=0.00:1.00:0.01")
    assert drawn is not None
    places = {mark.x for mark in drawn.marks if isinstance(mark, Dot)}
    assert len(places) == 26
    assert [text for text in drawn.texts() if text in ("0,20", "0,40", "1,00")] == [
        *("0,20", "0,40", "1,00")
    ]


@pytest.mark.parametrize(
    "varies",
    [
        ("day_price.occupancy=0.85:0.85:0.05",),  # one place
        ("day_price.occupancy=0.80:0.93:0.05",),  # the last comes early
        ("day_price.occupancy=0.00:1.00:0.0001030928",),
        ("day_price.occupancy=0.80:0.90:0.05", "fte.cost=80000:90000:5000"),
    ],
)
def test_what_is_no_line_is_not_drawn(varies: tuple[str, ...]) -> None:
    assert swept(*varies) is None


def test_of_more_partners_than_can_be_told_apart_the_largest_are_drawn() -> None:
    reading = load(EXAMPLES / "gemeentefonds-toevoeging.toml")
    sweep = Sweep(reading, varies_from(["revenue.top-up.amount=300000:310000:5000"]))
    drawn = sweep_chart(SweepDocument(sweep, tuple(sweep.steps()), language("nl")))
    assert drawn is not None
    assert drawn.note.startswith("De grafiek toont de 6 partners met de grootste bedragen, van 30")


# ---------------------------------------------------------------- on a telephone


def narrow(drawn: Scene | None) -> Scene:
    assert drawn is not None
    assert drawn.narrow is not None
    return drawn.narrow


def ends(scene: Scene) -> list[tuple[str, int]]:
    """Texts with how far to the right they reach on 343 pixels, in hundredths of a percent."""
    right = {"start": Fraction(1), "middle": Fraction(1, 2), "end": Fraction(0)}
    return [
        (mark.text, int(mark.x + right[mark.anchor] * text_width(mark.text) * Fraction(7, 2)))
        for mark in scene.marks
        if isinstance(mark, Label)
    ]


def test_every_chart_has_its_names_above_on_a_telephone_and_all_texts_within_it() -> None:
    payers = [Payer("Samenwerkingsverband A", 4_122_700, 0), Payer("B", 900_000, 0)]
    series = [Series("Samenwerkingsverband A", (1_000, 2_000)), Series("B", (None, 900))]
    axis = [(figure, str(figure)) for figure in axis_of(series)]
    few = [Change("Samenwerkingsverband A", 829, 1_670, "+841"), Change("B", 10_000, 300, "−1.390")]
    for drawn in (
        narrow(statement_chart(payers, NL)),
        narrow(statement_chart([*payers, Payer("C", 900_000, 800_000)], NL)),
        narrow(dumbbell(few, WORDS, [(at, f"{at},000") for at in scale_marks(few)])),
        narrow(curves(series, Along(("2026", "2027")), WORDS, axis)),
        narrow(
            parts([Part("A", Fraction(1, 3), "33 %"), Part("B", Fraction(1, 5), "20 %")], WORDS)
        ),
    ):
        assert drawn.narrow is None
        assert all(end <= 10_000 for _, end in ends(drawn)), ends(drawn)
    rows = [mark for mark in narrow(statement_chart(payers, NL)).marks if isinstance(mark, Label)]
    assert [(mark.text, mark.x, mark.anchor) for mark in rows if mark.x == 0] == [
        ("Samenwerkingsverband A", 0, "start"),
        ("B", 0, "start"),
    ]


def test_round_figures_for_which_a_telephone_has_no_room_are_left_out() -> None:
    changes = [Change("A", 0, 500_000, "+500.000,00"), Change("B", 10_000, 300_000, "+290.000,00")]
    axis = [(at, f"{at}.000,00") for at in scale_marks(changes)]
    drawn = dumbbell(changes, WORDS, axis)
    assert drawn is not None
    wide = [text for text in drawn.texts() if text.endswith("0.000,00") and text[0] != "+"]
    assert len([t for t in narrow(drawn).texts() if t in wide]) < len(wide)
    many = Along(tuple(f"{at},5 %" for at in range(20, 40)))
    series = [Series("A", tuple(range(20))), Series("B", tuple(range(20, 40)))]
    lines = curves(series, many, WORDS, [])
    assert lines is not None
    assert len(narrow(lines).texts()) < len(lines.texts())


def test_the_page_of_a_sweep_draws_it() -> None:
    vary = ("--vary", "day_price.occupancy=0.65:1.00:0.05")
    page = run("sweep", EXAMPLES / "onderhandeling.toml", *vary, "--format", "html", "--lang", "nl")
    assert page.code == 0
    assert '<svg class="chart' in page.text
    assert "begroot" in page.text
