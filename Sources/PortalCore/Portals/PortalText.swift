/// A text that the town writes for one place of its portal.
///
/// The body is plain: paragraphs separated by an empty line, and lines that begin with "- " for a list.
package struct PortalText: Hashable, Sendable {
    package let code: PortalTextCode
    package let title: String
    package let body: String

    package init(code: PortalTextCode, title: String, body: String) {
        self.code = code
        self.title = title
        self.body = body
    }
}

/// The places that a town may fill with its own words. The raw value is the key of the definition files.
package enum PortalTextCode: String, CaseIterable, Hashable, Sendable, DatabaseConvertible {
    /// Front page of the portal.
    case welcome = "accueil"
    /// Beside the form that creates an account.
    case accountCreation = "création de compte"
    /// What the clé enfance is, and where to ask for one.
    case activationKey = "clé enfance"
    /// The documents that a family prepares before it enrols.
    case documents = "documents"
    /// The règlement's notice periods, in the town's words.
    case deadlines = "délais"
    /// What can be done on line.
    case procedures = "démarches"
    /// How an enrolment goes on, step by step.
    case enrolment = "inscription"
    /// About the members of the household and the entourage.
    case household = "famille"
    /// The first article of the private space.
    case privateSpace = "espace privé"
    /// "Les plus" of the portal, as its leaflet lists them.
    case benefits = "les plus"
    /// Practical information on the services.
    case practicalInformation = "infos pratiques"
    /// What the town keeps, for how long, and whom to ask.
    case personalData = "données personnelles"
}

/// A piece of a text, ready to be laid out.
package enum TextBlock: Hashable, Sendable {
    case paragraph(String)
    case list([String])
}

extension PortalText {
    /// The body cut into paragraphs and lists.
    package var blocks: [TextBlock] { TextBlock.blocks(of: body) }
}

extension TextBlock {
    /// Cuts a plain text: an empty line ends a paragraph, lines that begin with "- " make a list, other lines are joined.
    package static func blocks(of text: String) -> [TextBlock] {
        var blocks: [TextBlock] = []
        var startsAnew = true
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.allSatisfy({ $0 == " " }) {
                startsAnew = true
            } else if line.hasPrefix("- ") {
                blocks.add(item: String(line.dropFirst(2)), startsAnew: startsAnew)
                startsAnew = false
            } else {
                blocks.add(line: String(line), startsAnew: startsAnew)
                startsAnew = false
            }
        }
        return blocks
    }
}

extension [TextBlock] {
    fileprivate mutating func add(item: String, startsAnew: Bool) {
        if !startsAnew, case .list(let items) = last {
            self[count - 1] = .list(items + [item])
        } else {
            append(.list([item]))
        }
    }

    /// A line under a list item goes on with it, as a paragraph's next line does.
    fileprivate mutating func add(line: String, startsAnew: Bool) {
        guard !startsAnew, let open = last else {
            append(.paragraph(line))
            return
        }
        switch open {
        case .paragraph(let text): self[count - 1] = .paragraph(text + " " + line)
        case .list(let items): self[count - 1] = .list(items.dropLast() + [(items.last ?? "") + " " + line])
        }
    }
}
