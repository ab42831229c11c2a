/// One number for each label of a chain: 24 numbers, which is what the names need (O, and B and I of
/// eleven types) with one left over. A fixed width lets the compiler keep a row in registers.
struct LabelRow: ChainRow {
  /// The numbers of a row.
  static let width = 24

  /// Sums of weights in bytes.
  struct Units: RowUnits {
    fileprivate var a = SIMD8<Int16>.zero
    fileprivate var b = SIMD8<Int16>.zero
    fileprivate var c = SIMD8<Int16>.zero

    @inline(__always)
    mutating func add(_ bytes: UnsafeRawPointer) {
      a &+= widened(bytes.loadUnaligned(as: SIMD8<Int8>.self))
      b &+= widened(bytes.loadUnaligned(fromByteOffset: 8, as: SIMD8<Int8>.self))
      c &+= widened(bytes.loadUnaligned(fromByteOffset: 16, as: SIMD8<Int8>.self))
    }
  }

  /// Which row each number came from.
  struct Origins: RowOrigins {
    fileprivate var a = SIMD8<Int32>.zero
    fileprivate var b = SIMD8<Int32>.zero
    fileprivate var c = SIMD8<Int32>.zero

    @inline(__always)
    subscript(label: Int) -> Int {
      Int(label < 8 ? a[label] : label < 16 ? b[label - 8] : c[label - 16])
    }
  }

  var a: SIMD8<Float>
  var b: SIMD8<Float>
  var c: SIMD8<Float>

  /// A row of one number.
  @inline(__always)
  init(repeating value: Float) {
    a = SIMD8(repeating: value)
    b = a
    c = a
  }

  @inline(__always)
  init(_ a: SIMD8<Float>, _ b: SIMD8<Float>, _ c: SIMD8<Float>) {
    self.a = a
    self.b = b
    self.c = c
  }

  @inline(__always)
  init(_ units: Units) {
    self.init(floats(units.a), floats(units.b), floats(units.c))
  }

  /// The number of a label.
  @inline(__always)
  subscript(label: Int) -> Float {
    get {
      withUnsafeBytes(of: self) {
        $0.loadUnaligned(fromByteOffset: label * 4, as: Float.self)
      }
    }
    set {
      withUnsafeMutableBytes(of: &self) {
        $0.storeBytes(of: newValue, toByteOffset: label * 4, as: Float.self)
      }
    }
  }

  @inline(__always)
  static func + (x: LabelRow, y: LabelRow) -> LabelRow {
    LabelRow(x.a + y.a, x.b + y.b, x.c + y.c)
  }

  @inline(__always)
  static func - (x: LabelRow, y: LabelRow) -> LabelRow {
    LabelRow(x.a - y.a, x.b - y.b, x.c - y.c)
  }

  @inline(__always)
  static func * (x: LabelRow, y: LabelRow) -> LabelRow {
    LabelRow(x.a * y.a, x.b * y.b, x.c * y.c)
  }

  @inline(__always)
  static func * (x: LabelRow, y: Float) -> LabelRow {
    LabelRow(x.a * y, x.b * y, x.c * y)
  }

  /// The sum of the numbers.
  @inline(__always)
  var sum: Float { (a + b + c).sum() }

  /// The greatest number.
  @inline(__always)
  var max: Float { greater(greater(a, b), c).max() }

  /// The number that is furthest from 0, without its sign.
  @inline(__always)
  var magnitude: Float {
    Swift.max(max, -lesser(lesser(a, b), c).min())
  }

  @inline(__always)
  mutating func raise(to other: LabelRow, from origin: Int, _ origins: inout Origins) {
    let (x, y, z) = (other.a .> a, other.b .> b, other.c .> c)
    a.replace(with: other.a, where: x)
    b.replace(with: other.b, where: y)
    c.replace(with: other.c, where: z)
    let origin = SIMD8<Int32>(repeating: Int32(origin))
    origins.a.replace(with: origin, where: x)
    origins.b.replace(with: origin, where: y)
    origins.c.replace(with: origin, where: z)
  }

  @inline(__always)
  mutating func descend(_ gradient: LabelRow, _ squares: LabelRow, rate: Float) {
    a -= rate * gradient.a / (squares.a + 1e-4).squareRoot()
    b -= rate * gradient.b / (squares.b + 1e-4).squareRoot()
    c -= rate * gradient.c / (squares.c + 1e-4).squareRoot()
  }

  /// e to the power of each number. Numbers must not pass 80; those under -80 give next to nothing.
  @inline(__always)
  var exponential: LabelRow {
    LabelRow(exponentials(a), exponentials(b), exponentials(c))
  }
}

/// e to the power of each number, to a relative error of 3e-7. Written out, so that a model trains
/// to the same bytes with every system's mathematics library.
@inline(__always)
func exponentials(_ x: SIMD8<Float>) -> SIMD8<Float> {
  let x = lesser(greater(x, SIMD8(repeating: -80)), SIMD8(repeating: 80))
  // A float of this size has no bits for fractions: adding it rounds, and leaves the number in the
  // lowest bits. The library's own conversions of vectors are calls for each element.
  let shifted = x * 1.442_695_04 + SIMD8(repeating: 12_582_912)
  let n = shifted - SIMD8(repeating: 12_582_912)
  // ln 2 in two parts, the first exact in few bits.
  let r = (x - n * 0.693_359_375) + n * 0.000_212_194_44
  var p = SIMD8<Float>(repeating: 1.987_569_15e-4)
  p = p * r + 1.398_199_95e-3
  p = p * r + 8.333_451_9e-3
  p = p * r + 4.166_579_6e-2
  p = p * r + 1.666_666_5e-1
  p = p * r + 5.000_000_1e-1
  p = p * r * r + r + 1
  let bits = (unsafeBitCast(shifted, to: SIMD8<Int32>.self) &- 0x4B40_0000 &+ 127) &<< 23
  return p * unsafeBitCast(bits, to: SIMD8<Float>.self)
}

/// The greater of each two numbers. The library's `pointwiseMax` is a call for each element.
@inline(__always)
func greater(_ x: SIMD8<Float>, _ y: SIMD8<Float>) -> SIMD8<Float> {
  x.replacing(with: y, where: y .> x)
}

/// The lesser of each two numbers.
@inline(__always)
func lesser(_ x: SIMD8<Float>, _ y: SIMD8<Float>) -> SIMD8<Float> {
  x.replacing(with: y, where: y .< x)
}

/// The numbers as floats, in a form that the compiler makes one instruction of.
@inline(__always)
func floats(_ x: SIMD8<Int16>) -> SIMD8<Float> {
  SIMD8(
    Float(x[0]), Float(x[1]), Float(x[2]), Float(x[3]), Float(x[4]), Float(x[5]), Float(x[6]),
    Float(x[7]))
}

/// The numbers in more bits, in a form that the compiler makes one instruction of.
@inline(__always)
func widened(_ x: SIMD8<Int8>) -> SIMD8<Int16> {
  SIMD8(
    Int16(x[0]), Int16(x[1]), Int16(x[2]), Int16(x[3]), Int16(x[4]), Int16(x[5]), Int16(x[6]),
    Int16(x[7]))
}
