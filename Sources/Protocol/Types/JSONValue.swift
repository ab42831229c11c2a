/// placeholder
public enum JSONValue: Sendable {}
