/// Every command, in the order of the help.
let commands: [Command] = [
  annotateCommand, lintCommand, batchCommand, evaluateCommand, benchmarkCommand, trainCommand,
]
