extension AnnotateServer {
  static func serve(_ a: ArraySlice<String>) async throws(UsageError) -> Int32 { 0 }
}
