"""Where the outcome goes, and what is said beside it."""

from __future__ import annotations

from igs_costshare.wording.catalogue import Words

WORDS: Words = {
    "closed": "kan niet geschreven worden: ze is gesloten",
    "overwrites": "is {what}, en zou overschreven worden",
    "overwrites_hint": "geef een ander bestand",
    "description": "de beschrijving zelf",
    "earlier": "het vroegere overzicht",
    "lock": "een slot",
    "register": "het register van de verblijven",
    "data": "de tabel zelf",
    "exists": "bestaat al",
    "lock_exists_hint": "met --force vervangt u het; met --lock NAAM komt er een tweede naast",
    "exists_hint": "met --force vervangt u het",
    "exact": "{format} heeft altijd de exacte bedragen, ook met --round euro",
    "replaces": "dit vervangt het slot met de beslissing “{decision}”",
    "is_settlement": "dit is de nota bij de afrekening, zoals met --settlement: scenario `{scenario}` sluit het jaar af",
    "no_settlement": "deze brieven zeggen wat ieder draagt, niet wat er nog te betalen is: dat staat in de brieven met --settlement",
    "by_budget": 'deze afrekening steunt op de begrote cijfers: het bestand heeft geen scenario `actual`; is wat erin staat wat er gebeurde, zeg het dan met `scenario = "base"` onder `[settlement]`',
    "changed": "{path} was {before}, nu {after}",
    "would_change": "{path} is {before}, wordt {after}",
    "checking": "Nakijken",
    "checked": "Nagekeken beschrijvingen: {count}",
}
