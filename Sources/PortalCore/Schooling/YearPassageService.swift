/// The passage à l'année suivante: every child's next class in one go, corrected child by child.
package struct YearPassageService: Sendable {
    private let portal: Portal

    package init(_ portal: Portal) {
        self.portal = portal
    }

    /// The school year that children go to next: this one while nobody has changed their classes for it, the next one otherwise.
    package func nextYear() throws -> SchoolYear {
        let this = SchoolYear(containing: portal.clock.today)
        let isLate = try portal.database.read { transaction in
            let store = YearPassageStore(transaction)
            return try store.standing(into: this) == nil && store.isDue(into: this)
        }
        return isLate ? this : this.next
    }

    /// What becomes of every child.
    package func preview(into year: SchoolYear) throws -> PassagePreview {
        try portal.database.read { transaction in
            let store = YearPassageStore(transaction)
            return PassagePreview(year: year, lines: try store.lines(into: year), confirmed: try store.standing(into: year))
        }
    }

    /// Writes the next class of every child for which the rule has one. What somebody has said of a child stays, and what is unclear is not written.
    ///
    /// - Returns: for how many children.
    /// - Throws: `PassageRefusal`.
    @discardableResult
    package func confirm(into year: SchoolYear, by member: Identifier<StaffMember>) async throws -> Int {
        let now = portal.clock.now
        return try await portal.database.write { transaction in
            try transaction.lock("year passage")
            let store = YearPassageStore(transaction)
            guard try store.standing(into: year) == nil else { throw PassageRefusal.confirmedAlready }
            let moves: [(child: Identifier<Child>, school: String, schoolClass: String)] = try store.lines(into: year).compactMap { line in
                switch line.step {
                case .moves(let school, let schoolClass): (line.child, school, schoolClass)
                case .leaves: (line.child, "", "")
                case .known, .unclear: nil
                }
            }
            guard !moves.isEmpty else { throw PassageRefusal.nobody }
            let passage = try store.insert(into: year, children: moves.count, by: member, at: now)
            let placements = SchoolPlacementStore(transaction)
            for move in moves { try placements.put(move.school, move.schoolClass, of: move.child, in: year, passage: passage) }
            let detail = "\(year.name), \(moves.count) enfants"
            try AuditLog.record(in: transaction, by: .staff(member), .yearPassageConfirmed, on: passage, detail: detail, at: now)
            return moves.count
        }
    }

    /// Takes it back, until the year starts. What was said of a child by hand stays.
    ///
    /// - Throws: `PassageRefusal`.
    package func undo(into year: SchoolYear, by member: Identifier<StaffMember>) async throws {
        let now = portal.clock.now
        try await portal.database.write { transaction in
            try transaction.lock("year passage")
            let store = YearPassageStore(transaction)
            guard let passage = try store.standing(into: year) else { throw PassageRefusal.notConfirmed }
            guard passage.mayBeUndone(on: ParisTime.date(now)) else { throw PassageRefusal.started }
            try SchoolPlacementStore(transaction).remove(passage.id)
            try store.undo(passage.id, by: member, at: now)
            try AuditLog.record(in: transaction, by: .staff(member), .yearPassageUndone, on: passage.id, detail: year.name, at: now)
        }
    }
}

extension AuditAct {
    /// Subject: the passage, which has how many children; the detail names the year.
    fileprivate static let yearPassageConfirmed = AuditAct(rawValue: "yearPassage.confirmed")
    /// Subject: the passage.
    fileprivate static let yearPassageUndone = AuditAct(rawValue: "yearPassage.undone")
}
