import Glibc

exit(await Driver.run(Array(CommandLine.arguments.dropFirst())))
