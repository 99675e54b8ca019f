"""What the file of the next year says otherwise."""

from __future__ import annotations

from igs_costshare.wording.catalogue import Plural, Words

WORDS: Words = {
    "no_year": "zonder `year` is er geen volgend jaar",
    "not_sound": "de beschrijving van {year} zou niet kloppen; hieronder staat waarom",
    "not_written": "het volgende jaar van dit bestand kan niet in zijn tekst geschreven worden: wat er zou staan, zegt iets anders",
    "by_hand": "schrijf de partners, kosten en inkomsten van het bestand in eigen tabellen, zoals `[partner.stad]`",
    "year": "jaar {before} → {after}",
    "index": Plural(
        "indexering {rise} van {count} cijfer", "indexering {rise} van {count} cijfers"
    ),
    "step": Plural(
        "vaste stijging van {count} cijfer met {step}",
        "vaste stijging van {count} cijfers met {step}",
    ),
    "removed": "`{path}` is weggehaald",
    "merged": "{members} worden {partner}",
    "set": "overgenomen uit het plan: {paths}",
    "left": "{partner} vertrok vóór dit jaar en is weggehaald",
    "owing": "{partner} blijft in het bestand staan: bij de afrekening van {year} bleef {amount} te betalen",
    "owed": "{partner} blijft in het bestand staan: bij de afrekening van {year} bleef {amount} terug te krijgen",
    "gone_owing": "{partner} staat niet meer in het bestand, maar moest bij de afrekening van {year} nog {amount} betalen: wie dat overneemt, krijgt het onder `settlement.opening`",
    "gone_owed": "{partner} staat niet meer in het bestand, maar kreeg bij de afrekening van {year} nog {amount} terug: wie dat overneemt, krijgt het onder `settlement.opening`",
    "passing": "{partner} vertrok vóór dit jaar en blijft in het bestand staan voor de volgorde van de beurten",
    "whole": "{partner} kwam vóór dit jaar: `from` is weggehaald",
    "previous": "in `contribution.previous` staat wat elke partner vorig jaar betaalde",
    "reserve": "`reserve.opening` is het eindsaldo van vorig jaar",
    "expected": "in `expected` staan de bedragen die het plan voor {year} verwacht",
    "dropped": "`{path}` is weggelaten",
    "scenario_dropped": "scenario `{scenario}` is weggelaten",
    "settled_dropped": "scenario `{scenario}` is weggelaten; wat daarvan ook volgend jaar geldt, neemt u zelf over",
    "settle": "wat na de afrekening van {year} niet betaald wordt, hoort onder `settlement.opening`",
    "scenario_not_raised": "scenario `{scenario}` houdt zijn eigen bedragen: de indexering van het plan zit er niet in",
    "rounded": Plural(
        "{count} cijfer is afgerond; het exacte staat ernaast",
        "{count} cijfers zijn afgerond; de exacte staan ernaast",
    ),
    "rise_ended": "`{path}` heeft geen jaar meer en blijft als 0 staan: anders zou `{other}` ervoor gelden",
    "plan_goes_on": "`[plan]` loopt verder tot {until}",
    "plan_ends": "`[plan]` is ten einde en is weggehaald",
}
