/// The option by which commands are told where the options of `.annotate.json` stand.
let configOption = Option.value("--config", "FILE", "read the options from FILE")

/// The options that a command runs with: those of the file that is named, or else the defaults. What in
/// a file is of no use is complained about, and the rest counts.
///
/// - Parameter orNearest: whether the nearest `.annotate.json` counts where no file is named, as it
///   does for whoever reads articles in a folder.
/// - Returns: `nil` where the file cannot be read, which has been complained about.
func configuration(_ arguments: Arguments, orNearest: Bool) -> Options? {
  guard
    let path = arguments.value("--config") ?? (orNearest ? ConfigurationFile.nearest() : nil)
  else { return Options() }
  do throws(InputError) {
    let file = try ConfigurationFile(path)
    for problem in file.problems { Output.complain("\(problem)") }
    return file.options
  } catch {
    Output.complain("\(error)")
    return nil
  }
}
