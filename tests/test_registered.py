"""A description with its register of stays: found beside it, and what its nights come to."""

from __future__ import annotations

import os
from fractions import Fraction
from pathlib import Path

import pytest

from command import run
from igs_costshare import InputError, compute, read
from igs_costshare.comparing.difference import diff
from igs_costshare.computing.statement import Statement
from igs_costshare.errors import MOST_PROBLEMS
from igs_costshare.reading import Reading, load, parse, warned
from igs_costshare.reading.loading import from_tables, sound_variants
from stayed import CSV, NET, STAYS


@pytest.fixture
def net(tmp_path: Path) -> Path:
    path = tmp_path / "net.toml"
    path.write_text(NET + STAYS, encoding="utf-8")
    (tmp_path / "stays.csv").write_text(CSV, encoding="utf-8")
    return path


def with_lines(net: Path, *lines: str) -> Path:
    net.write_text("\n".join((net.read_text(encoding="utf-8"), *lines)), encoding="utf-8")
    return net


def amounts(statement: Statement, line: str) -> list[int]:
    (cells,) = (each.cells for each in statement.lines if each.id == line)
    return list(cells)


def test_owners_earn_the_nights_of_their_homes_at_the_price_of_each(net: Path) -> None:
    # 10 × 18 and 10 × 18 (the last price also for three), and 4 nights of this year × 20
    assert amounts(compute(read(net)), "day_price") == [360_00, 0, 80_00]


def test_the_days_of_a_partner_are_the_nights_of_its_clients(net: Path) -> None:
    with_lines(
        net, "[cost.talks]", "amount = 30", 'contribution = { model = "variable", key = "days" }'
    )
    # 10 of Stad, 10 + 4 of Dorp; the 99 planned days of Stad do not count
    assert amounts(compute(read(net)), "talks") == [12_50, 17_50, 0]


def test_a_price_per_day_goes_by_the_nights(net: Path) -> None:
    with_lines(net, "[cost.food]", "amount = 2", 'per = "day"')
    assert amounts(compute(read(net)), "food") == [20_00, 28_00, 0]


def test_use_goes_at_the_price_of_the_home_that_was_stayed_in(net: Path) -> None:
    with_lines(net, "[contribution]", 'model = "per-day"', "[cost.rent]", "amount = 1_000")
    assert amounts(compute(read(net)), "contribution") == [180_00, 260_00, 0]


def test_partners_pay_what_their_clients_stayed(net: Path) -> None:
    net.write_text(net.read_text().replace("days = 360", 'days = 360\npaid_by = "partner"'))
    statement = compute(read(net))
    assert amounts(statement, "day_price") == [360_00, 0, 80_00]
    assert amounts(statement, "day_price_paid") == [180_00, 260_00, 0]


def test_a_register_without_nights_in_the_year_brings_nothing(net: Path) -> None:
    net.write_text(net.read_text().replace("days = 360", 'days = 360\npaid_by = "partner"'))
    (net.parent / "stays.csv").write_text("unit,referrer,persons,from,until\n")
    for command in (("compute", net), ("explain", net, "dorp", "day_price_paid")):
        result = run(*command, "--lang", "en")
        assert (result.code, result.err) == (0, "")
    assert amounts(compute(read(net)), "day_price_paid") == [0, 0, 0]


def test_the_homes_of_an_owner_need_no_names_in_the_register(net: Path) -> None:
    with_lines(net, "[unit.kaai]", 'owner = "caw"', "prices = { 1 = 20 }")
    (net.parent / "stays.csv").write_text(
        "owner,persons,from,until\ncaw,1,2026-05-01,2026-05-04\nCAW,1,2026-05-01,2026-05-03\n"
    )
    assert amounts(compute(read(net)), "day_price") == [0, 0, 100_00]


# ---------------------------------------------------------------- where it lies


