/// Makes the key that encrypts backups.
enum KeyCreateCommand: PortalCommand {
    static let name = "key create"
    static let summary = "crée la clé qui chiffre les sauvegardes"
    static let help = """
        PortalServer key create FICHIER

        Écrit une nouvelle clé de sauvegarde dans FICHIER, lisible par son seul propriétaire (0600). Un fichier qui existe n'est pas touché.

        Sans cette clé, une sauvegarde ne peut pas être restaurée : gardez-en une copie hors de la machine, par exemple imprimée
        et sous enveloppe, et jamais au même endroit que les sauvegardes.
        """

    static func run(_ arguments: CommandArguments) async throws {
        try arguments.allow(options: [], positional: 1)
        guard let path = arguments.positional.first else { throw CommandFailure.usage("Il faut le nom du fichier à écrire.") }
        try BackupKeyFile(path: path).create()
        Terminal.print("Clé écrite dans \(path). Gardez-en une copie ailleurs que sur cette machine et que dans les sauvegardes.")
    }
}
