/// A family's file and what it is filed under.
package enum FiledFile: Hashable, Sendable {
    case document(Identifier<DocumentFile>, of: Identifier<SupportingDocument>)
    case certificate(Identifier<Certificate>, of: Identifier<Absence>)

    /// Its bytes; nil once they are gone, and while the antivirus has not seen them.
    ///
    /// - Parameter unseen: also what it has not seen: to show it to the antivirus.
    func open(in transaction: any Transaction, _ vault: Vault, unseen: Bool = false) throws -> [UInt8]? {
        switch self {
        case .document(let file, let owner): try SentFileStore(transaction).open(file, of: owner, vault, unseen: unseen)?.bytes
        case .certificate(let file, let owner): try SentFileStore(transaction).open(file, of: owner, vault, unseen: unseen)?.bytes
        }
    }
}
