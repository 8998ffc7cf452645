import HTMLTemplates
import PortalCore

/// What the staff's own pages answer, and those that lead to a family of pages.
extension AccessRow {
    init(_ page: StaffPage) {
        let desk: Set<StaffRole> = [.administrator, .serviceDesk, .support]
        switch page {
        case .signIn: self.init(audience: .everybody, get: .shown, post: .refused)
        case .signInCode: self.init(audience: .everybody, get: .signIn, post: .refused)
        case .secondFactor: self.init(audience: .staff(Set(StaffRole.allCases)), get: .shown, post: .refused)
        case .signOut: self.init(audience: .staff(Set(StaffRole.allCases)), get: nil, post: .signIn)
        case .home: self.init(audience: .staff(Set(StaffRole.allCases)), get: .shown)
        case .dayList(let activity, _):
            let readers: Set<StaffRole> = [.administrator, .serviceDesk, .facilityLeader, .reader]
            self.init(audience: .staff(readers), thing: activity == nil ? .none : .places, get: .shown)
        case .sheets: self.init(audience: .staff([.administrator, .serviceDesk, .facilityLeader]), get: .shown)
        case .sheet: self.init(audience: .staff([.administrator, .serviceDesk, .facilityLeader]), thing: .households, get: .shown)
        case .outbox: self.init(audience: .staff(desk), get: .shown)
        case .mail: self.init(audience: .staff(desk), thing: .households, get: .shown)
        // Everybody at the desk reads the list; trying again is for who may change a family's file, and an empty form names no address.
        case .unreachableAddresses: self.init(audience: .staff(desk), get: .shown, post: .refused)
        case .families(let page): self.init(page)
        case .rules(let page): self.init(page)
        case .activities(let page): self.init(page)
        case .campaigns(let page): self.init(page)
        case .bookings(let page): self.init(page)
        case .journal: self.init(audience: .staff([.administrator]), get: .shown)
        case .team: self.init(audience: .staff([.administrator]), get: .shown)
        case .teamInvitation: self.init(audience: .staff([.administrator]), get: .shown, post: .refused)
        case .colleague: self.init(audience: .staff([.administrator]), thing: .households, get: .shown, post: .refused)
        case .colleagueState: self.init(audience: .staff([.administrator]), thing: .households, get: .leadsOn, post: .refused)
        // A link that was never sent.
        case .staffInvitation: self.init(audience: .everybody, get: .unknown, post: .unknown)
        case .journalExport: self.init(audience: .staff([.administrator]), get: nil, post: .shown)
        }
    }
}
