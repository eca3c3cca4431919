"""Write the binary files of the sample case: two PDFs, a scan, a Word letter and an ODT notice.

The same run gives the same bytes everywhere: dates are fixed and nothing is compressed, since zlib
builds differ. Run `python tools/make_sample.py [FOLDER]`; without one it writes into the package.
Everybody and everything named here is invented.
"""

from __future__ import annotations

import io
import sys
import zipfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

DOCUMENTS = Path(__file__).parent.parent / "src" / "onrecord" / "demo" / "documents"

NOTICE = (
    "National Coin Cabinet",
    "Notice to the press, 9 November 2017",
    "The National Coin Cabinet announces with regret that at least 27 gold coins of the Tolvane "
    "Hoard have been replaced by casts. The casts were found during a count of the trays which "
    "began on Monday 23 October and is not yet finished.",
    "The hoard consists of 312 gold nobles of the fourteenth century. It was ploughed up at "
    "Tolvane in 1931 and has belonged to the state since 1932. It was last counted in full in "
    "1958, when the present inventory was typed.",
    "The casts are of gilded lead. They are some grams lighter than the coins whose places they "
    "have taken. They were noticed by the deputy keeper, Dr Noor Lindqvane, when she weighed a "
    "tray for an exhibition.",
    "The keeper, Dr Bertil Åsgrave, said: “These trays have been opened, counted and closed by "
    "people we trusted, and that is the whole of our embarrassment.” He said that the number "
    "might rise, and that he did not believe that the coins had been lost in a single night.",
    "The Cabinet has informed the police and the culture ministry. Dr Åsgrave said that he had "
    "been told by the ministry that the coins were not insured, “as nothing in our care ever is”.",
    "The strongroom is closed until further notice. The rest of the museum is open as usual, "
    "from ten to five, Mondays excepted.",
    "Questions to the keeper’s office, River Terrace, Hällin. "
    "The Cabinet will not comment on members of its staff.",
)

CHARGING = (
    "NOTICE OF CHARGE",
    "Friday 20 April 2018",
    "The Procurator General, Osvald Brenning, gives notice that Dagny Ørsholt, conservator, until "
    "last month of the National Coin Cabinet, and Casimir Velhart, dealer in coins, of Bellmaker "
    "Row, Hällin, have today been charged under section 14 of the Cultural Property Act.",
    "The charge",
    "1. The state alleges that between February 2014 and November 2016 Dagny Ørsholt removed not "
    "fewer than 43 gold coins of the Tolvane Hoard from the strongroom of the Cabinet. The places "
    "of 27 of them were filled with casts. The other 16 were taken from paper bags that had not "
    "been opened since 1958 and were not replaced.",
    "2. The state alleges that the coins, or most of them, were brought to the shop of Casimir "
    "Velhart, and that he received them knowing, or having reason to know, where they came from.",
    "3. It is alleged that between June 2014 and November 2016 Casimir Velhart sold not fewer than "
    'twelve of the coins to a collector, "Purchaser A", a person who at the time headed a '
    "department of state. Purchaser A is not charged. The state does not allege that Purchaser A "
    "knew that the coins had been taken from the Cabinet.",
    "4. It is believed that some of the coins have left the country.",
    "The evidence in summary",
    "5. A night porter, Emil Sandrow, has said in a statement made in November 2017 that on the "
    "night of 12 March 2015 he saw Ms Ørsholt leave by the river door with a roll of felt. The "
    "register of the strongroom shows that she had signed for a key on that day.",
    "6. The casts were made from moulds of a kind that is used in the workshop in which Ms Ørsholt "
    "was employed. Nine moulds were found there. They had been cleaned.",
    "7. Six invoices from Mr Velhart's shop describe gold nobles and do not say from whom they "
    "had been bought.",
    "8. Ms Ørsholt and Mr Velhart deny that they have committed an offence.",
    "The test",
    "9. Under the Procurator's Code a charge may be brought only if (first step) there is a sound "
    "expectation of conviction on each element of the offence, and (second step) the public has "
    "need of a trial. The elements of section 14 are: (a) that each object is one entered in the "
    "inventory of the state; (b) that the accused removed it, or received it, without authority; "
    "(c) that whoever received it knew, or had reason to know, that it had been so removed.",
    "10. The Procurator General is satisfied that the first step is reached today on each of the "
    "elements (a), (b) and (c) for each of the 43 coins, and that the second step is reached. "
    "The Code requires that the first step be kept under review until a verdict is given.",
    "The state values the coins at between 600,000 and 750,000 thalers.",
    "Nothing in this notice is a finding. Reporting that could prejudice a jury is an offence.",
    "Signe Hallomund, Deputy Procurator General, for the Procurator General",
)

