/// The SHA-256 of bytes in hexadecimal digits (FIPS 180-4), to tell whether a file that is not part
/// of the repository is the one that a test was written for.
public func sha256(_ bytes: some Collection<UInt8>) -> String {
  var message = Array(bytes)
  let bits = UInt64(message.count) * 8
  message.append(0x80)
  while message.count % 64 != 56 { message.append(0) }
  message += bigEndian(bits)
  var state = squareRoots
  for block in stride(from: 0, to: message.count, by: 64) {
    add(message[block..<block + 64], to: &state)
  }
  let digest = state.flatMap { bigEndian(UInt64($0)).suffix(4) }
  return digest.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
}

/// Takes one block of 64 bytes into the state.
private func add(_ block: ArraySlice<UInt8>, to state: inout [UInt32]) {
  var words = stride(from: block.startIndex, to: block.endIndex, by: 4).map { index in
    block[index..<index + 4].reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
  }
  for i in 16..<64 {
    let (a, b) = (words[i - 15], words[i - 2])
    let small = rotated(a, 7) ^ rotated(a, 18) ^ a >> 3
    let large = rotated(b, 17) ^ rotated(b, 19) ^ b >> 10
    words.append(words[i - 16] &+ small &+ words[i - 7] &+ large)
  }
  var s = state
  for i in 0..<64 {
    let choice = s[4] & s[5] ^ ~s[4] & s[6]
    let majority = s[0] & s[1] ^ s[0] & s[2] ^ s[1] & s[2]
    let first =
      s[7] &+ (rotated(s[4], 6) ^ rotated(s[4], 11) ^ rotated(s[4], 25)) &+ choice
      &+ cubeRoots[i] &+ words[i]
    let second = (rotated(s[0], 2) ^ rotated(s[0], 13) ^ rotated(s[0], 22)) &+ majority
    s = [first &+ second, s[0], s[1], s[2], s[3] &+ first, s[4], s[5], s[6]]
  }
  for i in 0..<8 { state[i] &+= s[i] }
}

/// The first 64 primes; the constants of the standard are bits of their roots.
private let primes: [UInt32] = {
  var primes: [UInt32] = []
  var candidate: UInt32 = 2
  while primes.count < 64 {
    if primes.allSatisfy({ !candidate.isMultiple(of: $0) }) { primes.append(candidate) }
    candidate += 1
  }
  return primes
}()

/// The first 32 bits of the fractions of the primes' square roots.
private let squareRoots = primes.prefix(8).map { prime in
  fraction { $0 * $0 <= UInt128(prime) << 64 }
}

/// The first 32 bits of the fractions of the primes' cube roots.
private let cubeRoots = primes.map { prime in
  fraction { $0 * $0 * $0 <= UInt128(prime) << 96 }
}

/// The last 32 bits of the greatest number below 2³⁷ that fits: a root, shifted by 32 bits.
private func fraction(_ fits: (UInt128) -> Bool) -> UInt32 {
  var root: UInt128 = 0
  for bit in (0..<37).reversed() where fits(root | 1 << UInt128(bit)) { root |= 1 << UInt128(bit) }
  return UInt32(truncatingIfNeeded: root)
}

private func rotated(_ word: UInt32, _ count: UInt32) -> UInt32 {
  word >> count | word << (32 - count)
}

private func bigEndian(_ number: UInt64) -> [UInt8] {
  (0..<8).reversed().map { UInt8(truncatingIfNeeded: number >> (8 * UInt64($0))) }
}