def test_it_lies_beside_the_description(net: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir("/")
    assert amounts(compute(read(net)), "day_price") == [360_00, 0, 80_00]


def test_that_of_standard_input_lies_in_the_current_folder(
    net: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(net.parent)
    result = run("compute", "-", "--format", "csv", stdin=net.read_bytes())
    assert "stad,Stad,2,0.00,360.00,360.00,360.00" in result.text
    assert compute(parse(net.read_text())).total.revenues == 440_00


def test_it_is_read_for_the_variant_that_is_asked_for(net: Path) -> None:
    net.write_text(NET + '[scenario.actual]\nstays.register = "gone.csv"\n')
    assert run("compute", net).code == 0
    result = run("compute", net, "--scenario", "actual", "--lang", "en")
    assert result.code == 2
    assert result.err == (
        f"error: {net}:25:18: scenario.actual.stays.register: there is no such file\n"
        '25 | stays.register = "gone.csv"\n'
        "   |                  ^\n"
        f"hint: looked in {net.parent}, beside the description\n"
    )


@pytest.mark.parametrize("written", ["../gone.csv", "./x/../../gone.csv"])
def test_the_folder_is_told_as_the_system_finds_it(net: Path, written: str) -> None:
    net.write_text(net.read_text().replace("stays.csv", written))
    said = run("compute", net, "--lang", "en").err
    assert said.endswith(f"hint: looked in {net.parent.parent}, beside the description\n")


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("en", "hint: looked in {}, the current folder\n"),
        ("nl", "tip: gezocht in {}, de huidige map\n"),
        ("fr", "conseil : cherché dans {}, le dossier actuel\n"),
    ],
)
def test_that_of_standard_input_is_looked_for_in_the_current_folder(
    net: Path, monkeypatch: pytest.MonkeyPatch, lang: str, words: str
) -> None:
    monkeypatch.chdir(net.parent)
    (net.parent / "stays.csv").unlink()
    said = run("compute", "-", "--lang", lang, stdin=net.read_bytes()).err
    assert said.replace("\N{NO-BREAK SPACE}", " ").endswith(words.format(net.parent))


def test_links_that_lead_to_each_other_lie_where_they_are_written(net: Path) -> None:
    for one, other in (("a", "b"), ("b", "a")):
        (net.parent / one).symlink_to(net.parent / other)
    net.write_text(net.read_text().replace("stays.csv", "a/s.csv"))
    said = run("compute", net, "--lang", "en")
    assert said.code == 2
    assert f"looked in {net.parent / 'a'}, beside" in said.err


def test_a_scenario_that_lacks_its_register_is_left_out_of_the_page(net: Path) -> None:
    net.write_text(NET + '[scenario.actual]\nstays.register = "gone.csv"\n')
    sound, left_out = sound_variants(load(net))
    assert len(sound) == 1
    assert [each and each.id for each in left_out] == ["actual"]


def test_a_setting_may_bring_it(net: Path) -> None:
    net.write_text(NET)
    result = run("compute", net, "--set", "stays.register=gone.csv", "--lang", "nl")
    assert result.err.startswith(
        "fout: --set stays.register=gone.csv: stays.register: dit bestand bestaat niet\n"
    )
    result = run("compute", net, "--set", "stays.register=stays.csv", "--format", "csv")
    assert "caw,CAW,1,0.00,80.00,80.00,80.00" in result.text


# ---------------------------------------------------------------- what is wrong


def problems(net: Path) -> str:
    with pytest.raises(InputError) as refused:
        read(net)
    return str(refused.value)


def test_a_register_needs_a_year(net: Path) -> None:
    net.write_text(net.read_text().replace("year = 2026\n", ""))
    assert problems(net) == (
        f"error: {net}:25:12: stays.register: a register needs `year`: only stays in that year "
        'count\n25 | register = "stays.csv"\n   |            ^\n'
        "hint: add `year = 2026` at the top"
    )


def test_nights_come_from_the_register_alone(net: Path) -> None:
    net.write_text(NET + "\n[stays]\nnights = { fingerprint = 'a' }\n")
    assert problems(net) == (
        f"error: {net}:26:1: stays.nights: unknown field\n"
        "26 | nights = { fingerprint = 'a' }\n"
        "   | ^\n"
        "hint: nights come from the register: name it in `stays.register`"
    )


def test_faults_of_the_register_are_told_with_their_lines(net: Path) -> None:
    (net.parent / "stays.csv").write_text(
        "unit,referrer,persons,from,until\nbrug,dorpp,1,2026-02-30,2026-03-01\n"
    )
    register = net.parent / "stays.csv"
    assert problems(net) == (
        f"error: {register}:2: referrer: there is no partner `dorpp`\n"
        "hint: did you mean `dorp`?\n\n"
        f"error: {register}:2: from: this day is not in the calendar\n"
        "hint: write a day as year-month-day, `2026-03-14`, or as day/month/year, `14/03/2026`"
    )


def test_homes_that_somebody_stayed_in_have_a_price(net: Path) -> None:
    net.write_text(
        net.read_text()
        .replace("prices = { 1 = 16, 2 = 18 }\n", "")
        .replace("prices = { 1 = 20 }\n", "")
        .replace("days = 360\noccupancy = 0.85\n", "")
    )
    assert problems(net) == (
        f"error: {net}:4:1: day_price: the register has stays here, but there is no day price\n"
        "4 | [day_price]\n  | ^\nhint: add `prices = { 1 = … }`\n\n"
        f"error: {net}:15:1: unit.brug: the register has stays here, but there is no day price\n"
        "15 | [unit.brug]\n   | ^\nhint: add `prices = { 1 = … }`"
    )


