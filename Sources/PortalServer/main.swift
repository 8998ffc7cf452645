import Glibc

exit(await PortalCommands.run(Array(CommandLine.arguments.dropFirst())))
