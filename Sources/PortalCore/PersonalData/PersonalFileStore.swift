/// The files that an adult may take along: what this adult may open in the portal, and its children's certificates.
struct PersonalFileStore {
    private let transaction: any Transaction
    private let access: HouseholdAccess
    /// Bytes of all of them: what every computer unpacks. Those that are left out can be opened in the portal, one by one.
    private static let largest = 1 << 30

    init(_ transaction: any Transaction, _ access: HouseholdAccess) {
        self.transaction = transaction
        self.access = access
    }

    /// The latest of each sort first.
    func files() throws -> [PersonalFile] {
        var names = ArchiveNames()
        var room = Self.largest
        return try (documents(&names) + certificates(&names)).filter { file in
            room -= file.size
            return room >= 0
        }
    }

    private func documents(_ names: inout ArchiveNames) throws -> [PersonalFile] {
        let store = DocumentStore(transaction)
        var files: [PersonalFile] = []
        for family in access.families {
            for document in try store.documents(of: family.household.id) where access.mayRead(document) {
                let words = "\(ParisTime.date(document.sentAt).iso) \(document.typeName) - \(name(of: document.subject, in: family))"
                for file in document.files where file.isScanned {
                    let path = names.path(in: "pieces", words, suffix: file.kind.suffix)
                    files.append(PersonalFile(path: path, size: file.size, file: .document(file.id, of: document.id)))
                }
            }
        }
        return files
    }

    private func certificates(_ names: inout ArchiveNames) throws -> [PersonalFile] {
        let store = SentFileStore<Absence>(transaction)
        var files: [PersonalFile] = []
        for absence in try AbsenceStore(transaction).absences(of: access) {
            for file in try store.files(of: absence.id) where file.isScanned {
                let path = names.path(in: "justificatifs", "\(absence.firstDay.iso) Absence - \(absence.child.firstName)", suffix: file.kind.suffix)
                files.append(PersonalFile(path: path, size: file.size, file: .certificate(file.id, of: absence.id)))
            }
        }
        return files
    }

    private func name(of subject: DocumentSubject, in family: Family) -> String {
        switch subject {
        case .household: "foyer \(family.household.name)"
        case .child(let child): access.child(child)?.firstName ?? "enfant"
        case .adult: access.adult.firstName
        }
    }
}

extension AbsenceStore {
    /// All the absences that an adult may know of, the latest first.
    func absences(of access: HouseholdAccess) throws -> [Absence] {
        try absences(for: access.adult.id, limit: 2000).filter { access.family($0.household) != nil && access.child($0.child.id) != nil }
    }
}