OVERLAP = """unit,referrer,persons,from,until
brug,dorp,1,2026-01-01,2026-01-05
brug,stad,1,2026-01-04,2026-01-06
"""


def test_overlaps_are_warned_of_in_the_statement_and_beside_it(net: Path) -> None:
    (net.parent / "stays.csv").write_text(OVERLAP)
    result = run("compute", net, "--format", "json", "--lang", "en")
    assert result.code == 0
    assert "warning: " in result.err
    assert f"{net.parent / 'stays.csv'}:3:" in result.err
    assert run("compute", net, "--strict").code == 1
    reading = load(net)
    assert reading.register is not None
    assert warned([reading]) == reading.register.warnings
    assert warned([Reading(reading.network, reading.source)]) == ()


# ---------------------------------------------------------------- what others see of it


def test_the_causes_of_a_difference_have_the_stays_as_one(net: Path) -> None:
    net.write_text(NET + '[scenario.actual]\nstays.register = "stays.csv"\n')
    difference = diff(read(net), read(net, scenario="actual"))
    assert difference.causes is not None
    assert [cause.path for cause in difference.causes] == [("stays",)]
    rows = {row.id: row.causes for row in difference.rows}
    # planned: 2 homes × 360 × 0,85 × 17, and 360 × 0,85 × 20
    assert rows["stad"] == (360_00 - 10_404_00,)
    assert rows["caw"] == (80_00 - 6_120_00,)


def test_who_has_left_between_two_descriptions_takes_its_stays_along(net: Path) -> None:
    net.write_text(
        NET + STAYS + '[scenario.b]\nremove = ["partner.dorp"]\n'
        'stays.register = "b.csv"\nday_price.paid_by = "partner"\n'
    )
    (net.parent / "b.csv").write_text(
        "unit,owner,referrer,persons,from,until\nbrug,,stad,1,2026-04-01,2026-04-03\n"
        ",stad,stad,1,2026-04-01,2026-04-03\n"
    )
    difference = diff(read(net), read(net, scenario="b"))
    assert difference.causes is not None
    for row in difference.rows:
        assert sum(row.causes) == row.columns["balance"].change


def test_tables_that_were_read_need_no_register_any_more(net: Path) -> None:
    reading = load(net)
    (net.parent / "stays.csv").unlink()
    again = from_tables(reading.source.description)
    assert compute(again).lines[0].exact.at(0) == Fraction(360_00)
    assert again == reading.network


