/// Clés enfance for all the families that have no account yet: by mail where the town knows an address, on a letter otherwise.
package struct KeyCampaign: Hashable, Sendable {
    package let id: Identifier<KeyCampaign>
    /// What the staff call it: "Rentrée 2027".
    package let name: String
    /// Only the families with a child who is enrolled in something.
    package let enrolledOnly: Bool
    package let startedAt: Instant
    package let keysExpireAt: Instant
    /// Since when its letters cannot be printed any more, because their keys are forgotten.
    package let closedAt: Instant?
    package let progress: Progress

    /// What has become of its keys.
    package struct Progress: Hashable, Sendable {
        package let mailsSent: Int
        package let mailsWaiting: Int
        /// Mails that no server takes.
        package let mailsRefused: Int
        package let letters: Int
        /// Families that have created an account with their key.
        package let accounts: Int

        package var families: Int { mailsSent + mailsWaiting + mailsRefused + letters }
    }
}

/// How many families a campaign would reach.
package struct KeyCampaignReach: Hashable, Sendable {
    package let byMail: Int
    package let byLetter: Int

    package var families: Int { byMail + byLetter }
}

/// A family whose mail came back.
package struct RefusedKeyMail: Hashable, Sendable {
    package let household: Identifier<Household>
    package let name: String
    package let recipient: String
    package let reason: String
}

/// What a campaign's form asks for.
package struct KeyCampaignForm: Hashable, Sendable {
    package enum Field: String, CaseIterable, Hashable, Sendable {
        case name = "nom"
        case enrolledOnly = "inscrits"
    }

    package let name: String
    package let enrolledOnly: Bool

    package init(name: String, enrolledOnly: Bool) {
        self.name = name
        self.enrolledOnly = enrolledOnly
    }

    /// - Throws: `FieldErrors`.
    func checked() throws(FieldErrors) -> KeyCampaignForm {
        let name = DefinitionProse.trimmed(name)
        guard (1...60).contains(name.count) else {
            throw FieldErrors(Field.name, "Donnez un nom à la campagne, en 60 caractères au plus. Exemple\u{A0}: Rentrée 2027.")
        }
        return KeyCampaignForm(name: name, enrolledOnly: enrolledOnly)
    }
}
