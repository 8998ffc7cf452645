import PortalCore

/// The documents that families have shown at the desk: everything that is asked, but for what a few have forgotten.
struct DemoPapers {
    let transaction: any Transaction

    /// Which families, out of eight, have forgotten something.
    private static let forgetful = [3, 5, 6]
    /// The days that a document of the very first family is still good for: it is asked for the next one.
    private static let soon = 24

    func insert(of children: [Identifier<Child>], in homes: [Identifier<Household>], _ plan: DemoPlan) throws {
        guard let home = homes.first else { return }
        let today = ParisTime.date(plan.logIns.last ?? plan.joinedAt)
        // Who opens its account with a key meets nothing in the way.
        let forgets = DemoPapers.forgetful.contains(plan.number % 8) && plan.keys.allSatisfy { $0 == nil }
        for (position, type) in try DocumentTypeStore(transaction).all().filter({ $0.demand != .optional }).enumerated() {
            let end = plan.number == 0 && position == 1 ? today.adding(days: DemoPapers.soon) : type.validity.lastDay(of: today)
            let subjects: [DocumentSubject] =
                switch type.scope {
                case .household: homes.map { .household($0) }
                case .child: children.map { .child($0) }
                case .adult: []
                }
            for subject in subjects.dropFirst(forgets && position == 0 ? 1 : 0) {
                let household = if case .household(let own) = subject { own } else { home }
                let store = DocumentStore(transaction)
                let id = try store.insert(type, of: subject, in: household, state: .accepted, by: nil, at: plan.joinedAt)
                try store.judge(id, .accepted, validUntil: end, note: "", by: Identifier(2), at: plan.joinedAt)
            }
        }
    }
}
