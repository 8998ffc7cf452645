/// What families wait for, as far as the reader may do something about it; nil and false where not.
package struct FamilyTasks: Hashable, Sendable {
    /// Families that ask to be recognised.
    package let recognitions: Int?
    /// Changes to accept, or to read.
    package let changes: Int?
    /// People who ask to be forgotten.
    package let erasures: Int?
    package let managesAccounts: Bool

    package init(recognitions: Int?, changes: Int?, erasures: Int?, managesAccounts: Bool) {
        self.recognitions = recognitions
        self.changes = changes
        self.erasures = erasures
        self.managesAccounts = managesAccounts
    }

    /// One tile for each task, with how many families wait.
    func tiles(_ links: PortalLinks) -> [Tile] {
        var tiles: [Tile] = []
        if let recognitions {
            tiles.append(
                Tile(
                    title: "Rattachements",
                    hint: "Les familles qui demandent à être reconnues",
                    icon: .family,
                    link: links.to(.recognitions),
                    count: recognitions == 0 ? nil : recognitions
                )
            )
        }
        if let changes {
            let hint = "Ce que les parents changent dans leur dossier"
            tiles.append(Tile(title: "Modifications", hint: hint, icon: .edit, link: links.to(.inbox), count: changes == 0 ? nil : changes))
        }
        if let erasures, erasures > 0 {
            tiles.append(
                Tile(title: "Effacements", hint: "Les personnes qui demandent l'oubli", icon: .file, link: links.to(.erasures), count: erasures)
            )
        }
        if managesAccounts {
            tiles.append(Tile(title: "Comptes", hint: "Qui a un compte, et qui attend le sien", icon: .key, link: links.to(.people(name: nil))))
        }
        return tiles
    }
}
