import TestSupport
import Testing

@testable import Annotator

/// What any reader would find in real articles, from the text to the annotations.
struct ObviousFindingsTests {
  /// How many names of the two articles may be missed: those that end in a common noun or stand in a
  /// role.
  private static let allowances = ["000_286d863057edb971": 0, "004_e322acb94a020a08": 3]
  private static let shared = "Tests/Fixtures/shared-seeds.gold.jsonl"
  private static let isShared = SharedData.seed("004_e322acb94a020a08.txt") != nil

  /// The names of the sample articles are made up, so that no list knows them; three of four are found
  /// all the same.
  @Test func namesOfTheSampleArticlesAreFound() throws {
    let articles = try GoldArticle.read("seeds/gold.jsonl")
    let missed = try articles.map { $0.missedNames(try $0.annotated()) }
    let count = articles.reduce(0) { $0 + $1.names.count }
    let misses = missed.reduce(0) { $0 + $1.count }
    #expect(misses * 4 <= count, "\(misses) of \(count): \(missed)")
  }

  @Test(.enabled(if: isShared, "the shared articles are not here"))
  func namesOfTheSharedArticlesAreFound() throws {
    for article in try GoldArticle.read(Self.shared) {
      let missed = article.missedNames(try article.annotated())
      let allowed = try #require(Self.allowances[article.id])
      #expect(missed.count <= allowed, "\(article.id): \(missed)")
    }
  }

  /// A claim in words.
  private struct Said: Equatable {
    var source: [String]
    var who: String?
    var cue: [String]
    var content: [String]
    var form: ClaimForm
    var polarity: Polarity
  }

  private func said(_ article: Int) throws -> [Said] {
    let analysis = try GoldArticle.read(Self.shared)[article].annotated()
    let found = analysis.annotations
    return found.claims.map { claim in
      Said(
        source: claim.source.map { analysis.visibleText($0) },
        who: claim.sourceChain.map { found.chains[$0].name },
        cue: claim.cue.map { analysis.visibleText($0) },
        content: claim.content.map { analysis.visibleText($0) }, form: claim.form,
        polarity: claim.polarity)
    }
  }

  private func only(_ claims: [Said], _ isWanted: (Said) -> Bool) throws -> Said {
    let wanted = claims.filter(isWanted)
    try #require(wanted.count == 1, "\(wanted)")
    return wanted[0]
  }

  @Test(.enabled(if: isShared, "the shared articles are not here"))
  func theMinistersQuotationsAreHers() throws {
    let claims = try said(0)
    for beginning in ["\"If they were curious to prove", "\"It is the steadfast will and stand"] {
      let claim = try only(claims) { $0.content.first?.hasPrefix(beginning) == true }
      #expect(claim.who == "Choe Son Hui")
      #expect(claim.source == ["Choe"] && claim.cue == ["said"])
      #expect(claim.form == .direct && claim.polarity == .positive)
      #expect(claim.content.count == 1 && claim.content[0].hasSuffix(",\""))
    }
  }

  @Test(.enabled(if: isShared, "the shared articles are not here"))
  func theDenialIsNegative() throws {
    let claim = try only(try said(0)) { $0.cue.first?.hasSuffix("denied") == true }
    #expect(claim.source == ["Russia and North Korea"])
    #expect(claim.polarity == .negative)
    #expect(
      claim.content.first?.hasPrefix("that arms are being transferred from the North") == true)
  }

  @Test(.enabled(if: isShared, "the shared articles are not here"))
  func threeCountriesAreOneSource() throws {
    let three = ["The United States, South Korea and Japan"]
    let claims = try said(0).filter { $0.source == three }
    #expect(claims.contains { $0.cue.first?.hasSuffix("condemned") == true })
    #expect(claims.contains { $0.cue == ["saying"] })
  }

  @Test(.enabled(if: isShared, "the shared articles are not here"))
  func theSpokesmansQuotationsAreHis() throws {
    let claims = try said(1)
    let first = try only(claims) { $0.content.first?.hasPrefix("\"There are many such") == true }
    #expect(first.source == ["Kremlin spokesman Dmitry Peskov"])
    #expect(first.content.count == 1, "three sentences are one content")
    #expect(first.content.first?.hasSuffix("We see no point in commenting on this.\"") == true)
    let second = try only(claims) { $0.content.first?.hasPrefix("\"North Korea is our") == true }
    #expect(second.source == ["He"])
    #expect(second.content.first?.hasSuffix("close relations in all areas.\"") == true)
    let third = try only(claims) { $0.content.first?.hasPrefix("\"We don't comment") == true }
    #expect(third.source == ["Peskov"])
    for claim in [first, second, third] {
      #expect(claim.who == "Dmitry Peskov" && claim.form == .direct)
    }
  }

  @Test(.enabled(if: isShared, "the shared articles are not here"))
  func thePronounIsTheSpokesman() throws {
    let analysis = try GoldArticle.read(Self.shared)[1].annotated()
    let found = analysis.annotations
    let pronouns = found.entities.filter { analysis.text.string($0.range) == "He" }
    #expect(pronouns.count == 1)
    #expect(pronouns.first?.mention == .pronoun)
    #expect(pronouns.first?.chain.map { found.chains[$0].name } == "Dmitry Peskov")
    #expect(pronouns.first?.chain.map { found.chains[$0].role } == "Kremlin spokesman")
  }
}

struct SHA256Tests {
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
  ])
  func theStandardsExamplesHold(text: String, hash: String) {
    #expect(sha256(text.utf8) == hash)
  }
}
