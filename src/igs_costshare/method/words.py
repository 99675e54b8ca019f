"""What is said of the method, in Dutch and English."""

from __future__ import annotations

from collections.abc import Mapping

from igs_costshare.wording.language import Language, Words

_NBSP = "\N{NO-BREAK SPACE}"

_SAID: Mapping[str, Words] = {
    # what is shared by the common contribution, a division
    "shared": Words(
        "Gedeelde kosten ({cost_lines}): {costs}, {how}.",
        "Shared by the partners ({cost_lines}): {costs}, {how}.",
    ),
    "shared_less": Words(
        "Gedeelde kosten ({cost_lines}): {costs} min {income} inkomsten ({income_lines}) is "
        "{pool}, {how}.",
        "Shared by the partners ({cost_lines}): {costs} of costs less {income} of income "
        "({income_lines}) is {pool}, {how}.",
    ),
    "shared_over": Words(
        "Gedeelde kosten ({cost_lines}): {costs}; de inkomsten ({income_lines}) zijn {income}, "
        "zodat er {pool} overblijft, {how}.",
        "Shared by the partners ({cost_lines}): {costs} of costs; the income ({income_lines}) is "
        "{income}, so that {pool} is left over, {how}.",
    ),
    "shared_income": Words(
        "Gedeelde inkomsten ({income_lines}): {income}, {how}.",
        "Shared by the partners ({income_lines}): {income} of income, {how}.",
    ),
    # what a charge leaves
    "charged": Words(
        "De gedeelde kosten ({cost_lines}) zijn {costs}, {reserve}.",
        "The shared costs ({cost_lines}) are {costs}, {reserve}.",
    ),
    "charged_less": Words(
        "De gedeelde kosten ({cost_lines}) zijn {costs}, na aftrek van {income} inkomsten "
        "({income_lines}) {pool}, {reserve}.",
        "The shared costs ({cost_lines}) are {costs} less {income} of income ({income_lines}), "
        "which leaves {pool}, {reserve}.",
    ),
    "charged_over": Words(
        "De gedeelde kosten ({cost_lines}) zijn {costs} en de inkomsten ({income_lines}) "
        "{income}, {pool} meer, {reserve}.",
        "The shared costs ({cost_lines}) are {costs} and the income ({income_lines}) is {income}, "
        "{pool} more, {reserve}.",
    ),
    "charged_income": Words(
        "De gedeelde inkomsten ({income_lines}) zijn {income}, {reserve}.",
        "The shared income ({income_lines}) is {income}, {reserve}.",
    ),
    "charged_none": Words(
        "Er zijn geen gedeelde kosten, {reserve}.", "There are no shared costs, {reserve}."
    ),
    "reserve_pays": Words("dus legt de reserve {amount} bij", "so the reserve pays {amount}"),
    "reserve_keeps": Words(
        "dus gaat er {amount} naar de reserve", "so {amount} goes to the reserve"
    ),
    "reserve_even": Words(
        "dus blijft er niets over voor de reserve", "so nothing is left for the reserve"
    ),
    # by what is divided
    "over": Words("gelijk verdeeld over {members} partners", "equally over {members} partners"),
    "over_one": Words("voor de enige deelnemende partner", "for the only partner that takes part"),
    "by_key": Words("verdeeld volgens {keys}", "in proportion to {keys}"),
    "by_parts": Words("waarvan {keys}", "of which {keys}"),
    "rest_by_key": Words("de rest volgens {keys}", "the rest in proportion to {keys}"),
    "rest_by_parts": Words("van de rest {keys}", "of the rest {keys}"),
    "part_by_key": Words(f"{{part}}{_NBSP}% volgens {{key}}", f"{{part}}{_NBSP}% by {{key}}"),
    "mixed_share": Words(
        f"waarvan {{part}}{_NBSP}% {{over}} en {{rest}}",
        f"of which {{part}}{_NBSP}% {{over}} and {{rest}}",
    ),
    "mixed_amount": Words(
        "waarvan {amount} voor {each} en {rest}", "of which {amount} for {each} and {rest}"
    ),
    "agreed": Words("verdeeld volgens de afgesproken percentages", "by agreed percentages"),
    "agreed_scaled": Words(
        f"verdeeld volgens de afgesproken percentages, herrekend tot 100{_NBSP}%",
        f"by agreed percentages, scaled to 100{_NBSP}%",
    ),
    "within_bounds": Words(
        "{how}, binnen de afgesproken grenzen", "{how}, within the agreed bounds"
    ),
    # what each pays by a charge
    "each": Words("elk van de {members} partners", "each of {members} partners"),
    "each_one": Words("de enige deelnemende partner", "the only partner that takes part"),
    "pays": Words("{each} betaalt {terms}", "{each} pays {terms}"),
    "pays_per_day": Words(
        "zijn gebruiksdagen tegen de dagprijs ({prices})",
        "its days of use at the day price ({prices})",
    ),
    "together": Words("{how}, samen {amount}.", "{how}, together {amount}."),
    "rate": Words("{price} per {one}", "{price} per {one}"),
    "by_bracket": Words("volgens {key} ({steps})", "by {key} ({steps})"),
    "bracket_rate": Words("{price} per {one} {range}", "{price} per {one} {range}"),
    "bracket_amount": Words("{price} {range}", "{price} {range}"),
    "range_to": Words("tot en met {top}", "up to {top}"),
    "range_between": Words("boven {bottom} tot en met {top}", "above {bottom} up to {top}"),
    "range_above": Words("boven {bottom}", "above {bottom}"),
    "range_all": Words("voor elk cijfer", "for any figure"),
    # bounds, and who takes part
    "minimum": Words("Minimum: {bound}.", "Minimum: {bound}."),
    "maximum": Words("Maximum: {bound}.", "Maximum: {bound}."),
    "bound_for": Words("{amount} voor {name}", "{amount} for {name}"),
    "others_make_up": Words(
        "Wie aan een grens zit, blijft daar; de anderen passen het verschil naar verhouding bij.",
        "Who is at a bound stays there; the others make up for it in proportion.",
    ),
    "only": Words("Neemt deel: {names}.", "Takes part: {names}."),
    "all_but": Words("Neemt niet deel: {names}.", "Does not take part: {names}."),
    # lines of their own
    "divided_cost": Words("{name}: {amount}, {how}.", "{name}: {amount}, {how}."),
    "divided_revenue": Words(
        "{name}: {amount} inkomsten, {how}.", "{name}: {amount} of income, {how}."
    ),
    "priced_cost": Words(
        "{name}: {price} per {one}, samen {amount}; elke partner draagt zijn eigen deel.",
        "{name}: {price} per {one}, together {amount}; each partner bears its own part.",
    ),
    "priced_revenue": Words(
        "{name}: {price} per {one}, samen {amount}; elke partner ontvangt zijn eigen deel.",
        "{name}: {price} per {one}, together {amount}; each partner receives its own part.",
    ),
    "staff": Words("{fte} VTE × {cost} = {price}", "{fte} FTE × {cost} = {price}"),
    "euro_of_use": Words("euro gebruik tegen de dagprijs", "euro of use at the day price"),
    # subsidies
    "subsidy_sum": Words("{name}: een vaste som van {amount}.", "{name}: a fixed sum of {amount}."),
    "subsidy_amount": Words("{name}: een vaste som", "{name}: a fixed sum"),
    "subsidy_rate": Words(
        "{name}: {rate} van {costs} ({base})", "{name}: {rate} of {costs} ({base})"
    ),
    "subsidy_match": Words(
        "{name}: {match} bij elke euro die de partners nog moeten betalen, hier van {base}",
        "{name}: {match} on each euro that the partners still have to pay, here of {base}",
    ),
    "all_costs": Words("alle kosten", "all costs"),
    "pays_out": Words("{how}, dat is {amount}.", "{how}, which is {amount}."),
    "capped": Words(
        "{how}, dat zou {gross} zijn; ten hoogste {cap}, dus {amount}.",
        "{how}, which would be {gross}; at most {cap}, so {amount}.",
    ),
    "cap_idle": Words(
        "{how}, dat is {amount}; ten hoogste {cap}.", "{how}, which is {amount}; at most {cap}."
    ),
    # day prices
    "homes": Words(
        "Dagprijzen: {amount}, voor de eigenaar van elke woning; {homes}.",
        "Day prices: {amount}, for the owner of each home; {homes}.",
    ),
    "homes_earn": Words(
        "{days} dagen × {occupancy} bezetting × {price} = {income} per woning",
        "{days} days × {occupancy} occupancy × {price} = {income} per home",
    ),
    "homes_none": Words(
        "zonder dagen, bezettingsgraad of prijs niets", "without days, occupancy or price nothing"
    ),
    "homes_of": Words("{which}: {earn}", "{which}: {earn}"),
    "no_homes": Words("er zijn geen woningen", "there are no homes"),
    "paid_days": Words(
        "Betaalde dagprijzen: {amount}, door de partners gedragen volgens hun gebruik tegen de "
        "dagprijs ({prices}).",
        "Day prices paid: {amount}, borne by the partners in proportion to their use at the day "
        "price ({prices}).",
    ),
    "price_of": Words("gezin van {size} {price}", "household of {size} {price}"),
}


def said(sentence: str, language: Language, /, **places: str) -> str:
    """The sentence, or part of one, with its places filled."""
    return _SAID[sentence].say(language, **places)
