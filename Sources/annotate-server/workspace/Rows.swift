/// Rows of different lengths in two arrays without slack: thousands of short lists in each of
/// thousands of articles would take more for their headers than for their elements.
struct Rows<Element: Sendable>: Sendable {
  private let elements: [Element]
  private let ends: [UInt32]

  /// Rows as they are.
  init(_ rows: [[Element]]) {
    var elements: [Element] = []
    elements.reserveCapacity(rows.reduce(0) { $0 + $1.count })
    var ends: [UInt32] = []
    ends.reserveCapacity(rows.count)
    for row in rows {
      elements += row
      ends.append(UInt32(clamping: elements.count))
    }
    self.elements = elements
    self.ends = ends
  }

  /// The number of rows.
  var count: Int { ends.count }

  /// A row.
  subscript(row: Int) -> ArraySlice<Element> {
    let start = row > 0 ? Int(ends[row - 1]) : 0
    return elements[start..<Int(ends[row])]
  }

  /// The last element of a row that is not empty.
  func last(_ row: Int) -> Element { elements[Int(ends[row]) - 1] }

  /// The bytes that the rows take, about.
  var size: Int { elements.count * MemoryLayout<Element>.stride + ends.count * 4 + 64 }
}

extension Rows where Element: Equatable {
  /// Whether some row has an element.
  func contains(_ element: Element) -> Bool {
    elements.withUnsafeBufferPointer { $0.contains(element) }
  }
}

extension Rows<UInt8> {
  /// Texts as rows of UTF-8.
  init(_ texts: [String]) { self.init(texts.map { Array($0.utf8) }) }

  /// A row as text.
  func string(_ row: Int) -> String { String(decoding: self[row], as: UTF8.self) }
}
