"""An agenda pack of an invented committee, as text, in the manner of the seeds. Nobody and nothing in it exists."""

from __future__ import annotations

FRONT = """\

MEETING

PARKS AND WATERWAYS COMMITTEE

DATE AND TIME

WEDNESDAY 12TH MARCH, 2031

AT 7.00 PM

VENUE

THE LONG ROOM, THORNMERE TOWN HALL, MILL LANE, THORNMERE TH4 4BG

**TO: MEMBERS OF PARKS AND WATERWAYS COMMITTEE
(Quorum 3)**

Chairman: Cllr Rowan Ash
Vice Chairman: Cllr Petra Birch-Vale

Councillors

Colin Cedar\t\t
Dora O-Dogwood\tIvo Bahram Elm\tGreta Fir
Hugh Hazel\tNell Juniper\t
Omar Oak\tLena Pine\t

Substitute Members

Councillor Mina Maple\tCouncillor Theo Thorn\t

In line with the Constitution's rules, requests to submit public questions must be submitted by 10AM on the third \
working day before the date of the committee meeting. Therefore, the deadline for this meeting is **Friday 7 March \
at 10AM**. Requests must be submitted to Una Reed Tel 020 7946 0001 una.reed@thornmere.example

**You are requested to attend the above meeting for which an agenda is attached.
Abel Vale – Head of Governance**

Governance Services contact: Una Reed 020 7946 0001

ORDER OF BUSINESS

Item No\tTitle of Report\tPages
1.\tMinutes of last meeting\t5 - 10
2.\tAbsence of Members (If any)\t
3.\tDeclaration of Members' Interests (If any)\t
4.\tPublic Questions (If any)\t
5.\tBoathouse Repairs\t11 - 28
6.\tQ1 and Q2 Performance Report 2030/31\t29 - 56
7.\tBlueprint for quieter mornings\t
8.\tFriends of the Parks Report\t57 - 68
9.\tForward Plan\t69 - 72
10.\tAny item(s) the Chairman decides are urgent\t

FACILITIES FOR PEOPLE WITH DISABILITIES

The town hall has access for wheelchair users including lifts. You will be directed to the nearest exit by uniformed

custodians. It is vital you follow their instructions.

This page is intentionally left blank
"""

MINUTES = """
Decisions of the Parks and Waterways Committee

11 December 2030

Members Present:-

AGENDA ITEM 1

Councillor Rowan Ash (Chairman)
Councillor Petra Birch-Vale (Vice-Chairman)

Councillor Colin Cedar\tCouncillor Greta Fir
Councillor Ivo Ellm\tCouncillor Hugh Hazel
Councillor Nell Juniper\tCouncillor Omar Oak

Apologies for Absence

Councillor Dora O-Dogwood Councillor Lena Pine

1. MINUTES OF LAST MEETING

RESOLVED – the minutes of the meeting held on 4 September 2030 were approved as an accurate record.

2. ABSENCE OF MEMBERS (IF ANY)

Apologies were received from Cllr Lena Pine and Cllr Dora O'Dogwood.

3. APPOINTMENT OF A SUB COMMITTEE

Lantern (2)\tHarbour (1)
1. Rowan Ash\t1. Hugh Hazel
2. Petra Birch-Vale\t

RESOLVED – the recommendation was unanimously approved.

4. LOCK GATES

A Member asked how often the gates were greased. Ms Ferry would write to Members.

Action: Ms Ferry

5. ANY ITEM(S) THE CHAIRMAN DECIDES ARE URGENT

The meeting finished at 8.19 pm
"""