LETTER = (
    "To the Procurator General",
    "Monday 4 March 2019",
    "To: Signe Hallomund, Procurator General. Copies to: Dr Noor Lindqvane, acting keeper of the "
    "National Coin Cabinet; Piet Ravensund, minister of culture.",
    "Dear Procurator General,",
    "The Tolvane Hoard",
    "The committee met in private this morning. It has before it your statement of 26 February, "
    "which consists of two sentences. We have read both of them several times. They are a receipt, "
    "not an account.",
    "We accept that the decision is yours alone and that the Diet may not ask you to take it "
    "again. But the collection belongs to the public, and the public has been told in sixteen "
    "months that 27 coins were missing, that 43 were, and that nobody will be tried for any of "
    "them.",
    "In April 2018 your predecessor, Mr Brenning, told us that he was satisfied on every element "
    "of section 14. Your statement says that he was right to be. We do not understand what "
    "has happened to the evidence since, apart from what we have read in the newspapers about one "
    "witness, and we should prefer not to learn our business from the newspapers.",
    "I therefore ask you to answer the following questions in writing.",
    "1. Which of the elements of section 14 was no longer reached on 26 February 2019, and for how "
    "many of the coins?",
    "2. When was your office first told that Mr Sandrow wished to withdraw his identification of "
    "Ms Ørsholt?",
    "3. Who outside your office, whether a minister or an official of another department, was "
    "consulted or informed before the decision was made public?",
    '4. Has the person described in the notice of charge as "Purchaser A" been interviewed by the '
    "police, and if not, who decided that?",
    "I ask the acting keeper, Dr Lindqvane:",
    "5. Does the Cabinet hold a photograph, made before 2014, of any of the coins that are said to "
    "be missing?",
    "And I ask the minister, Mr Ravensund:",
    "6. What has been spent on the security of the strongroom since November 2017?",
    "The committee asks for replies by noon on Monday 18 March. They will be published two days "
    "later, as this letter is today. A reply that a question cannot be answered is a reply, if "
    "it says why.",
    "We have been told by Dr Åsgrave, the former keeper, that an official of the culture ministry "
    "told him in 2012 that photographs of the hoard would be 'a luxury'. If the minister wishes to "
    "comment on that, we should be glad to hear from him.",
    "Yours sincerely,",
    "Ottoline Rasquin, chair",
)

REPLY = (
    "Dear Ms Rasquin,",
    "Thank you for your letter of 4 March. I answer your four questions in turn. I do so more "
    "fully than my predecessors would have done, and less fully than you would like.",
    "1. The element which was no longer reached is the first, that each object is one entered in "
    "the inventory of the state. Of the 43 coins in the charge, 31 could not be matched with the "
    "inventory of 1958. The weights in it were taken to the nearest gram and, as a report "
    "delivered by our own expert on 30 November showed, on a balance that was not true. We could "
    "not be sure of thirty-one. I do not think it right to say more about the remaining twelve.",
    "2. Mr Sandrow’s letter is dated 24 January. It was sent to the court, which passed it to this "
    "office on 28 January. He withdraws his identification of Ms Ørsholt. He does not withdraw "
    "his account that somebody left by the river door with a roll. Whether the second element "
    "could have been reached without him is a question which I did not have to decide.",
    "3. No minister and no official was consulted. The secretary’s office at the finance ministry "
    "was informed on the afternoon of 25 February, as a courtesy, because a paper from that "
    "ministry was among the exhibits. My spokesman said on 26 February that no member of the "
    "government had been consulted. That was correct.",
    "4. I am not able to answer the fourth question while a review of the police inquiry "
    "continues. I am told by Chief Inspector Klostrup that it will be finished in April.",
    "For convenience I set out how the first step of the Code stood on the two days.",
)
REPLY_TABLE = (
    ("Element of section 14", "20 April 2018", "26 February 2019"),
    ("(a) entered in the inventory", "reached for 43 coins", "not reached for 31 coins"),
    ("(b) removed or received without authority", "reached", "not decided"),
    ("(c) knowledge of the receiver", "reached", "not decided"),
)
REPLY_END = (
    "I was Mr Brenning’s deputy when the charge was brought, and I signed the notice for him. I "
    "thought then that he was right, and I think so now. A charge is not a promise.",
    "I do not propose to answer questions about persons who have not been charged.",
    "Yours sincerely,",
    "Signe Hallomund",
    "Procurator General",
)


