import Testing

@testable import Annotator

@Suite struct NameFormTests {
  private func form(_ name: String) -> NameForm {
    NameForm(name.split(separator: " ").map(String.init))
  }

  @Test func aPartHasTheHashOfTheNameItIs() {
    let whole = form("lundqvist cargo inc")
    #expect(whole.hash(of: whole.thingCore) == form("lundqvist cargo").hash)
    #expect(whole.hash(of: 1..<2) == form("cargo").hash)
    #expect(form("bill gates").fullNameHash == form("dr william henry gates jr").fullNameHash)
    #expect(whole.hash != form("cargo lundqvist inc").hash)
  }

  @Test func otherNamesOfAStateAreTheUsualOne() {
    #expect(form("united states of america").usualHash == form("united states").hash)
    #expect(form("us").state == "united states")
    #expect(form("pyongyang").capitalOf == "north korea")
    #expect(form("pyongyang").state == nil)
  }

  @Test func whatDoesNotTellNamesApartIsLeftOut() {
    #expect(form("dr martin king jr").personCore == 1..<3)
    #expect(form("russians").singularHash == form("russian").hash)
    #expect(form("national union of miners").sharedWords == 2)
    #expect(form("bank of england").acronyms.contains(form("boe").hash))
  }
}
