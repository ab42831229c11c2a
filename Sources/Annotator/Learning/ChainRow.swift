/// One number for each label of a chain. Rows of a fixed width let the compiler keep one in registers;
/// whatever works on chains is generic over the width, and compiled for each.
protocol ChainRow: Sendable {
  /// Sums of rows that are stored in bytes.
  associatedtype Units: RowUnits
  /// Another row for each label.
  associatedtype Origins: RowOrigins
  /// The numbers of a row, and so the most labels.
  static var width: Int { get }

  /// A row of one number.
  init(repeating value: Float)
  /// Sums as a row.
  init(_ units: Units)

  /// The number of a label.
  subscript(label: Int) -> Float { get set }
  static func + (x: Self, y: Self) -> Self
  static func - (x: Self, y: Self) -> Self
  static func * (x: Self, y: Self) -> Self
  static func * (x: Self, y: Float) -> Self
  /// The sum of the numbers.
  var sum: Float { get }
  /// The greatest number.
  var max: Float { get }
  /// The number that is furthest from 0, without its sign.
  var magnitude: Float { get }
  /// e to the power of each number. Numbers must not pass 80; those under -80 give next to nothing.
  var exponential: Self { get }

  /// Takes what is greater in another row, and notes for the labels where it is which row that was.
  mutating func raise(to other: Self, from origin: Int, _ origins: inout Origins)
  /// Takes a step of gradient descent with AdaGrad's rates (Duchi, Hazan, Singer 2011).
  mutating func descend(_ gradient: Self, _ squares: Self, rate: Float)
}

extension ChainRow {
  /// A row of zeros.
  @inline(__always)
  static var zero: Self { Self(repeating: 0) }
}

/// Sums of rows that are stored in bytes, one for each label.
protocol RowUnits {
  /// Zeros.
  init()
  /// Adds the row that begins at an address.
  mutating func add(_ bytes: UnsafeRawPointer)
}

/// For each label the number of a row that it came from.
protocol RowOrigins {
  /// Zeros.
  init()
  /// The number of a label.
  subscript(label: Int) -> Int { get }
}

/// A row for chains of up to eight labels.
struct ShortRow: ChainRow {
  /// Sums of weights in bytes.
  struct Units: RowUnits {
    fileprivate var sums = SIMD8<Int16>.zero

    @inline(__always)
    mutating func add(_ bytes: UnsafeRawPointer) {
      sums &+= widened(bytes.loadUnaligned(as: SIMD8<Int8>.self))
    }
  }

  /// Which row each number came from.
  struct Origins: RowOrigins {
    fileprivate var rows = SIMD8<Int32>.zero

    @inline(__always)
    subscript(label: Int) -> Int { Int(rows[label]) }
  }

  static var width: Int { 8 }

  var numbers: SIMD8<Float>

  @inline(__always)
  init(repeating value: Float) { numbers = SIMD8(repeating: value) }

  @inline(__always)
  init(_ units: Units) { numbers = floats(units.sums) }

  @inline(__always)
  init(_ numbers: SIMD8<Float>) { self.numbers = numbers }

  @inline(__always)
  subscript(label: Int) -> Float {
    get { numbers[label] }
    set { numbers[label] = newValue }
  }

  @inline(__always)
  static func + (x: ShortRow, y: ShortRow) -> ShortRow { ShortRow(x.numbers + y.numbers) }

  @inline(__always)
  static func - (x: ShortRow, y: ShortRow) -> ShortRow { ShortRow(x.numbers - y.numbers) }

  @inline(__always)
  static func * (x: ShortRow, y: ShortRow) -> ShortRow { ShortRow(x.numbers * y.numbers) }

  @inline(__always)
  static func * (x: ShortRow, y: Float) -> ShortRow { ShortRow(x.numbers * y) }

  @inline(__always)
  var sum: Float { numbers.sum() }

  @inline(__always)
  var max: Float { numbers.max() }

  @inline(__always)
  var magnitude: Float { Swift.max(numbers.max(), -numbers.min()) }

  @inline(__always)
  var exponential: ShortRow { ShortRow(exponentials(numbers)) }

  @inline(__always)
  mutating func raise(to other: ShortRow, from origin: Int, _ origins: inout Origins) {
    let greater = other.numbers .> numbers
    numbers.replace(with: other.numbers, where: greater)
    origins.rows.replace(with: SIMD8(repeating: Int32(origin)), where: greater)
  }

  @inline(__always)
  mutating func descend(_ gradient: ShortRow, _ squares: ShortRow, rate: Float) {
    numbers -= rate * gradient.numbers / (squares.numbers + 1e-4).squareRoot()
  }
}
