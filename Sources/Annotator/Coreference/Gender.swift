/// The grammatical gender that a pronoun asks of a person.
enum Gender: Sendable, Hashable {
  case male
  case female

  /// The gender that a title before a name shows.
  static func ofTitle(_ word: String) -> Gender? {
    if maleTitles.contains(word) { return .male }
    return femaleTitles.contains(word) ? .female : nil
  }

  /// The gender that a noun for a person shows, by itself or by its ending.
  static func ofNoun(_ word: String) -> Gender? { ofNoun(word, FoldedHash(word)) }

  /// The same for a word whose hash is known.
  static func ofNoun(_ word: String, _ hash: FoldedHash) -> Gender? {
    if maleNouns.contains(hash) { return .male }
    if femaleNouns.contains(hash) { return .female }
    guard word.utf8.last == UInt8(ascii: "n") else { return nil }
    if word.hasSuffix("woman") || word.hasSuffix("women") { return .female }
    // "chairman" and "spokesman" are used of men; "-man" alone is too short to be an ending.
    return word.hasSuffix("man") && word.utf8.count > 5 && !notMen.contains(word) ? .male : nil
  }

  /// The gender of those who mostly bear a first name: by a list of frequent names, which lists of
  /// all bearers give to both, then by the gazetteer where it knows it of one gender alone.
  static func ofFirstName(_ word: String) -> Gender? {
    if maleNames.contains(word) { return .male }
    if femaleNames.contains(word) { return .female }
    let kinds = Gazetteer.standard.kinds(of: word)
    guard kinds.contains(.maleName) != kinds.contains(.femaleName) else { return nil }
    return kinds.contains(.maleName) ? .male : .female
  }

  private static func words(_ text: String) -> Set<String> {
    Set(text.split(whereSeparator: \.isWhitespace).map(String.init))
  }

  private static let maleTitles = words(
    """
    mr sir lord king prince sheikh pope father mr. don baron duke emperor sultan imam
    """)
  private static let femaleTitles = words(
    """
    mrs ms miss mrs. ms. lady dame queen princess madame baroness duchess empress sister
    """)
  private static let maleNouns = WordSet(
    words:
      """
      man boy father son brother husband uncle nephew king prince widower monk priest actor \
      grandfather grandson boyfriend gentleman pope emperor duke
      """)
  private static let femaleNouns = WordSet(
    words:
      """
      woman girl mother daughter sister wife aunt niece queen princess widow nun actress seamstress \
      grandmother granddaughter girlfriend heiress waitress hostess duchess empress lady
      """)
  private static let notMen = words(
    """
    german roman human woman norman ottoman shaman caiman
    """)

  private static let maleNames = words(
    """
    aaron abdel abdul abdullah adam adrian ahmed ahmad alan albert alberto aleksandr alejandro \
    alexander alexei alexey alfred ali alistair allen amir anatoly andre andreas andrei andrew \
    andy angus anthony antoine anton antonio antony arthur barack barry bashar ben benjamin \
    bernard bernie bill bob boris brad brandon brian bruce bryan carl carlos charles chris \
    christian christopher chuck claude craig dan daniel david dean dennis derek diego dmitri \
    dmitry dominic don donald doug douglas ed edgar eduardo edward elliot emmanuel eric erik \
    ernesto ethan evgeny felipe felix fernando francis francisco franco frank franklin fred \
    frederick gabriel gareth gary gavin geoff geoffrey george gerald gerard gerhard giorgio \
    giovanni glenn gordon graham greg gregory guillermo gustavo hamid hans harold harry hassan \
    hector henri henry herbert howard hugh hugo hussein ian ibrahim igor ismail ivan jack jacob \
    jacques jake james jamie jan jared jason javier jay jean jeb jeff jeffrey jeremy jerry jesus \
    jim jimmy joachim joao joe joel johan johannes john johnny jon jonathan jorge jose joseph josh \
    joshua juan julian julio justin kamal karl keith ken kenneth kevin khalid kyle lars larry lee \
    leo leon leonid lewis lindsey lloyd louis lucas luis luke mahmoud malcolm manuel marc marcel \
    marco marcus mario mark martin masoud matt matteo matthew matthias maurice max michael michel \
    miguel mike mikhail mitch mitt mohamed mohammad mohammed muhammad mustafa nathan neil nelson \
    nicholas nick nicolas nigel nikolai noah norman oleg olivier omar oscar otto oliver pablo \
    patrick paul pavel pedro peter petr phil philip philippe pierre rafael ralph ramon rand \
    raymond recep reza ricardo richard rick rob robert roberto robin rodrigo roger roland ron \
    ronald roy rupert russell ryan salman sam samir samuel scott sean sebastian sergei sergey \
    sergio simon stanley stefan stephen steve steven stuart sundar ted terry thomas tim timothy \
    toby todd tom tomasz tony tyler vaclav valery victor viktor vincent vitaly vladimir volodymyr \
    walter warren wayne werner wilhelm will william wolfgang xavier yevgeny yitzhak yuri yusuf
    """)

  private static let femaleNames = words(
    """
    abigail agnes aisha alexandra alexandria alice alicia alison amanda amber amelia amy ana \
    anastasia andrea angela angelina anita ann anna anne annette annie antonia arlene ashley \
    audrey ayesha barbara beatrice benazir beth betty beverly bonnie brenda bridget britney camila \
    camilla carla carly carmen carol caroline carolyn catherine cathy cecilia charlene charlotte \
    chelsea cheryl christina christine cindy claire clara claudia condoleezza connie cristina \
    crystal cynthia daisy dana danielle deborah debbie debra denise diana diane dianne dolores \
    dominique donna doris dorothy edith eileen elaine eleanor elena elisabeth elise elizabeth ella \
    ellen emily emma erika erin esther eva evelyn fatima felicia fiona florence frances gabriela \
    gail georgia geraldine gina giorgia gladys gloria grace greta gretchen hannah harriet heather \
    heidi helen helena hillary ida indira inger ingrid irene irina isabel isabella ivanka jacinda \
    jackie jacqueline jane janet janice jasmine jean jeanne jennifer jenny jessica jill joan \
    joanna joanne josefina josephine joyce juanita judith judy julia juliana julie juliette june \
    kamala karen karin karine kate katherine kathleen kathryn kathy katie kayla kelly kellyanne \
    kim kimberly kirsten kristalina kristen kristin laura lauren leila leslie lillian linda lisa \
    liz loretta lori lorraine louise lucia lucy lydia lynn madeleine madison maggie malala marcia \
    margaret maria marie marilyn marina marine marjorie marta martha mary maureen megan meghan \
    melania melanie melinda melissa mercedes meredith michele michelle miriam molly monica nadia \
    nancy naomi natalia natalie natasha nicola nicole nikki nina nora norma olga olivia oprah \
    pamela patricia paula pauline peggy penny petra phyllis priti priscilla rachel rebecca regina \
    renée rhonda rita roberta rosa rosemary ruth sally samantha sandra sanna sarah sara shannon \
    sharon sheila sheryl shirley silvia simone sofia sonia sophia sophie stacey stephanie sue \
    susan susanna suzanne svetlana sylvia tamara tania tanya tara tatiana teresa theresa tiffany \
    tina tracy tulsi ursula valentina valerie vanessa vera veronica victoria viola violet virginia \
    vivian wanda wendy whitney yolanda yulia yvonne zainab zoe
    """)
}