def test_an_explanation_says_where_the_nights_come_from(
    net: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(net.parent)
    result = run("explain", "net.toml", "caw", "day_price", "--lang", "nl")
    assert result.text == (
        "Netwerk 2026\n\nCAW, Dagprijzen: € 80,00\n"
        "  brug: 4 nachten × € 20,00 = € 80,00\n"
        '    ← net.toml:26: stays.register = "stays.csv"\n'
        "    ← net.toml:20: unit.brug.prices.1 = 20\n"
    ).replace("€ ", "€\xa0")


def test_homes_in_which_nobody_stayed_are_told(net: Path) -> None:
    result = run("explain", net, "dorp", "day_price", "--lang", "nl")
    assert "1 woning: niemand verbleef er, dus €\xa00,00" in result.text


def test_days_of_a_register_are_told_as_such(net: Path) -> None:
    with_lines(net, 'count = "days"', "[cost.talks]", "amount = 24", 'per = "day"')
    result = run("explain", net, "dorp", "talks", "--lang", "nl")
    assert "Stad, gezin van 2: 11 gebruiksdagen" in result.text
    assert "brug, gezin van 1: 5 gebruiksdagen" in result.text


def test_each_use_is_told_with_its_home_and_price(net: Path) -> None:
    net.write_text(net.read_text().replace("days = 360", 'days = 360\npaid_by = "partner"'))
    result = run("explain", net, "dorp", "day_price_paid", "--lang", "nl")
    assert "Stad: 10 nachten × €\xa018,00 = €\xa0180,00" in result.text
    assert "brug: 4 nachten × €\xa020,00 = €\xa080,00" in result.text


def test_the_sentences_under_the_table_speak_of_the_register(net: Path) -> None:
    net.write_text(net.read_text().replace("days = 360", 'days = 360\npaid_by = "partner"'))
    text = " ".join(run("compute", net, "--lang", "nl").text.split())
    assert "24 nachten in het register van verblijven, tegen de prijs van elke woning." in text
    assert "volgens de verblijven van hun cliënten, tegen de prijs van elke woning." in text
    with_lines(net, "[cost.rent]", "amount = 5", "[contribution]", 'model = "per-day"')
    net.write_text(net.read_text().replace('paid_by = "partner"\n', ""))
    text = " ".join(run("compute", net, "--lang", "nl").text.split())
    assert "de verblijven van zijn cliënten, tegen de prijs van elke woning" in text


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        (
            "en",
            (
                "error: stays.csv:2: referrer: there is no partner `dorp` (in scenario `actual`)\n"
                "hint: `scenario.actual.remove` takes it away: let it stay, or take the row out\n\n"
                "error: stays.csv:3: unit: there is no home `brug` (in scenario `actual`)\n"
                "hint: `scenario.actual.remove` takes it away: let it stay, or take the row out\n"
            ),
        ),
        (
            "nl",
            (
                "fout: stays.csv:2: referrer: er is geen partner `dorp` (in scenario `actual`)\n"
                "tip: `scenario.actual.remove` neemt die weg: laat die staan, of haal de rij weg\n"
                "\n"
                "fout: stays.csv:3: unit: er is geen woning `brug` (in scenario `actual`)\n"
                "tip: `scenario.actual.remove` neemt die weg: laat die staan, of haal de rij weg\n"
            ),
        ),
        (
            "fr",
            (
                "erreur : stays.csv:2: referrer: il n’y a pas de partenaire `dorp` "
                "(dans le scénario `actual`)\n"
                "conseil : `scenario.actual.remove` le retire : laissez-le, ou ôtez la ligne\n\n"
                "erreur : stays.csv:3: unit: il n’y a pas de logement `brug` "
                "(dans le scénario `actual`)\n"
                "conseil : `scenario.actual.remove` le retire : laissez-le, ou ôtez la ligne\n"
            ),
        ),
    ],
)
def test_who_only_the_scenario_takes_away_is_told_so(
    lang: str, words: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    removes = '[scenario.actual]\nremove = ["partner.dorp", "unit.brug"]\n'
    Path("net.toml").write_text(f'{NET}{removes}stays.register = "stays.csv"\n', encoding="utf-8")
    rows = ",stad,DORP,1,2026-01-01,\nbrug,,stad,1,2026-01-01,\n"
    Path("stays.csv").write_text(f"{CSV.splitlines()[0]}\n{rows}", encoding="utf-8")
    told = run("compute", "net.toml", "--scenario", "actual", "--lang", lang)
    said = told.err.replace("\N{NO-BREAK SPACE}", " ").replace("\N{NARROW NO-BREAK SPACE}", " ")
    assert (told.code, said) == (2, words)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="named pipes of POSIX")
@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("en", "stays.register: is no ordinary file"),
        ("nl", "stays.register: is geen gewoon bestand"),
        ("fr", "stays.register: n’est pas un fichier ordinaire"),
    ],
)
def test_a_register_is_a_file_that_ends(net: Path, lang: str, words: str) -> None:
    (net.parent / "stays.csv").unlink()
    os.mkfifo(net.parent / "stays.csv")
    told = run("compute", net, "--lang", lang)
    assert (told.code, words in told.err) == (2, True)


def test_of_too_many_faults_the_last_line_names_the_register(net: Path) -> None:
    rows = ",stad,dorp,0,2026-01-01,\n" * (MOST_PROBLEMS + 5)
    (net.parent / "stays.csv").write_text(f"{CSV.splitlines()[0]}\n{rows}", encoding="utf-8")
    with pytest.raises(InputError) as refused:
        read(net)
    *faults, last = refused.value.problems
    assert len(faults) == MOST_PROBLEMS
    assert (last.message.key, last.origin) == (
        "reference.more_problems",
        str(net.parent / "stays.csv"),
    )


@pytest.mark.parametrize("key", ["days", "use"])
@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("en", "hint: the register of stays gives these figures, and has no nights"),
        ("nl", "tip: het register van de verblijven geeft deze cijfers, en telt er geen nachten"),
        ("fr", "le registre des séjours donne ces chiffres, et n’en compte pas de nuits"),
    ],
)
def test_a_key_without_any_night_is_of_the_register(
    net: Path, key: str, lang: str, words: str
) -> None:
    with_lines(net, f'[contribution]\nmodel = "variable"\nkey = "{key}"', "[cost.a]\namount = 9")
    (net.parent / "stays.csv").write_text(CSV.splitlines()[0], encoding="utf-8")
    told = run("compute", net, "--lang", lang)
    assert (told.code, words in told.err) == (2, True)
