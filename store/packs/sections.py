"""How the parts of a report are headed, and what of that heads an agenda instead."""

from __future__ import annotations

import re

_OF_A_REPORT = re.compile(
    r"(?:(?:the|officers?['’]?|planning|relevant|main|key|summary of|details? of|description of|other|further|proposed|"
    r"statutory|internal|external|public|national|local|human|material|full|brief|additional|list of|schedule of)\s+)*"
    r"(?:applications?|applicants?|proposals?|developments?|sites?|locations?|site visits?|surroundings|"
    r"recommendations?|"
    r"reasons?|histor(?:y|ies)|consultations?|consultees?|representations?|publicity|neighbours?|objections?|"
    r"(?:letters of )?support|polic(?:y|ies)|guidance|development plan|issues?|considerations?|appraisal|assessment|"
    r"evaluation|analysis|comments?|observations?|responses?|replies|rights|rights act.*|crime and disorder.*|"
    r"equalit(?:y|ies)|implications?|background|introduction|purpose|summary|executive summary|conclusions?|"
    r"conditions?|informatives?|notes? to applicant|constraints?|designations?|options?|appendi(?:x|ces)|"
    r"(?:parish|town|community|city) council|local members?|ward members?|division members?|highways?|"
    r"environmental health|decision|planning balance|principle of development|design|impact|drawings?|plans?|"
    r"legal|finance|financial|resources?|risks?|licensing objectives?|hearing|options? open to the .*|"
    r"promotion of the licensing objectives.*|licensable activities.*|operating schedule)"
    r"(?:\s+(?:and|&|of|for|to|on|from|in|by|with|statement|details?|description|proposals?|surroundings|received|"
    r"responses?|replies|context|background|papers?|information|history|policy|policies|framework|issues|"
    r"considerations?|comments?|guidance|implications?|referral|refusal|approval|report|committee|recommendations?|"
    r"delegation|decision|representations?|consultations?|rights|act|the|its|area|site|applicant|officers?|legal|"
    r"financial|equality|risk|planning|local|national|members?|parties|impact|assessment|council|call-?in|urgency|"
    r"deferral|process|summary|conclusions?|conditions?|reasons?|development|constraints|matters))*\s*[:.–-]*",
    re.IGNORECASE,
)
"""How the parts of a report on an application are headed."""

_OF_THE_AGENDA = re.compile(
    r"(?:(?:the|planning|licensing|major|minor|other|development|householder|full|outline|site) )*"
    r"(?:applications|proposals|developments|sites|visits|reports|plans|appendices|policies|objections)\s*[:.–-]*|"
    r"(?:planning|licensing|public) (?:issues|matters|development|history)|(?:the )?plans?|"
    r"(?:public|council) comments?",
    re.IGNORECASE,
)
"""What several items of an agenda may stand under."""

LONGEST = 70
"""Letters of a heading, at most."""


def is_of_a_report(text: str) -> bool:
    """Whether a line is the heading of a part of a report: "REASONS FOR REFERRAL", "Consultations"."""
    known = len(text) <= LONGEST and bool(_OF_A_REPORT.fullmatch(text.strip()))
    return known and not _OF_THE_AGENDA.fullmatch(text.strip())
