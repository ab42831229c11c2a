#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Ends this process soon after another one, the client, has died without saying goodbye.
func endWhenProcessDies(_ process: Int) {
  guard let process = pid_t(exactly: process), process > 0 else { return }
  Task.detached(priority: .background) {
    while isAlive(process) { try? await Task.sleep(for: .milliseconds(400)) }
    exit(1)
  }
}

/// Whether a process runs. One that has ended and whose parent has not asked how still has its entry
/// in the table of processes, but is dead all the same.
private func isAlive(_ process: pid_t) -> Bool {
  guard kill(process, 0) == 0 || errno == EPERM else { return false }
  // The state follows the name, which is in parentheses and may hold any character.
  guard let status = try? Input.bytes("/proc/\(process)/stat"),
    let name = status.lastIndex(of: UInt8(ascii: ")")), name + 2 < status.count
  else { return true }
  return status[name + 2] != UInt8(ascii: "Z") && status[name + 2] != UInt8(ascii: "X")
}
