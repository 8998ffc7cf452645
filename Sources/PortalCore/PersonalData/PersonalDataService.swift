/// Gathers what the portal keeps about the owner of an account.
package struct PersonalDataService: Sendable {
    private let portal: Portal

    package init(_ portal: Portal) {
        self.portal = portal
    }

    /// All of it, in one snapshot; the journal notes that it was asked for.
    ///
    /// Of the family, what this adult may see in the portal, and nothing of a child's other home.
    package func collect(for account: Identifier<Account>) async throws -> PersonalData {
        let now = portal.clock.now
        return try await portal.database.write { [vault = portal.vault] transaction in
            try AuditLog.record(in: transaction, by: .account(account), .dataExported, on: account, at: now)
            guard let adult = try AccountOwnerStore(transaction).adult(of: account) else { throw HouseholdRefusal.unknown }
            let own = OwnDataStore(transaction, account: account)
            var sections = try [own.account(adult, at: now), own.sessions(at: now), own.identity(vault), own.messages(), own.petitions(), own.acts()]
            if let access = try HouseholdAccess(account: account, in: transaction) {
                let files = try PersonalFileStore(transaction, access).files()
                sections += try FamilyDataStore(transaction, access, vault).sections(files, today: ParisTime.date(now))
                return PersonalData(owner: adult.fullName, madeAt: now, sections: sections, files: files)
            }
            return PersonalData(owner: adult.fullName, madeAt: now, sections: sections, files: [])
        }
    }

    /// The bytes of one of the files; nil when it went away meanwhile.
    package func bytes(of file: PersonalFile) throws -> [UInt8]? {
        try portal.database.read { try file.file.open(in: $0, portal.vault) }
    }
}

extension AuditAct {
    /// Subject: the account, whose owner downloaded it.
    fileprivate static let dataExported = AuditAct(rawValue: "data.exported")
}
