#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The server's two streams.
public struct StandardStreams: Sendable {
  /// What the client sends.
  public var input: MessageInput
  /// What the client receives.
  public let output: MessageOutput

  /// Takes standard input and output for messages. Whatever else this process prints goes to standard
  /// error from now on, since one stray line would break the stream of frames. A client that goes
  /// away must not kill the process before it has put its things in order, so `SIGPIPE` is ignored.
  public init() {
    signal(SIGPIPE, SIG_IGN)
    let frames = dup(STDOUT_FILENO)
    if frames >= 0 { dup2(STDERR_FILENO, STDOUT_FILENO) }
    input = MessageInput(descriptor: STDIN_FILENO)
    output = MessageOutput(descriptor: frames >= 0 ? frames : STDOUT_FILENO)
  }
}
