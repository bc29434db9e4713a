"""A meeting in which nearly everything happens, for tests that take it apart and put it together again."""

RICH = """
:apologies hazel
:apologies cedar kind=lateness
:sub maple for=hazel
:open 19:00
:present rest out=cedar
:take 1
:minutes 2030-12-11
:take 2
:@19:06 in cedar
:take 3
:declare elm,fir 7 kind=dpi effect=left -- own boats
:declare oak 8+9 -- holds an allotment
:heading after=3 -- Chairman's welcome
:take 4
:speakers on=7 -- Jo Fen, Al Moss for Di Yew and Cllr Bo Tarn
Questions were put and answered.
:order 8+7
:@19:30 take 8
:introduce reed how=presented
:invite vale
:motion oak elm kind=procedural -- That the question be now put
:vote 6 5 0
:amend ash birch add -- That the strategy be printed.
:amend oak duly on=A1 at=3 words=first -- printed -> published
:vote 7 3 1
:vote named against=elm,fir abstain=oak out=pine rest=for
:put r8 only=1
:vote unanimous
:put r8 only=2+3
:vote 5 5 1
:cast for
:@20:00 take 7
:@20:01 out elm,fir interest=yes
:amend pine none at=1 delete
:amend juniper oak at=2 replace -- That officers report back in June.
:amend willow cedar on=r7 at=2 words=all -- six -> nine
:vote 4 5 0 of=A4
:vote 5 4 0 recount=v6
:record oak against
:withdraw A5
:preside birch -- the Chairman had to leave
:out ash
:vote assent
:@20:40 in elm,fir
:action reed due=2031-07-03 -- mend the roof
:action -- find the money
:flag -- name of the contractor
:unflag
:flag
:motion birch cedar -- That the public be excluded
:vote assent
:exclude items=9 para=3
:take 9
The price was named.
:vote 8 1 1
:summary -- The disposal was approved.
:readmit
:item 11 title="Flooded Towpath" urgent=yes -- That it be noted
:person fenn title=Dr name="Ada Fenn" kind=partner
:in fenn
:seat maple for=willow
:unsub hazel
:take 11
:outcome noted
:take 10
:none
:take 5
:motion oak elm -- That a bench be bought
:amend elm ash on=m3 words=first -- a bench -> an oak bench
:accept A4
:notput m3
:appoint oak,elm to="Sub-Committee" seats=2
:take 6
:outcome deferred -- to June
:retitle 6 -- Review of Fees and Charges
:adjourn 21:00
:resume 21:10
:extend
:close 21:50
"""
