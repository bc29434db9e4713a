"""The keys of a vote."""

from screens.kit.commands import Command


class Unanimous(Command):
    id = "vote.unanimous"
    keys = ("u",)
    label = "Unanimous"
    help = "Puts the newest open question; everyone entitled voted for it."
    words = "agreed all in favour carried nem con"
    weight = 100
    constructs = ("VO-01",)


class CountVotes(Command):
    id = "vote.count"
    keys = ("0", "1", "2", "3", "4", "5", "6", "7", "8", "9")
    shown = "0-9"
    label = "Count"
    help = "Puts the newest open question and begins the count: for, space, against, space, abstained."
    words = "show of hands numbers tally"
    weight = 98
    action = "vote_count('{key}')"
    constructs = ("VO-02",)


class VoteByName(Command):
    id = "vote.named"
    keys = ("v",)
    label = "By name"
    help = "A vote named by exception: small letter against, capital abstains, - not voting, Tab: the rest are against."
    words = "division recorded vote named roll call vote"
    weight = 96
    constructs = ("VO-08", "VO-10")


class PutQuestion(Command):
    id = "question.put"
    keys = ("q",)
    label = "Put"
    help = "The chair puts the newest open question, before the vote is taken; space adds the words that lead to it."
    words = "question moved to the vote recommendations"
    weight = 70
    constructs = ("MT-01", "MT-08")


class Casting(Command):
    id = "vote.casting"
    keys = ("c",)
    label = "Casting"
    help = "The casting vote of whoever presides. A tie opens this by itself."
    words = "tie equal second vote"
    weight = 56
    constructs = ("VO-06",)


class OwnVote(Command):
    id = "vote.own"
    keys = ("k",)
    label = "Own vote"
    help = "A member requires that own vote be minuted: the seat's letter, then how."
    words = "recorded request individual vote kept"
    weight = 40
    constructs = ("VO-12",)
