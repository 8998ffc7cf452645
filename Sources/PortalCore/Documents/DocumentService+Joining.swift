/// A file that a parent joins to a change or a declaration, for one of the documents that go with it.
package struct JoinedFiles: Sendable {
    package let ask: DocumentAsk
    package let files: [[UInt8]]

    package init(ask: DocumentAsk, files: [[UInt8]]) {
        self.ask = ask
        self.files = files
    }

    /// The field's name in the form of the change.
    package static func field(_ ask: DocumentAsk) -> String { "piece-\(ask.type.code)-\(ask.subject.text)" }
}

extension DocumentService {
    /// The documents that go with a change, which this adult may send: about the household, the adult itself, or the child that changes.
    package func asks(
        with occasion: DocumentOccasion,
        of household: Identifier<Household>,
        child: Identifier<Child>? = nil,
        for access: HouseholdAccess
    ) throws -> [DocumentAsk] {
        guard catalogue.settings.documents.contains(where: { $0.occasions.contains(occasion) }) else { return [] }
        return try asks(of: access).filter { ask in
            guard ask.type.occasions.contains(occasion), access.maySend(ask.subject, isHealth: ask.type.isHealth) else { return false }
            return switch ask.subject {
            case .household(let id): id == household
            case .adult: true
            case .child(let id): id == child
            }
        }
    }

    /// Looks at files before the change that they go with is written.
    ///
    /// - Throws: `FieldErrors` with the sentence next to the file's own field.
    package func check(_ joined: [JoinedFiles]) throws(FieldErrors) {
        for each in joined { _ = try CheckedFile.all(each.files, JoinedField(rawValue: JoinedFiles.field(each.ask)), missing: nil) }
    }

    /// Keeps the files that go with a change; those of a form that is sent twice once.
    package func join(_ joined: [JoinedFiles], key: IdempotencyKey, by account: Identifier<Account>) async throws {
        for (position, each) in joined.enumerated() where !each.files.isEmpty {
            guard let own = IdempotencyKey("\(key.text.prefix(60))-\(position)") else { continue }
            _ = try await send(each.files, for: each.ask.type.code, of: each.ask.subject, key: own, by: account)
        }
    }
}

/// The name of a field that depends on the document.
private struct JoinedField: RawRepresentable {
    let rawValue: String
}

extension DocumentDesk {
    /// The latest documents that go with a family's change, each with where it stands.
    package func documents(with occasion: DocumentOccasion, of household: Identifier<Household>, for member: StaffMember) throws -> [JoinedDocument] {
        guard let file = try file(of: household, for: member) else { return [] }
        return file.asks.filter { $0.type.occasions.contains(occasion) }.map { JoinedDocument(ask: $0, document: file.latest(of: $0)) }
    }
}

/// A document that goes with a change, as the staff see it beside the change.
package struct JoinedDocument: Hashable, Sendable {
    package let ask: DocumentAsk
    /// nil while nothing was sent.
    package let document: SupportingDocument?
}
