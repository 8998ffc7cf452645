/// What one family has not sent of what the town asks of it.
package struct MissingDocuments: Hashable, Sendable {
    package let household: Identifier<Household>
    package let householdName: String
    /// "Copie des vaccins à jour (Léa)", in the town's order.
    package internal(set) var documents: [String]
    /// When the family was last written to about it, and what became of the mail.
    package internal(set) var reminder: DocumentReminder?
    /// Whether an adult of the family has an account with an address.
    package internal(set) var isReachable: Bool
}

/// The last mail that asked a family for its documents.
package struct DocumentReminder: Hashable, Sendable {
    package enum MailState: Hashable, Sendable {
        case waiting, sent, failed
    }

    package let at: Instant
    package let mail: MailState
}

extension DocumentDesk {
    /// Families shown, and written to, at once.
    package static let missingLimit = 500
    /// Days before a family that was written to is written to again.
    private static let patience = 3

    /// The families that have not sent what is asked, by name.
    ///
    /// - Parameter type: a type's code; nil for all of them.
    package func missing(_ type: String?, for member: StaffMember) throws -> [MissingDocuments] {
        guard member.role.has(.readDocuments) else { return [] }
        return try portal.database.read { try missing(asked(type, by: member), in: $0) }
    }

    /// Writes to those families that can be reached, each adult once, unless it was done in the last days.
    ///
    /// - Parameter link: the address of the family's documents.
    /// - Returns: how many families were written to.
    package func remind(_ type: String?, by member: StaffMember, link: String?) async throws -> Int {
        guard member.role.has(.judgeDocuments) else { return 0 }
        let types = asked(type, by: member)
        let (desk, now, settings) = (self, portal.clock.now, catalogue.settings)
        let (all, since) = (asked(nil, by: member), now.adding(hours: -24 * Self.patience))
        return try await portal.database.write { transaction in
            try transaction.lock("documents:reminders")
            let chosen = Set(try desk.missing(types, in: transaction).map(\.household))
            let store = MissingDocumentStore(transaction)
            let letters = DocumentLetters(transaction, settings, at: now)
            var count = 0
            // One mail tells a family all that it lacks.
            for family in try desk.missing(all, in: transaction) where chosen.contains(family.household) {
                if let last = family.reminder, last.at > since { continue }
                let mails = try letters.ask(family, link: link)
                guard let first = mails.first else { continue }
                try store.insertReminder(of: family.household, mail: first, by: member.id, at: now)
                let detail = family.documents.joined(separator: ", ")
                try AuditLog.record(in: transaction, by: .staff(member.id), .documentsAskedAgain, on: family.household, detail: detail, at: now)
                count += 1
            }
            return count
        }
    }

    private func asked(_ type: String?, by member: StaffMember) -> [DocumentType] {
        catalogue.settings.documents.filter { each in
            each.demand != .optional && (type == nil || each.code == type) && (!each.isHealth || member.role.has(.readChildSheets))
        }
    }

    private func missing(_ types: [DocumentType], in transaction: any Transaction) throws -> [MissingDocuments] {
        let store = MissingDocumentStore(transaction)
        var families: [Identifier<Household>: MissingDocuments] = [:]
        for type in types {
            for line in try store.missing(type, on: portal.clock.today, limit: 4 * Self.missingLimit) {
                let document = line.subject.map { "\(type.name) (\($0))" } ?? type.name
                families[
                    line.household,
                    default: MissingDocuments(household: line.household, householdName: line.name, documents: [], reminder: nil, isReachable: false)
                ].documents.append(document)
            }
        }
        let shown = families.values.sorted { ($0.householdName, $0.household) < ($1.householdName, $1.household) }.prefix(Self.missingLimit)
        return try shown.map { family in
            var family = family
            family.reminder = try store.lastReminder(of: family.household)
            family.isReachable = try store.isReachable(family.household)
            return family
        }
    }
}

extension DocumentLetters {
    /// Asks each adult of a family for what is missing; the mails.
    func ask(_ family: MissingDocuments, link: String?) throws -> [Identifier<OutboxMessage>] {
        try readers(of: family.household).map { reader in
            let mail = Mail.documentsMissing(
                family.documents,
                to: reader.email,
                salutation: reader.access.adult.salutation,
                link: link,
                from: settings
            )
            return try OutboxStore(transaction).enqueue(mail, to: reader.access.account, at: now)
        }
    }
}
