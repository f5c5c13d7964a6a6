"""English words that say how a question is put and not what it is about."""

_WORDS = """
a an the this that these those it its itself they them their theirs he him his she her hers we us our ours i
me my mine myself you your yours yourself one ones someone somebody anyone anybody something anything
everything is am are was were be been being do does did doing done have has had having can could will would
shall should may might must ought need let lets get gets got what which who whom whose where when why how
whether if and or but nor so than then as because while until since though although of in on at by to from
with without for about into onto over under up down out off through during between per via not no yes any some
all both each every either neither more most much many few less least lot lots other others another such same
own only just also too very really quite even still again ever never always already yet there here now please
thanks thank hello hi hey ok okay well oh um tell know want like think say ask give show find see look help
going go went wanted wanna gonna way thing things kind sort bit
"""

FUNCTION_WORDS = frozenset(_WORDS.split())
"""They never count as content: a question is not left unexplained by one of these."""
