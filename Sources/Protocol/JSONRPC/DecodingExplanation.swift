/// Says what is wrong with a JSON text and where, for the message of an error.
func explanation(of error: any Error) -> String {
  guard let error = error as? DecodingError else { return "\(error)" }
  switch error {
  case .keyNotFound(let key, let context):
    return "\(place(context.codingPath + [key])) is missing."
  case .valueNotFound(_, let context), .typeMismatch(_, let context):
    return at(context)
  case .dataCorrupted(let context):
    guard let cause = context.underlyingError else { return at(context) }
    return "\(at(context)) \(cause)"
  @unknown default:
    return "\(error)"
  }
}

private func at(_ context: DecodingError.Context) -> String {
  guard !context.codingPath.isEmpty else { return context.debugDescription }
  return "\(place(context.codingPath)): \(context.debugDescription)"
}

/// A path as a programmer writes it: `params.contentChanges[2].range`.
private func place(_ path: [any CodingKey]) -> String {
  var text = ""
  for key in path {
    if let index = key.intValue {
      text += "[\(index)]"
    } else {
      text += text.isEmpty ? key.stringValue : ".\(key.stringValue)"
    }
  }
  return text
}
