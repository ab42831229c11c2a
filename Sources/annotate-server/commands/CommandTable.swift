/// Every command, in the order of the help.
let commands: [Command] = [
  annotateCommand, batchCommand, evaluateCommand, benchmarkCommand, trainCommand,
]
