import Dispatch
import Synchronization

extension Array where Element: Sendable {
  /// The results of a function for each element, in order, worked out on all cores when there are
  /// many: a text that is opened is read whole, while one that is edited is read in few places.
  ///
  /// - Parameter stride: how many elements are worth a core's attention.
  func concurrentMap<Result: Sendable>(
    stride: Int = 16, _ transform: @escaping @Sendable (Element) -> Result
  ) -> [Result] {
    guard count > 4 * stride else { return map(transform) }
    let parts = Mutex<[Int: [Result]]>([:])
    let iterations = (count + stride - 1) / stride
    DispatchQueue.concurrentPerform(iterations: iterations) { index in
      let part = self[index * stride..<Swift.min(count, (index + 1) * stride)].map(transform)
      parts.withLock { $0[index] = part }
    }
    return parts.withLock { parts in (0..<iterations).flatMap { parts[$0] ?? [] } }
  }
}