def pdf(head: str, foot: str, title: str, day: datetime, paragraphs: tuple[str, ...]) -> bytes:
    """Set paragraphs as an A4 PDF with a text layer; head and foot stand on every page."""
    from fpdf import FPDF

    class Paper(FPDF):
        def header(self) -> None:
            self.set_font("Times", "I", 10)
            self.cell(0, 6, head, align="C", new_x="LMARGIN", new_y="NEXT")
            self.ln(6)

        def footer(self) -> None:
            self.set_y(-18)
            self.set_font("Times", "I", 9)
            self.cell(0, 6, f"{foot} - page {self.page_no()}", align="C")

    paper = Paper(format="A4")
    paper.set_compression(False)
    paper.set_creation_date(day)
    paper.set_producer("make_sample")
    paper.set_title(title)
    paper.set_author(head)
    paper.set_lang("en")
    paper.set_margins(28, 18, 28)
    paper.set_auto_page_break(True, margin=24)
    paper.add_page()
    for paragraph in paragraphs:
        short = len(paragraph) < 30 and not paragraph.endswith(",")
        paper.set_font("Times", "B" if short else "", 12)
        paper.multi_cell(0, 6, paragraph, align="L", new_x="LMARGIN", new_y="NEXT")
        paper.ln(3)
    return bytes(paper.output())


def scan() -> bytes:
    """Draw a ruled page of ink strokes and wrap it as a PDF that has a picture and no text."""
    width, height = 320, 440
    ink = [bytearray(b"\xff" * (width // 8)) for _ in range(height)]

    def dot(x: int, y: int) -> None:
        ink[y][x // 8] &= ~(0x80 >> x % 8)

    state = 1958
    for row in range(40, height - 20, 14):
        for x in range(20, width - 20):
            dot(x, row)
            state = (state * 1103515245 + 12345) % 2**31
            if x % 60 > 12 and state >> 16 & 3:
                dot(x, row - 3 - (state >> 20) % 6)
    for x in (20, 80, 240, width - 21):
        for y in range(26, height - 20):
            dot(x, y)
    picture = b"".join(ink)
    draw = b"q 595 0 0 818 0 12 cm /Page Do Q"
    parts = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
        b" /Resources << /XObject << /Page 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(draw), draw),
        b"<< /Type /XObject /Subtype /Image /Width %d /Height %d /ColorSpace /DeviceGray"
        b" /BitsPerComponent 1 /Length %d >>\nstream\n%s\nendstream"
        % (width, height, len(picture), picture),
    ]
    out = io.BytesIO()
    out.write(b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n")
    places = []
    for number, part in enumerate(parts, 1):
        places.append(out.tell())
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, part))
    table = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(parts) + 1))
    out.writelines(b"%010d 00000 n \n" % place for place in places)
    out.write(b"trailer\n<< /Size %d /Root 1 0 R >>\n" % (len(parts) + 1))
    out.write(b"startxref\n%d\n%%%%EOF\n" % table)
    return out.getvalue()


