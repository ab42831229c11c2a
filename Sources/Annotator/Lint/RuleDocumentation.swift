// Made from the comments of the rules; `RuleDocumentationTests` says how.

/// What a writer reads about each rule.
let ruleDocumentation: [String: String] = [
  "head/title-missing": #"""
  An article needs a title: a line `# Title` before the body, or `title:` in the front matter.
  Readers, indexes and lists of headlines have nothing else to call it by.

      # Port workers walk out over night shifts
  """#,
  "head/title-duplicate": #"""
  An article has one title: a second level-one heading, or one besides the title of the front
  matter, leaves indexes and readers to guess which is meant. Headings of sections have two marks
  or more.

      # Port workers walk out over night shifts
      # What they ask for             ← make it “## What they ask for”

  A heading without text is the matter of `heading/empty`.
  """#,
  "head/publisher-missing": #"""
  An article's head names its publisher, in a bold line below the title or as `publisher:` in the
  front matter, so that a reader knows whose account it is.

      **Reuters**

  Any bold line of the head is taken for it that is neither a date nor an address and not a whole
  sentence.
  """#,
  "head/date-missing": #"""
  An article's head needs its date: a bold line below the title, or `date:` in the front matter.
  Without it nobody can tell which day "on Thursday" is.

      **2023-10-27 22:33**

  A line that tries to be a date and is none is the matter of `head/date-invalid`.
  """#,
  "head/date-invalid": #"""
  The date of an article's head is a real day, written `YYYY-MM-DD`, with the time of day behind it
  where that is known: `YYYY-MM-DD HH:MM`. Other orders of day and month mean different days to
  different readers.

      **2023-10-27 22:33**

  Only lines of digits and separators are looked at: a date in words is left to the reader.
  """#,
  "head/url-missing": #"""
  An article's head gives the address at which it was published, in a bold line or as `url:` in the
  front matter, so that it can be cited and checked.

      **https://www.example.org/world/2023-10-27/talks**

  A line that tries to be an address and is none is the matter of `head/url-invalid`.
  """#,
  "head/url-invalid": #"""
  The address in an article's head is whole: `https://` or `http://`, a host, and no blanks.

      **https://www.example.org/world/2023-10-27/talks**
      **www.example.org/world/talks**             ← no scheme
      **htp://www.example.org/world/talks**       ← no such scheme
      **https://www.example.org/world/the talks** ← a blank

  Looked at is the bold line, or the value of `url:`, that begins with `http`, `htp` or `www.` or
  contains `://`.
  """#,
  "head/date-url-mismatch": #"""
  The day in an article's address is the day in its head, or the day before or after, since clocks
  differ between desks. A greater difference means that one of the two was copied from another
  article.

      **2023-10-27**
      **https://www.example.org/world/2023-10-12/talks** ← fifteen days earlier

  Days are looked for in the forms `2023-10-27` and `2023/10/27`. An address that holds several needs
  one that fits.
  """#,
  "head/order": #"""
  The parts of an article's head stand in the order in which programs and readers look for them:
  title, publisher, date, address.

      # Port workers walk out over night shifts
      **2023-10-27**                     ← the publisher comes first
      **Reuters**
      **https://www.example.org/port**

  The rule looks at heads that have all four as a heading and bold lines; front matter has no order.
  The fix puts the four lines in order, each where one of them stood.
  """#,
  "image/alt-missing": #"""
  An image has an alternative text, for readers who do not see it and for when it does not load.

      ![Rescue workers carry a boat down a flooded street](flood.jpg)
      ![](flood.jpg)             ← nobody knows what it shows
  """#,
  "image/caption-missing": #"""
  An image is followed by its caption, a plain paragraph: who and what is to be seen, where and
  when, and whose picture it is.

      ![Rescue workers carry a boat](flood.jpg)

      Rescue workers carry a boat through Passau, Germany, June 3, 2024. Example/A. Photographer

  A heading, another image, a list, a block quotation, a line of the head, the credit or the end of
  the text is no caption. Images inside a paragraph of text need none.
  """#,
  "image/url-missing": #"""
  An image says where it is to be found.

      ![Rescue workers carry a boat](flood.jpg)
      ![Rescue workers carry a boat]()          ← shows nothing
  """#,
  "link/destination-missing": #"""
  A link leads somewhere.

      The [report](https://www.example.org/report.pdf) was published on Monday.
      The [report]() was published on Monday.          ← leads nowhere
  """#,
  "link/text-missing": #"""
  A link has a text, or an image, that a reader can see and click.

      [The report](https://www.example.org/report.pdf)
      [](https://www.example.org/report.pdf)          ← nobody can see it
  """#,
  "link/unclosed": #"""
  The parenthesis that a link's address stands in is closed. If it is not, readers see the address
  and the brackets.

      The [report](https://www.example.org/report.pdf) was published on Monday.
      The [report](https://www.example.org/report.pdf was published on Monday.

  Parentheses inside an address are fine when they are balanced. No other rule of links fires on a
  link that is not closed.
  """#,
  "link/bare-url": #"""
  An address in the text is a link: `[text](address)`, or `<address>` where it is to be seen. A bare
  one is a link in some programs and plain text in others, and often takes the next comma with it.

      More at <https://www.example.org/report.pdf>.
      More at https://www.example.org/report.pdf.

  Addresses in links, in code, in alternative texts and in the head's own line are left alone. The
  fix puts angle brackets about the address; one that begins with `www.` becomes a link.
  """#,
  "link/text-generic": #"""
  The text of a link says what it leads to: readers skim links, and some hear nothing else.

      Read the [commission's report](https://www.example.org/report.pdf).
      The commission's report is [here](https://www.example.org/report.pdf).

  Generic are "here", "click here", "this", "this link", "link", "read more" and "more", in any
  case, when they are the whole text of the link.
  """#,
  "link/reference-undefined": #"""
  A link by reference, `[text][label]` or `[label][]`, needs a line that defines its label. Without
  one readers see the brackets.

      The [report][1] was published on Monday.

      [1]: https://www.example.org/report.pdf

  A single pair of brackets is text unless its label is defined: `[sic]`, `[the minister]`.
  """#,
  "text/mojibake": #"""
  Letters that came out as rows of accented letters and signs, since UTF-8 was read as Latin-1 or
  Windows-1252, once or twice over: `CafÃ©` for `Café`, `â€™` for `’`, `Ð¡` for `С`, `ÃƒÂ©` for `é`.
  The fix decodes them back.

  Only what makes valid UTF-8 and a likelier text is taken for such: `Â£5` and `naÃ¯ve` are, `CITÉ »`
  and `SÃO PAULO` are not.
  """#,
  "text/punctuation-missing": #"""
  A paragraph of the body ends with a full stop, a question or exclamation mark or an ellipsis, and
  what closes behind these. A paragraph that ends without was often cut off.

      The talks resume on Monday.

  Headings, list items, tables, captions, credits and the source line of a block quotation need no
  stop, nor does a colon before a quotation, list or other block.
  """#,
  "quote/unbalanced": #"""
  Each quotation mark of a paragraph, title or list item has a partner; otherwise a reader cannot
  tell where somebody's words begin or end.

      “We will stay,” she said.

  Apostrophes (`don't`, `the '90s`, `’em`) and the signs of feet, inches, minutes and seconds
  (`6'2"`) are no quotation marks. A quotation that runs over several paragraphs opens each of them
  and closes only the last: an opening mark without a partner is right when the next paragraph
  begins with an opening mark.
  """#,
  "claim/headline-quote-missing": #"""
  What the title puts in quotation marks stands in the article too, so that a reader can see who
  said it and in which words.

      # Minister calls report 'distorted'

      The minister said the report was "politicised and distorted".

  Captions and body are searched for the words, quoted or not; case, punctuation, the style of
  quotation marks and spacing do not matter. What brackets add and dots leave out is passed over.
  """#,
  "heading/level-skipped": #"""
  A heading is at most one level below the heading before it: programs that make a table of contents
  of headings, and readers who listen to them, lose their way otherwise.

      ## The vote
      #### What comes next          ← make it “### What comes next”

  To go up any number of levels is fine.
  """#,
  "heading/empty": #"""
  A heading has a text.

      ##          ← heads nothing

  The fix removes the line.
  """#,
  "html/unclosed": #"""
  An HTML element that needs an end tag has one; without it, everything behind it belongs to the
  element.

      The vote was <b>not</b> secret.
      The vote was <b>not secret.

  Elements that never have one (`br`, `hr`, `img`, `wbr` and the like) and those that may go without
  (`p`, `li`, table cells and the like) are left alone. The end tag may stand in another block.
  """#,
  "emphasis/unclosed": #"""
  A mark that begins emphasis has a partner that ends it; readers see the mark otherwise.

      The vote was **not secret**, the clerk said.
      The vote was **not secret, the clerk said.

  Looked at are `*`, `**`, `_` and `__` in front of a word that could only begin emphasis. A sign of
  multiplication (`2 * 3`), a name of a program (`snake_case`), the mark of a note (`word*`) and the
  bullet of a list begin none.
  """#,
  "list/marker-mixed": #"""
  The items of one list have one bullet. Another mark begins another list, which most programs set
  apart from the first.

      - fish
      * bread          ← make it “- bread”

  Lists of different levels may have different bullets, and so may lists with text between them.
  The fix gives the items the bullet of the first.
  """#,
  "line-ending/mixed": #"""
  All lines of a file end alike, with LF, CRLF or CR. Mixed endings come from several programs that
  wrote to one file, and make differences that nobody can see.

  The finding lies on the first line whose ending is not that of the first line. The fix gives all
  lines the ending of the first.
  """#,
  "file/not-utf8": #"""
  A file is UTF-8. Other encodings are read wrongly by most programs, and what cannot be read cannot
  be checked: nothing else is reported of such a file.

  The finding lies on the line of the first byte that is not UTF-8.
  """#,
  "file/empty": #"""
  A file that is to be an article holds something. Nothing else is reported of one that has no bytes
  or only blanks.
  """#,
  "file/byte-order-mark": #"""
  A file does not begin with U+FEFF, the byte order mark: UTF-8 has no byte order, and programs that
  do not know the mark take it for a character of the title.

  The fix removes it.
  """#,
  "suppression/unused": #"""
  A comment that silences a rule on the next line has something to silence there. One that has not is
  left over from a defect that was mended, and would hide the next one.

      <!-- annotate-disable-next-line text/mojibake -->
      The Café opens on Monday.

  Rules that do not run, since the configuration has them off, are not missed. The fix takes the
  names from the comment that are of no use, and removes a comment that has no other.
  """#,
]
