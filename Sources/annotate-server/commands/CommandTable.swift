/// Every command, in the order of the help.
let commands: [Command] = [
  annotateCommand, lintCommand, queryCommand, batchCommand, optionsCommand, evaluateCommand,
  benchmarkCommand, trainCommand, doctorCommand,
]