REPORTS = """
Parks & Waterways
12 March 2031

Title\tRenewing the Boathouse
Report of\tCllr Rowan Ash
Wards\tAll
Status\tPublic
Urgent\tNo
Key\tNo
Enclosures\tAppendix 1 Plans of the boathouse Appendix 2 Costs
Officer Contact Details\tUlla Ferry, ulla.ferry@thornmere.example , 020 7946 0002

Summary

The boathouse leaks. The Committee are requested to approve its repair.

Officers Recommendations

1. That the Committee agree the repairs at Appendix 1 to the report
2. That Officers be instructed to carry them out.

1. WHY THIS REPORT IS NEEDED

- 1.1 The boathouse was built in 1911.

6. **BACKGROUND PAPERS**

6.1 None

\t<p style="text-align: center;">Parks & Waterways Committee</p> <p style="text-align: center;">FOR INFORMATION</p>
Title\tQuarter 1 (Q1) 2030/31 Performance Report
Report of\tCouncillor Rowan Ash – Committee Chairman
Wards\tAll
Status\tPublic
Urgent\tNo
Key\tNo
Enclosures\tNone
Officer Contact Details\t<p>Olaf Lock, Finance Partner olaf.lock@thornmere.example</p> <p>Ines Weir, Head of \
Performance ines.weir@thornmere.example</p>

Summary

This report is of Q1.

Officer Recommendations

- The Committee is asked to review the budget for Q1 and make any referrals to the Policy Committee.**

1. INTRODUCTION

- 1.1 The Committee has responsibility for parks.

Table 4: Priorities

Section\tPriority\tQ1 Overall Performance
5.\tKeeping paths dry\tSatisfactory

This page is intentionally left blank

\t<p>Parks & Waterways Committee</p> <p>12 March 2031</p>
<p>Title</p>\t<p>Quarter 2 (Q2) 2030/31 Performance Report</p>
<p>Report of</p>\t<p>Councillor Rowan Ash – Committee Chairman</p>
<p>Wards</p>\t<p>All</p>
<p>Status</p>\t<p>Public</p>
<p>Urgent</p>\t<p>No</p>
<p>Key</p>\t<p>No</p>
<p>Enclosures</p>\t<p>None</p>
<p>Officer Contact Details</p>\t<p>Olaf Lock, Finance Partner olaf.lock@thornmere.example Ines Weir, Head of \
Performance ines.weir@thornmere.example</p>

Summary

This report is of Q2.

Officer Recommendations

- The Committee is asked to review the budget for Q2 and make any referrals to the Policy Committee.**

1. INTRODUCTION

- 1.1 The Committee has responsibility for parks.

Parks Waterways Committee

12 March 2031

Title\tFriends of the Parks: Annual Report
Report of\tChairman of the Parks and Waterways Committee
Wards\tAll
Status\tPublic
Urgent\tNo
Key\tYes
Enclosures\tAnnual Report
Officers Contact Details\t<p>Will Quay, Engagement & Strategy Lead (will.quay@thornmere.example, 020 7946 0003)</p>

Summary

This is the fifth annual report.

Recommendations

1. That the Committee note the Annual Report and approve its publication.

1. WHY THIS REPORT IS NEEDED

- 1.1 An annual report is required.
"""

PLAN = """
This page is intentionally left blank

**Thornmere Council
Parks and Waterways Committee
March 2031 - June 2031**

Contact: Una Reed Tel 020 7946 0001 una.reed@thornmere.example

Title of Report\tOverview of decision\tReport Of (<i>officer</i>)\tIssue Type (Non key/Key/Urgent)
12 March 2031\t\t\t
Q1 2030/31 Performance Report\tIncluding update on the Plan\t\tNon-key
Weirs Report - DEFERRED\tItem DEFERRED until the flood is over.\t\tNon-key
Boathouse Repairs\tHead of Governance\t\tNon-key
5 June 2031\t\t\t

Title of Report\tOverview of decision\tReport Of (<i>officer</i>)\tIssue Type (Non key/Key/Urgent)
Towpath Update\t\tHead of Parks\tKey
To be allocated\t\t\t
Annual Review\tTo be brought when there has been time.\t\tNon-key

This page is intentionally left blank
"""

PACK = FRONT + MINUTES + REPORTS + PLAN
