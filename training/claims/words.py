"""Invented people, bodies and things for the pairs of `training.claims.invent`."""

from __future__ import annotations

FIRST = """Ada Bilal Carys Dmitri Esther Fenella Gareth Hana Idris Joan Kofi Leila Magnus Nuala Osman
Priya Quentin Rosa Stellan Tamsin Ulla Viktor Wanda Xenia Yusuf Zoe Alan Bridget Colm Dara Emeka Freya
Graham Helga Ivo Jasper Keira Lionel Mei Niamh Oscar Paula Ralph Sunita Tobias Ursula Vera Walter Agnes
Benedict Clara Duncan Edith Farouk Gwen Henrik Imogen Jarek Katya Lowell Miriam Noor""".split()
LAST = """Abbott Brandvold Calloway Dunmore Ekwueme Fairclough Gannon Hollis Ingram Jessop Kirwan Lockhart
Mbeki Nakata Ostrova Pemberton Quill Redfern Sandoval Thorne Underhill Vance Whitlock Yarrow Zeller Ames
Birch Croft Dalgleish Easton Foss Grieve Hartnell Isley Jura Keane Lomax Marsh Neame Odell Pryce Rusk
Selwyn Trant Ure Vail Wexford Aldous Benson Corby Devane Elphick Furlong Gosse Heron Innes""".split()
PLACES = """Ashby Brackwater Coldstone Denholm Easterly Fallow Greyport Harrowgate Invermoor Kelder
Langmere Millbrook Northwick Oldcastle Penrow Ravensby Saltmarsh Thornbury Westhaven Zeeland""".split()
BODIES = """{p} Council|the {p} Harbour Board|{l} Holdings|{l} Group|the {p} Institute|{l} & {l2}|
the Ministry of Works|the {p} Trust|{p} Water|{l} Marine|the National Audit Bureau|the {p} Police|
the Fraud Office|the {p} Hospital|{p} Rail|the Treasury|the Election Commission|{p} University|
the Licensing Authority|{l} Pharma|the Prosecution Service|the {p} Gazette|the Planning Inspectorate"""
ROLES = """the minister|the deputy director|a senior official|the permanent secretary|the chief executive|
the treasurer|an adviser to the mayor|the former chair|the head of procurement|a junior clerk|
the finance director|a consultant|the inspector|the ambassador|the company's lawyer|a contractor|
the night manager|the mayor|the chief engineer|a former employee|the surgeon|the registrar"""
THINGS = """the tender papers:papers|three draft reports:report|the minutes of the meeting:minutes|
a sealed envelope:envelope|the customer list:list|the safety certificates:certificate|
confidential e-mails:e-mail|a memory stick:stick|the medical records:record|internal memos:memo|
the original contract:contract|the ballot boxes:box|blueprints of the dam:blueprint|a key to the vault:key|
the witness list:list|photographs of the site:photograph|the test results:result|a copy of the audit:copy|
classified cables:cable|the payroll files:file|an advance copy of the budget:copy|two laptops:laptop"""
SUBJECTS = """the bridge|the dam|the contract|the leak|the bid|the merger|the audit|the inquiry|the fire|
the flood defences|the new hospital wing|the vaccine trial|the election count|the land sale|the pension fund|
the redundancy plan|the tunnel|the pipeline|the ferry service|the school closure|the drug trial|the loan"""
COUNTS = """reports|e-mails|payments|patients|complaints|employees|files|meetings|passengers|houses|
invoices|votes|documents|shares|prisoners|vehicles|letters|tests"""
MONTHS = """January February March April May June July August September October November December""".split()
MONEY = "crowns|pounds|dollars|euros|francs"
STATES = """safe/unsafe|dangerous/harmless|public/confidential|genuine/forged|lawful/unlawful|
complete/incomplete|on time/late|solvent/insolvent|accurate/false|necessary/unnecessary|fair/unfair|
voluntary/compulsory|independent/controlled by the board|sound/defective|available/withheld|
secret/publicly known|open/closed|healthy/ill|guilty/innocent|alive/dead|met/not met|urgent/routine"""
ASIDES = """then employed by {b0}|{n0}|who joined the board in {y}|who denies it|{r}|known to the staff as the fixer|
who was charged in {m}|the only witness|then {r}|whose firm won the contract"""
PAPERS = "documents|papers|files|material|records"
EXTRAS = """|||||and the decision was a proper one|and nobody was told|and that is not in dispute|as part of the bid|
which were then copied|in the words of the charge|so that the contract could be won|and was paid for it|in {p}|in {m} {y}|last {m}|on {d} {m}|at a hotel in {p}|in the car park|by e-mail|
through an intermediary|before the vote|after the meeting|without telling anyone|as the hearing was told|
under pressure from the board|for the second time|for reasons that are not clear|at the request of {r}"""
OPENERS = """|||||||We now accept that |As far as I know, |I can say that |It is a matter of record that |
In my view |Let me be plain: |The truth is that |The documents show that |There is no doubt that |
I remember clearly that |Our position is that |I have always said that |It turned out that |
What happened is that """
BESIDE = """{s} has cost the town a great deal.|Nobody should be surprised by this.|The hearing goes on in {m}.|
It was raining that day.|{r} left the room at about six.|We will publish our findings in full.|
The board met in {p} that week.|That is all I have to say.|There were about {n} people in the building.|
I have answered every question put to me.|{s} was discussed at length.|{b} has a new chair."""


def each(listed: str) -> list[str]:
    """Cut a list at its bars."""
    return [" ".join(one.split()) if one.strip() else "" for one in listed.split("|")]
