"""What is said around the table of a statement."""

from __future__ import annotations

from igs_costshare.wording.catalogue import Words

WORDS: Words = {
    "explained_short": "Waar elk cijfer in het bestand staat en wat eronder ligt, toont --all; één kolom is altijd volledig.",
    "amounts": "Bedragen in {currency}.",
    "fte": "Personeel: {fte} VTE.",
    "together_pay": "Samen gaat er {expenses} uit en komt er {revenues} in: de partners leggen samen {amount} bij.",
    "together_surplus": "Samen gaat er {expenses} uit en komt er {revenues} in: een overschot van {amount}.",
    "together_even": "Samen gaat er {expenses} uit en komt er evenveel in.",
    "goes_out_and_in": "Samen gaat er {expenses} uit en komt er {revenues} in.",
    "between_partners": "In beide zit {amount} aan dagprijzen die partners elkaar betalen.",
    "partners_pay": "De partners betalen samen {paid} en {reserve}.",
    "partners_pay_and_receive": "De partners betalen samen {paid} en ontvangen {received}, en {reserve}.",
    "reserve_gives": "de reserve legt {amount} bij",
    "reserve_gets": "er gaat {amount} naar de reserve",
    "reserve_rests": "de reserve legt niets bij en krijgt niets",
    "reserve_sign": "Bij de reserve is een saldo met een minteken wat ze bijlegt, en een saldo zonder minteken wat ernaartoe gaat.",
    "warning": "Let op: {problem}.",
    "basis": "Grondslag: {basis}.",
    "euros": "euro’s",
    "some_rows": "sommige rijen",
    "rounded": "Getoond in hele {currency}, elk bedrag apart afgerond; zo tellen niet precies op: {uneven}.",
    "rounded_even": "Getoond in hele {currency}, elk bedrag apart afgerond.",
}
