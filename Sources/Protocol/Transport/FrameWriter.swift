/// Puts frames around message bodies.
public enum FrameWriter {
  /// A header and the body, as one run of bytes.
  public static func frame(_ body: [UInt8]) -> [UInt8] {
    Array("Content-Length: \(body.count)\r\n\r\n".utf8) + body
  }
}
