/// Who says the times of a household's children: a parent, or the staff from the family's file.
package enum ExpectedTimeSpeaker: Hashable, Sendable {
    case parent(Identifier<Account>)
    case staff(Identifier<StaffMember>, Identifier<Household>)
}

/// A speaker with the child that it may speak for.
struct SpokenChild {
    let child: Child
    /// The child's homes whose days the speaker says.
    let homes: [Identifier<Household>]
    let actor: Actor
    /// The days of the child's other home do not exist for the speaker.
    let seesOwnDaysOnly: Bool

    /// - Throws: `HouseholdRefusal.unknown` for a stranger's child, `mayNotBook` for a parent who only sees the bookings.
    init(_ speaker: ExpectedTimeSpeaker, _ child: Identifier<Child>, _ view: CustodyView, in transaction: any Transaction) throws {
        switch speaker {
        case .parent(let account):
            guard let access = try HouseholdAccess(account: account, in: transaction), let known = access.child(child) else {
                throw HouseholdRefusal.unknown
            }
            // As for the booking itself: who sees it without booking changes nothing of it.
            guard access.relation(to: child)?.has(.books) == true else { throw HouseholdRefusal.mayNotBook }
            self.child = known
            homes = access.households(of: child).map(\.id)
            actor = .account(account)
            seesOwnDaysOnly = view == .own
        case .staff(let member, let household):
            guard let known = try FamilyStore(transaction).family(household)?.children.first(where: { $0.id == child }) else {
                throw HouseholdRefusal.unknown
            }
            self.child = known
            homes = [household]
            actor = .staff(member)
            seesOwnDaysOnly = false
        }
    }
}
