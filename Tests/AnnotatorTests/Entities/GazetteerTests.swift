import Foundation
import TestSupport
import Testing

@testable import Annotator

private let environment = ProcessInfo.processInfo.environment

@Suite struct GazetteerTests {
  @Test(arguments: [
    ("North Korea", NameKinds.country), ("NORTH KOREA", .country), ("U.S.", .country),
    ("Côte d'Ivoire", .country), ("Cote d’Ivoire", .country), ("Guinea Bissau", .country),
    ("UN", .organization), ("Al-Qaida", .organization), ("al Qaida", .organization),
    ("Shi'ite", .group), ("Sotheby's", .organization), ("Kim Jong-un", .person),
    ("foreign minister", .title), ("Foreign Minister", .title), ("Pyongyang", .largeCity),
    ("São Paulo", .largeCity), ("Sao Paulo", .largeCity), ("Kenyans", .demonym),
    ("Patricia", .femaleName), ("Smith", .commonSurname), ("May", .calendar),
    ("reading", .commonWord), ("Danube", .location), ("KCNA", .newsOutlet),
  ])
  func knows(name: String, kind: NameKinds) {
    #expect(Gazetteer.standard.kinds(of: name).intersects(kind))
  }

  @Test(arguments: [
    ("who", NameKinds.organization), ("us", .country), ("Democratic People", .country),
    ("Qwzrty", NameKinds(rawValue: .max)), ("", NameKinds(rawValue: .max)), ("Lavrov", .country),
    ("said", .person), ("peace", .person),
  ])
  func knowsNot(name: String, kind: NameKinds) {
    #expect(!Gazetteer.standard.kinds(of: name).intersects(kind))
  }

  @Test func beginningsOfNamesAreNoNames() {
    #expect(Gazetteer.standard.kinds(of: "Antananari").isEmpty)
    #expect(Gazetteer.standard.kinds(of: "Burkina").isEmpty)
    #expect(Gazetteer.standard[NameHash("Burkina".utf8).value] == .continues)
  }

  @Test func encodingDoesNotDependOnOrder() {
    let names = (0..<500).map { "Name \($0) of \($0 * $0)" }
    var one = GazetteerBuilder()
    var other = GazetteerBuilder()
    for name in names { one.add(name.utf8, .person) }
    for name in names.reversed() { other.add(name.utf8, .person) }
    #expect(one.encoded() == other.encoded())
  }

  @Test func namesSpreadOverTheSlots() {
    let slots = 1000
    let homes = Set(
      (0..<1000).map { Gazetteer.home(of: NameHash("\($0)".utf8).value, slots: slots) })
    #expect(homes.count > 550)
    #expect(homes.allSatisfy { (0..<slots).contains($0) })
  }

  @Test func damagedFilesKnowNothing() {
    var builder = GazetteerBuilder()
    builder.add("Rome".utf8, .city)
    let whole = builder.encoded()
    for count in 0...whole.count {
      let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: count, alignment: 1)
      defer { copy.deallocate() }
      copy.copyBytes(from: whole.prefix(count))
      let found = Gazetteer(permanent: UnsafeRawBufferPointer(copy)).kinds(of: "Rome")
      #expect(found == (count == whole.count ? .city : []))
    }
  }

  /// `UPDATE_MODELS=1` writes the file first.
  @Test(.enabled(if: SharedData.file("data/gazetteer") != nil, "needs the lists of names"))
  func fileIsFresh() throws {
    let model = SharedData.repository.appending(path: "Sources/Annotator/Model")
    let names = try Data(contentsOf: model.appending(path: "names.tsv"))
    let built = buildGazetteer(names: Array(names)) { path in
      SharedData.file("data/" + path).flatMap { try? Data(contentsOf: $0) }.map(Array.init)
    }
    let file = model.appending(path: "gazetteer.bin")
    if environment["UPDATE_MODELS"] != nil {
      try Data(built).write(to: file)
    }
    #expect(try Array(Data(contentsOf: file)) == built, "make models writes the file anew")
  }
}
