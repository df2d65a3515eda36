import Foundation
import HarkCommands

exit(await HarkProgram.run(Array(CommandLine.arguments.dropFirst())))
