/// The forms of a verb: base, third person, past, participle, gerund. `irregular` is `-`, `double`
/// (admit, admitted), or the past and the participle with a comma between.
func verbForms(of lemma: [UInt8], irregular: [UInt8]) -> [[UInt8]] {
  let e = UInt8(ascii: "e")
  let y = UInt8(ascii: "y")
  guard let last = lemma.last, lemma.count >= 2 else { return [lemma] }
  let beforeLast = lemma[lemma.count - 2]
  let isDoubled = irregular == Array("double".utf8)
  let stem = isDoubled ? lemma + [last] : lemma
  let past: [UInt8]
  let gerund: [UInt8]
  if last == e {
    past = lemma + Array("d".utf8)
    let cut = beforeLast == UInt8(ascii: "i") ? 2 : beforeLast == e ? 0 : 1
    gerund = lemma.dropLast(cut) + Array((cut == 2 ? "ying" : "ing").utf8)
  } else if last == y, !isVowel(beforeLast) {
    past = lemma.dropLast() + Array("ied".utf8)
    gerund = lemma + Array("ing".utf8)
  } else {
    past = stem + Array("ed".utf8)
    gerund = stem + Array("ing".utf8)
  }
  var forms = [lemma, plural(of: lemma)]
  if irregular.contains(UInt8(ascii: ",")) {
    forms += irregular.split(separator: UInt8(ascii: ",")).map(Array.init)
    // put, putting; swear, swearing.
    let isShort =
      !isVowel(last) && isVowel(beforeLast) && lemma.count <= 5
      && !lemma.dropLast(2).contains(where: isVowel) && last != UInt8(ascii: "w")
    forms.append(isShort ? lemma + [last] + Array("ing".utf8) : gerund)
    if isShort { forms.append(gerund) }
  } else {
    forms += [past, gerund]
  }
  return forms
}

/// A noun's plural, which is a verb's third person too.
func plural(of lemma: [UInt8]) -> [UInt8] {
  guard let last = lemma.last, lemma.count >= 2 else { return lemma }
  let beforeLast = lemma[lemma.count - 2]
  if last == UInt8(ascii: "y"), !isVowel(beforeLast) {
    return lemma.dropLast() + Array("ies".utf8)
  }
  let hisses =
    [UInt8(ascii: "s"), UInt8(ascii: "x"), UInt8(ascii: "z"), UInt8(ascii: "o")].contains(last)
    || last == UInt8(ascii: "h")
      && (beforeLast == UInt8(ascii: "c") || beforeLast == UInt8(ascii: "s"))
  return lemma + Array((hisses ? "es" : "s").utf8)
}

private func isVowel(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"),
    UInt8(ascii: "u"):
    true
  default: false
  }
}
