/// The words of a name, made comparable: in lower case, without stops, marks and an article at the
/// front. `words` are a passage's tokens in lower case.
func nameWords(_ tokens: Range<Int>, _ words: [String]) -> [String] {
  var result: [String] = []
  for word in words[tokens] {
    if word == "'s" {
      // "Democratic People's Republic" keeps its word whole.
      if let last = result.popLast() { result.append(last + word) }
      continue
    }
    guard word.unicodeScalars.contains(where: { $0.properties.isAlphabetic || $0.isDigit }) else {
      continue
    }
    result.append(word.utf8.contains(0x2E) ? word.filter { $0 != "." } : word)
  }
  if result.count > 1, result[0] == "the" { result.removeFirst() }
  return result
}

extension Unicode.Scalar {
  fileprivate var isDigit: Bool { value >= 0x30 && value <= 0x39 }
}

/// Words that end names of companies without telling them apart.
package let companyEndings: Set<String> = [
  "inc", "corp", "corporation", "co", "company", "ltd", "limited", "plc", "llc", "ag", "sa", "nv",
  "se",
  "gmbh", "spa", "group", "holdings", "holding",
]

/// Words that end names of people without telling them apart.
package let personEndings: Set<String> = ["jr", "sr", "ii", "iii", "iv"]

/// First words of names of organisations that many share, so that one does not stand for the name.
let sharedNameWords: Set<String> = [
  "national", "united", "american", "european", "new", "first", "general", "international", "royal",
  "university", "bank", "ministry", "department", "state", "federal", "central", "public", "world",
  "north", "south", "east", "west", "northern", "southern", "eastern", "western", "british",
  "russian", "chinese", "french", "german", "japanese", "korean", "indian", "african", "asian",
  "global", "supreme", "high", "house", "white", "foreign", "defense", "defence", "office",
  "institute", "union", "council", "committee", "commission", "agency", "association", "society",
  "center", "centre", "college", "school", "party", "court", "city", "county", "people's", "social",
  "san", "los", "saint", "st", "republican", "democratic", "health", "trade", "human", "free",
]

/// The initials of a name of several words, without and with its small words: "IAEA", "DPRK".
func acronyms(of words: [String]) -> [String] {
  guard words.count >= 2 else { return [] }
  let all = words.compactMap(\.first).map(String.init).joined()
  let main = words.filter { !smallNameWords.contains($0) }.compactMap(\.first).map(String.init)
    .joined()
  return all == main ? [main] : [main, all]
}

/// Words of names that initials may leave out.
private let smallNameWords: Set<String> = [
  "of", "the", "and", "for", "in", "on", "de", "la", "&", "to",
]

/// Family names that stand first in the names of East Asia, where the first of three words, or of
/// two, is read as the family's.
let leadingSurnames: Set<String> = [
  "kim", "lee", "park", "choi", "choe", "chung", "jung", "jong", "kang", "cho", "jo", "yoon", "yun",
  "jang", "lim", "han", "oh", "seo", "shin", "kwon", "hwang", "ahn", "song", "ryu", "hong", "moon",
  "ri",
  "pak", "paek", "ro", "roh", "ban", "xi", "li", "wang", "zhang", "liu", "chen", "yang", "zhao",
  "huang", "zhou", "wu", "xu", "sun", "ma", "zhu", "hu", "guo", "he", "gao", "lin", "luo", "zheng",
  "liang", "xie", "tang", "deng", "feng", "yu", "qin", "jiang", "cai", "tsai", "mao", "wen", "peng",
  "tran", "nguyen", "pham", "le", "ho", "vo", "orban", "orbán", "ng", "tan", "lai", "chow", "cheng",
]

/// The formal first names of those who are called by a short one.
let formalNames: [String: String] = {
  let pairs = """
    abe abraham al albert alex alexander andy andrew art arthur barb barbara ben benjamin bernie \
    bernard bill william billy william bob robert bobby robert brad bradley cathy catherine charlie \
    charles chris christopher chuck charles cindy cynthia dan daniel danny daniel dave david debbie \
    deborah dick richard don donald doug douglas ed edward eddie edward fred frederick gabe gabriel \
    greg gregory hank henry jack john jake jacob jeff jeffrey jerry gerald jim james jimmy james joe \
    joseph joey joseph jon jonathan josh joshua judy judith kate katherine kathy katherine ken \
    kenneth kim kimberly larry lawrence len leonard liz elizabeth maggie margaret matt matthew max \
    maxwell meg margaret mike michael mitch mitchell nate nathan ned edward nick nicholas pam pamela \
    pat patrick peggy margaret pete peter phil philip ray raymond rich richard rick richard rob \
    robert ron ronald russ russell sam samuel sandy sandra steve steven sue susan ted theodore terry \
    terence tim timothy tom thomas tommy thomas tony anthony vic victor vince vincent walt walter \
    will william zach zachary
    """.split(whereSeparator: \.isWhitespace).map(String.init)
  var table: [String: String] = [:]
  for index in stride(from: 0, to: pairs.count - 1, by: 2) {
    table[pairs[index]] = pairs[index + 1]
  }
  return table
}()