def packed(parts: dict[str, bytes]) -> bytes:
    """Zip parts in the order given, stored, all dated the first day a zip can tell."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        for name, content in parts.items():
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.create_system = 3  # or Windows would write another byte here
            archive.writestr(entry, content)
    return out.getvalue()


def docx() -> bytes:
    """Set the Procurator General's reply as a Word document, without the template's picture."""
    import docx as word

    letter = word.Document()
    core, day = letter.core_properties, datetime(2019, 3, 18, 9, 0, tzinfo=UTC)
    core.title, core.author = "Reply to the Public Collections Committee", "Signe Hallomund"
    core.comments, core.language, core.revision = "", "en", 1
    core.created = core.modified = day
    letter.sections[0].header.paragraphs[0].text = "Office of the Procurator General, Hällin"
    letter.add_heading("Reply to the Public Collections Committee", level=1)
    letter.add_paragraph("18 March 2019")
    for paragraph in REPLY:
        letter.add_paragraph(paragraph)
    table = letter.add_table(rows=0, cols=len(REPLY_TABLE[0]))
    for row in REPLY_TABLE:
        for cell, words in zip(table.add_row().cells, row, strict=True):
            cell.text = words
    for paragraph in REPLY_END:
        letter.add_paragraph(paragraph)
    out = io.BytesIO()
    _lighten(letter)
    letter.save(out)
    with zipfile.ZipFile(out) as archive:
        return packed({name: archive.read(name) for name in archive.namelist()})


def _lighten(letter: Any) -> None:
    """Drop what the template brings and the letter does not use: styles, and a picture of itself.

    Stored without compression they would take 800 kB (measured November 2026, python-docx 1.2).
    """
    kept = {"Normal", "Heading 1", "Header", "Normal Table", "Default Paragraph Font", "No List"}
    for style in list(letter.styles):
        if style.name not in kept:
            style.delete()
    for relations in (letter.part.rels, letter.part.package.rels):
        for key, relation in list(relations.items()):
            if relation.reltype.endswith(("/thumbnail", "/stylesWithEffects")):
                del relations[key]


def odt() -> bytes:
    """Set the museum's notice as an OpenDocument text."""
    head, day, *body = (escape(paragraph) for paragraph in NOTICE)
    office = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
    words = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
    meta = "urn:oasis:names:tc:opendocument:xmlns:meta:1.0"
    manifest = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
    start = '<?xml version="1.0" encoding="UTF-8"?>\n'
    paragraphs = "\n".join(f"<text:p>{paragraph}</text:p>" for paragraph in (day, *body))
    content = (
        f'{start}<office:document-content xmlns:office="{office}" xmlns:text="{words}" '
        'office:version="1.3"><office:body><office:text>\n'
        f'<text:h text:outline-level="1">{head}</text:h>\n{paragraphs}\n'
        "</office:text></office:body></office:document-content>\n"
    )
    about = (
        f'{start}<office:document-meta xmlns:office="{office}" xmlns:meta="{meta}" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="1.3"><office:meta>'
        "<dc:title>Notice to the press</dc:title><dc:creator>National Coin Cabinet</dc:creator>"
        "<meta:creation-date>2017-11-09T10:00:00</meta:creation-date><dc:date>2017-11-09T10:00:00"
        "</dc:date><dc:language>en</dc:language></office:meta></office:document-meta>\n"
    )
    kind = "application/vnd.oasis.opendocument.text"
    entries = "".join(
        f'<manifest:file-entry manifest:full-path="{path}" manifest:media-type="{media}"/>'
        for path, media in (("/", kind), ("content.xml", "text/xml"), ("meta.xml", "text/xml"))
    )
    listed = (
        f'{start}<manifest:manifest xmlns:manifest="{manifest}" manifest:version="1.3">'
        f"{entries}</manifest:manifest>\n"
    )
    return packed(
        {
            "mimetype": kind.encode(),
            "content.xml": content.encode(),
            "meta.xml": about.encode(),
            "META-INF/manifest.xml": listed.encode(),
        }
    )


def make() -> dict[str, bytes]:
    """Make every binary file of the sample, by name."""
    return {
        "01-cabinet-notice.odt": odt(),
        "04-procurator-charging-notice.pdf": pdf(
            "Office of the Procurator General, Hällin",
            "Notice of charge 2018/114",
            "Notice of charge",
            datetime(2018, 4, 20, 15, 0, tzinfo=UTC),
            CHARGING,
        ),
        "12-committee-letter.pdf": pdf(
            "The Diet of Vesmark - Public Collections Committee",
            "PCC 2019/07",
            "Letter to the Procurator General",
            datetime(2019, 3, 4, 15, 0, tzinfo=UTC),
            LETTER,
        ),
        "17-procurator-reply.docx": docx(),
        "19-inventory-1958-scan.pdf": scan(),
    }


def write(folder: Path) -> None:
    """Write the binary files of the sample into `folder`, over what is there."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in make().items():
        (folder / name).write_bytes(content)


if __name__ == "__main__":
    write(Path(sys.argv[1]) if len(sys.argv) > 1 else DOCUMENTS)
