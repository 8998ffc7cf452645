/// What the staff do with families that ask to be recognised.
package struct RecognitionService: Sendable {
    let portal: Portal

    package init(_ portal: Portal) {
        self.portal = portal
    }

    /// Those that wait first, the oldest first; then the latest decided.
    package func requests(limit: Int = 100) throws -> [RecognitionRequest] {
        try portal.database.read { try RecognitionStore($0).list(limit: limit) }
    }

    /// How many wait for an answer.
    package func waitingCount() throws -> Int {
        try portal.database.read { try RecognitionStore($0).waitingCount() }
    }

    /// One request; nil when there is none of this number.
    package func request(_ id: Identifier<RecognitionRequest>) throws -> RecognitionRequest? {
        try portal.database.read { try RecognitionStore($0).request(id) }
    }

    /// The households that may be the request's, the likeliest first.
    package func candidates(for request: RecognitionRequest) throws -> [RecognitionCandidate] {
        try portal.database.read { try Self.candidates(for: request, in: $0) }
    }

    static func candidates(for request: RecognitionRequest, in transaction: any Transaction) throws -> [RecognitionCandidate] {
        let store = RecognitionStore(transaction)
        var reasons: [Identifier<Household>: [String]] = [:]
        var certain: Set<Identifier<Household>> = []
        for child in request.children {
            for found in try store.children(bornOn: child.birthDay) {
                let day = child.birthDay.frenchWithoutWeekday
                if found.key == child.key {
                    certain.insert(found.household)
                    reasons[found.household, default: []].append("\(child.fullName)\u{A0}: même nom, même date de naissance (\(day))")
                } else if NameKey.folded(found.firstName) == NameKey.folded(child.firstName) {
                    reasons[found.household, default: []].append("\(child.firstName)\u{A0}: même prénom, même date de naissance (\(day))")
                }
            }
        }
        let adult = request.adult
        for household in try store.households(ofAdultNamed: NameKey(firstName: adult.firstName, lastName: adult.lastName)) {
            reasons[household, default: []].append("\(adult.fullName)\u{A0}: un adulte du foyer a ce nom")
        }
        return try reasons.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }.compactMap { household, reasons in
            try FamilyStore(transaction).family(household).map {
                RecognitionCandidate(family: $0, reasons: reasons, hasSameChild: certain.contains(household))
            }
        }
    }
}
