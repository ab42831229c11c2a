extension RandomAccessCollection where Index == Int {
  /// The first index whose element satisfies a predicate that holds from some element on.
  @inlinable package func partitioningIndex(where isBehind: (Element) -> Bool) -> Int {
    var low = startIndex
    var high = endIndex
    while low < high {
      let middle = (low + high) / 2
      if isBehind(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
