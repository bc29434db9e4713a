"""Under whose law a body meets, as far as its name and its papers say: a guess, for the clerk to confirm."""

import re
from collections.abc import Iterable

from msgspec import Struct


class Law(Struct, frozen=True):
    """The profile that is meant, and the words that say so."""

    profile: str
    because: str


_SCOTTISH = re.compile(
    r"\b(?:aberdeen(?:shire)?|angus|argyll and bute|clackmannanshire|dumfries and galloway|dundee|east ayrshire|"
    r"east dunbartonshire|east lothian|east renfrewshire|edinburgh|eilean siar|falkirk|fife|glasgow|highland|"
    r"inverclyde|"
    r"midlothian|moray|north ayrshire|north lanarkshire|orkney|perth and kinross|renfrewshire|scottish borders|"
    r"shetland|"
    r"south ayrshire|south lanarkshire|stirling|west dunbartonshire|west lothian)\b.*\bcouncil\b"
    r"|\b(?:convener|depute|provost|bailie|scotland|scottish)\b",
    re.IGNORECASE,
)
_WELSH = re.compile(
    r"\b(?:county borough council|cyngor|pwyllgor|cymuned|cadeirydd|cyfarfod|wales|welsh|cymru|"
    r"(?:anglesey|blaenau gwent|bridgend|caerphilly|cardiff|carmarthenshire|ceredigion|conwy|denbighshire|"
    r"flintshire|"
    r"gwynedd|merthyr tydfil|monmouthshire|neath port talbot|newport city|pembrokeshire|powys|rhondda|swansea|torfaen|"
    r"vale of glamorgan|wrexham)\b.*\bcouncil)\b",
    re.IGNORECASE,
)
_COMMUNITY = re.compile(r"\bcommunity council\b|\bcyngor (?:cymuned|tref)\b", re.IGNORECASE)
_PARISH = re.compile(r"\b(?:parish|town|village|neighbourhood) council\b|\bparish meeting\b", re.IGNORECASE)
_PRINCIPAL = re.compile(
    r"\b(?:borough|district|county|city|metropolitan|unitary|shire)(?: of \w+)? council\b|"
    r"\b(?:london|"
    r"royal) borough of\b|"
    r"\bcity of \w+\b|\bcounty of \w+\b",
    re.IGNORECASE,
)
_OURS = re.compile(r"\b(?:london borough of barnet|barnet council|barnet\.gov\.uk|hendon town hall)\b", re.IGNORECASE)


def guess_law(names: Iterable[str]) -> Law | None:
    """The law that the names of a body and its council, and what else its papers say, point to; None for nothing."""
    told = [" ".join(name.split()) for name in names if name]
    for pattern, profile in (
        (_OURS, "barnet"),
        (_COMMUNITY, "wales-community"),
        (_SCOTTISH, "scotland"),
        (_PARISH, "england-parish"),
        (_WELSH, "wales"),
        (_PRINCIPAL, "england"),
    ):
        for name in told:
            if found := pattern.search(name):
                if profile == "england-parish" and any(_WELSH.search(other) for other in told):
                    return Law("wales-community", name)
                return Law(profile, name if len(name) < 80 else found[0])
    return None


CALLED = {
    "england": "the law of England for a principal council",
    "england-parish": "the law of England for a parish or town council",
    "wales": "the law of Wales for a principal council",
    "wales-community": "the law of Wales for a community or town council",
    "scotland": "the law of Scotland",
    "barnet": "the rules of Barnet",
}
"""What each shipped profile is called in a sentence."""
