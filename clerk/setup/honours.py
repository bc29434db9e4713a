"""What stands before a name and after it: "Rt Hon Ian Law", "Gus Hay MBE JP", "Eve Fir BSc (Hons)". None of it is a
surname.

A list of our own and no library's: nameparser, tried on the same names, loses "(Hons)" into nicknames, takes "Abbot
Ash" for an abbot, leaves "Phil Mba" without a surname, and knows neither DL, KC, LLB nor MSP.
"""

import re

from clerk.surnames import PARTICLE

_ORDERS = """
KG KT KP LG LT GCB KCB DCB CB GCMG KCMG DCMG CMG GCVO KCVO DCVO CVO LVO MVO GBE KBE DBE CBE OBE MBE BEM OM CH ISO RVM VC
GC GM DSO DSC DFC DCM MC MM AFC AFM CGM QGM QPM KPM QFSM KFSM QAM KAM QVRM TD VRD VR ERD ED JP DL VL QC KC MP MSP MS AM
MLA MEP MHK PC RN RM RAF ADC QHC QHP Bt Bart Esq Rtd Retd
"""
_LEARNED = """
BA BSc BEd BEng BMus BCom BD LLB LLM BCL MA MSc MEd MEng MBA MPhil MRes MPA MMus MSt MTh PhD DPhil EdD DSc DLitt DD
LLD MD MB BS ChB MBBS MBChB BDS BVSc PGCE PGDip DipHE DipEd CertEd CertHE HND HNC FdA FdSc RGN RN RMN FRSA FRICS MRICS
FRIBA RIBA MRTPI FRTPI FCA ACA FCCA ACCA ACMA FCMA CPFA CIPFA FCIS FCIPD MCIPD CIPD MCMI FCMI CMgr CEng IEng EngTech
MICE FICE MIMechE FIMechE MIET FIET CPhys MRSC FRSC CChem FRCP MRCP FRCS MRCGP FRCGP FBA FRS FRSE FSA FRGS FRHistS FLS
FIBMS PSLCC FSLCC CiLCA CILCA DMS NEBOSH AICPA MBCS FBCS CITP FIMA FCIH CIH QTS FIH FInstF MInstF FRHS
"""
_LETTERS = {letters.casefold(): letters for letters in (_ORDERS + _LEARNED).split()}
_TITLES = (
    r"(?:the\s+)?(?:rt\.?\s+hon(?:ourable)?|right\s+hon(?:ourable)?|hon(?:ourable)?|rev(?:erend|['’]?d)?|canon|prebendary|"
    r"mr|mrs|ms|miss|mx|dr|doctor|prof(?:essor)?|sir|dame|lord|lady|baroness|baron|viscount|"
    r"(?:lt\.?\s+)?col(?:onel)?|maj(?:or)?|capt(?:ain)?|cdr|commander|brig(?:adier)?|wing\s+commander|sqn\s+ldr)\b\.?"
)
_POSTS = r"(?:councillors?|cllrs?|cll|cyng(?:horydd)?|bailie|alderman|alderwoman|ald)\b\.?:?"
_BEFORE = re.compile(rf"^(?:(?P<post>{_POSTS})|(?P<title>{_TITLES}))\s*(?=\S)", re.IGNORECASE)
_HONS = re.compile(r"\s*[\[(]\s*(?:hons?|oxon|cantab|econ|eng|rtd|retd|hon)\.?\s*[\])]$", re.IGNORECASE)
_LAST = re.compile(r"[\s,]+(?P<letters>[A-Z][A-Za-z.]{0,9})\.?$")


def parts_of(printed: str) -> tuple[str, str, str]:
    """A name's title ("Rt Hon"), the name itself, and the letters after it ("MBE JP"), as they are printed.

    What stands for a post is left out: "Cllr". What would leave no surname is part of the name: "Major", "Dean Major".
    """
    name = " ".join(printed.split()).strip(" ,;")
    titles: list[str] = []
    while found := _BEFORE.match(name):
        rest = name[found.end() :].strip(" ,:")
        if found["title"]:
            # "Lord Hay" is called so, but "Major" alone, or "Earl Grey", are names.
            if not rest or (not re.search(r"\s", rest) and found["title"].casefold() in _GIVEN):
                break
            titles.append(found["title"].strip())
        name = rest
    letters: list[str] = []
    while True:
        cut = _HONS.search(name)
        degree = name[: cut.start()] if cut else name
        found_letters = _LAST.search(degree)
        if found_letters is None or not _are_letters(found_letters["letters"]):
            break
        before = degree[: found_letters.start()].strip(" ,")
        if not before or (len(before.split()) == 1 and _plain(found_letters["letters"]) not in _SURE):
            # "Ann MA" has a surname of two letters.
            break
        letters.insert(0, name[found_letters.start() :].strip(" ,"))
        name = before
    return " ".join(titles), name, " ".join(letters)


_GIVEN = ("major", "dean", "canon", "miss", "earl", "duke", "baron", "col", "maj", "hon", "cdr")


_SURE = frozenset(("CBE", "OBE", "MBE", "BEM", "KBE", "DBE", "JP", "QPM"))
"""Letters that are nobody's surname: they may stand after a surname alone."""


def _plain(word: str) -> str:
    return word.replace(".", "")


def _are_letters(word: str) -> bool:
    """Whether a word is letters after a name: known, and printed as such, in capitals ("MBE", "M.B.E.", "BSc")."""
    bare = _plain(word)
    known = _LETTERS.get(bare.casefold())
    return known is not None and (bare == known or bare.isupper())


def is_only_letters(text: str) -> bool:
    """Whether a text is nothing but letters after a name: "JP", "MBE, JP", "BSc (Hons)"."""
    words = re.sub(r"[\[(][^\])]*[\])]", " ", text).replace(",", " ").split()
    return bool(words) and all(_are_letters(word) for word in words)


_WORD = r"[^\W\d_][\w'’.-]*"
_TURNED = re.compile(
    rf"^(?P<surname>(?:(?:{PARTICLE}|st\.) )*{_WORD}), "
    rf"(?P<given>{_WORD}(?: {_WORD})?)$",
    re.IGNORECASE,
)


def turned(name: str) -> str:
    """A name with its surname last: "Hay, Gus MBE" is "Gus Hay MBE"; any other as it is."""
    title, bare, letters = parts_of(name)
    found = _TURNED.match(bare)
    if found is None or is_only_letters(found["given"]):
        return name
    return " ".join(filter(None, (title, found["given"], found["surname"], letters)))
