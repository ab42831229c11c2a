#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Works on items on all cores and takes the results one after the other in the items' order. No
/// more than a few items are ahead of the one whose result is taken, so that memory does not grow
/// with their number.
///
/// - Parameter take: takes a result, and says whether to go on.
func inOrder<Item: Sendable, Result: Sendable>(
  _ items: some Sequence<Item>, jobs: Int = ProcessInfo.processInfo.activeProcessorCount,
  _ work: @escaping @Sendable (Item) -> Result, take: (Result) -> Bool
) async {
  var queue: [Task<Result, Never>] = []
  var rest = items.makeIterator()
  while true {
    while queue.count < jobs * 2, let item = rest.next() {
      queue.append(Task { work(item) })
    }
    guard !queue.isEmpty else { return }
    guard take(await queue.removeFirst().value) else { return }
  }
}
