/// A pièce justificative that a family has sent, or that the service has taken on paper.
package struct SupportingDocument: Hashable, Sendable {
    package let id: Identifier<SupportingDocument>
    package let typeCode: String
    /// The type's name when it was sent: the town may have renamed or dropped the type since.
    package let typeName: String
    package let isHealth: Bool
    package let household: Identifier<Household>
    package let subject: DocumentSubject
    package let state: DocumentState
    package let sentAt: Instant
    /// "Marie Dupont"; nil for one that was taken on paper.
    package let sentBy: String?
    /// The last day on which it is good; nil without end, and before it is accepted.
    package let validUntil: CivilDate?
    package let judgement: DocumentJudgement?
    /// In the order in which they were sent.
    package internal(set) var files: [DocumentFile]

    package init(
        id: Identifier<SupportingDocument>,
        typeCode: String,
        typeName: String,
        isHealth: Bool,
        household: Identifier<Household>,
        subject: DocumentSubject,
        state: DocumentState,
        sentAt: Instant,
        sentBy: String?,
        validUntil: CivilDate?,
        judgement: DocumentJudgement?,
        files: [DocumentFile]
    ) {
        self.id = id
        self.typeCode = typeCode
        self.typeName = typeName
        self.isHealth = isHealth
        self.household = household
        self.subject = subject
        self.state = state
        self.sentAt = sentAt
        self.sentBy = sentBy
        self.validUntil = validUntil
        self.judgement = judgement
        self.files = files
    }
}

/// How far a document is.
package enum DocumentState: Int, CaseIterable, Hashable, Sendable, DatabaseConvertible {
    /// The antivirus has not answered: nobody opens it.
    case scanning = 0
    /// Waits for the staff.
    case waiting = 1
    case accepted = 2
    case refused = 3
    /// The family has taken it back; its files are gone.
    case withdrawn = 4

    package var french: String {
        switch self {
        case .scanning: "Analyse antivirus en cours"
        case .waiting: "Envoyée, en cours de vérification"
        case .accepted: "Acceptée"
        case .refused: "Refusée"
        case .withdrawn: "Retirée"
        }
    }
}

/// Who has judged a document, and the word to the family.
package struct DocumentJudgement: Hashable, Sendable {
    package let at: Instant
    /// Empty for the antivirus.
    package let by: String
    package let note: String
}
