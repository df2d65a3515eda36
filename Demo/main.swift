import Foundation

// A day at Nordlicht, a brand that does not exist: fakes of the networks on loopback, the real `hark serve` as a child,
// and every message through the doors that networks use. `Options` reads the command line, `Demo` is the plot, `Stage`
// builds what is needed, `Day` holds what people say, `Play` brings it to the doors, `Report` shows what came of it.
exit(await Demo.run(Array(CommandLine.arguments.dropFirst())))
