import Annotator

/// The option that says how accurately texts are read.
let accuracyOption = Option.value(
  "--accuracy", "TIER", choices: ["instant", "refined"],
  "how texts are read: at once (the default), or longer and better")

extension Arguments {
  /// The stages that the option of accuracy asks for.
  func stages(command: String) throws(UsageError) -> Pipeline {
    let tier = value("--accuracy").flatMap(Tier.init) ?? .instant
    guard let stages = Pipeline.stages(of: tier) else {
      throw UsageError("this program was built without the weights of “\(tier.rawValue)”", command)
    }
    return stages
  }
}
