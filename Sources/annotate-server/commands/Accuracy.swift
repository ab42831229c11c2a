import Annotator

/// The option that says how accurately texts are read, for a command that reads them by a tier where
/// nothing is said.
func accuracyOption(_ standard: Tier) -> Option {
  .value(
    "--accuracy", "TIER", choices: [Tier.instant, .refined].map(\.rawValue),
    "instant: at once; refined: longer and better (default: \(standard.rawValue))")
}

extension Arguments {
  /// The tier that the option of accuracy asks for, or the command's own where it is not given, as far
  /// as the program was built with its weights.
  func tier(or standard: Tier, command: String) throws(UsageError) -> Tier {
    guard let asked = value("--accuracy").flatMap(Tier.init) else {
      return Pipeline.stages(of: standard) == nil ? .instant : standard
    }
    guard Pipeline.stages(of: asked) != nil else {
      throw UsageError("this program was built without the weights of “\(asked.rawValue)”", command)
    }
    return asked
  }

  /// The stages that the option of accuracy asks for, or the command's own.
  func stages(or standard: Tier, command: String) throws(UsageError) -> Pipeline {
    Pipeline.stages(of: try tier(or: standard, command: command)) ?? .standard
  }
}
