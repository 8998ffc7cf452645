import HTMLTemplates
import PortalCore

/// The pages of the staff, each family of them apart.
extension AccessRow {
    init(_ page: HouseholdDeskPage) {
        let readers = Set(StaffRole.allCases).subtracting([.facilityLeader])
        let writers: Set<StaffRole> = [.administrator, .serviceDesk]
        switch page {
        case .list: self.init(audience: .staff(readers), get: .shown)
        case .household: self.init(audience: .staff(readers), thing: .households, get: .shown)
        case .keys: self.init(audience: .staff([.administrator, .serviceDesk, .support]), thing: .households, get: .leadsOn, post: .refused)
        // An empty form asks for nothing: the page comes back as it was.
        case .planning, .fill: self.init(audience: .staff(writers), thing: .households, get: .shown, post: .shown)
        case .recap, .bookings: self.init(audience: .staff(writers), thing: .households, get: .leadsOn, post: .refused)
        case .relation: self.init(audience: .staff(writers), thing: .households, get: .shown, post: .refused, formFirst: true)
        case .quotient: self.init(audience: .staff(writers), thing: .households, get: .shown, post: .refused, formFirst: true)
        case .marks: self.init(audience: .staff(writers), thing: .households, get: .shown, post: .refused)
        // Nothing is noted.
        case .mark: self.init(audience: .staff(writers), get: .unknown, post: .unknown)
        case .inbox, .incomes: self.init(audience: .staff(writers), get: .shown)
        // The town has no buses.
        case .stops: self.init(audience: .staff(writers), get: .unknown, post: .unknown)
        // An empty form says nothing, and is kept as such.
        case .times, .dayTimes: self.init(audience: .staff(writers), thing: .households, get: .shown, post: .leadsOn)
        // The families' children here live in one home.
        case .custody: self.init(audience: .staff(writers), get: .unknown, post: .unknown)
        case .settling: self.init(audience: .staff(writers), get: .leadsOn, post: .refused)
        // An empty form is refused before the contact is looked for.
        case .contactRemoval: self.init(audience: .staff(writers), get: .leadsOn, post: .refused)
        }
    }

    init(_ page: AccountDeskPage) {
        let desk: Set<StaffRole> = [.administrator, .serviceDesk, .support]
        let writers: Set<StaffRole> = [.administrator, .serviceDesk]
        switch page {
        case .people: self.init(audience: .staff(desk), get: .shown)
        // The adult of the example has an account.
        case .preparation: self.init(audience: .staff(desk), get: .leadsOn, post: .refused)
        case .secondFactorReset: self.init(audience: .staff([.administrator]), get: .leadsOn, post: .leadsOn)
        case .recognitions: self.init(audience: .staff(writers), get: .shown)
        case .erasures: self.init(audience: .staff(writers), get: .shown)
        case .retention: self.init(audience: .staff([.administrator]), get: .shown, post: .refused)
        // Nobody has asked yet.
        case .recognition, .erasure: self.init(audience: .staff(writers), get: .unknown, post: .refused)
        }
    }

    init(_ page: AttendanceDeskPage) {
        let callers: Set<StaffRole> = [.administrator, .serviceDesk, .facilityLeader]
        let lockers: Set<StaffRole> = [.administrator, .cashOffice]
        switch page {
        case .rollCall(let place, _): self.init(audience: .staff(callers), thing: place.activity == nil ? .none : .places, get: .shown)
        case .entries: self.init(audience: .staff(callers), get: .leadsOn, post: .refused)
        case .closing: self.init(audience: .staff(callers), thing: .places, get: .shown, post: .refused)
        // The child is on no such list.
        case .correction: self.init(audience: .staff(callers), get: .unknown, post: .unknown)
        case .locks: self.init(audience: .staff(lockers), get: .shown, post: .refused)
        case .absences: self.init(audience: .staff([.administrator, .serviceDesk]), get: .shown)
        case .absence: self.init(audience: .staff([.administrator, .serviceDesk]), thing: .households, get: .shown, post: .refused)
        // No certificate was sent.
        case .certificate: self.init(audience: .staff([.administrator, .serviceDesk]), get: .unknown)
        case .report(let report, _):
            let readers: Set<StaffRole> = [.administrator, .serviceDesk, .facilityLeader, .reader]
            self.init(audience: .staff(readers), thing: report == nil ? .none : .places, get: .shown)
        // Nothing is locked.
        case .lockRelease: self.init(audience: .staff(lockers), get: .leadsOn, post: .unknown)
        }
    }

    init(_ page: ArrearsDeskPage) {
        let offices: Set<StaffRole> = [.administrator, .cashOffice]
        switch page {
        case .list: self.init(audience: .staff(offices), get: .shown, post: .refused)
        case .owing: self.init(audience: .staff(offices), thing: .households, get: .shown, post: .refused)
        }
    }

    init(_ page: FamilyCheckDeskPage) {
        let readers = Set(StaffRole.allCases).subtracting([.facilityLeader])
        switch page {
        // The form decides nothing: who has not certified is written to.
        case .list: self.init(audience: .staff(readers), get: .shown, post: .leadsOn, postRoles: [.administrator, .serviceDesk])
        case .export: self.init(audience: .staff(readers), get: .shown)
        }
    }

    init(_ page: SchoolingDeskPage) {
        let writers: Set<StaffRole> = [.administrator, .serviceDesk]
        switch page {
        case .child: self.init(audience: .staff(writers), thing: .households, get: .shown, post: .refused)
        // An empty form says no year.
        case .passage: self.init(audience: .staff(writers), get: .shown, post: .refused)
        }
    }

    init(_ page: DocumentDeskPage) {
        let readers: Set<StaffRole> = [.administrator, .serviceDesk, .cashOffice]
        let judges: Set<StaffRole> = [.administrator, .serviceDesk]
        switch page {
        case .inbox: self.init(audience: .staff(readers), get: .shown)
        case .file: self.init(audience: .staff(readers), thing: .households, get: .shown)
        // The cash office reads, and judges nothing.
        case .document: self.init(audience: .staff(readers), thing: .households, get: .shown, post: .refused, postRoles: judges)
        // Nobody is to be written to twice: the first form decides.
        case .missing: self.init(audience: .staff(readers), get: .shown, post: .leadsOn, postRoles: judges)
        // An empty form accepts without end.
        case .paper: self.init(audience: .staff(judges), thing: .households, get: .shown, post: .leadsOn)
        case .types: self.init(audience: .staff([.administrator]), get: .shown)
        case .newType, .type: self.init(audience: .staff([.administrator]), get: .shown, post: .refused)
        case .typeState: self.init(audience: .staff([.administrator]), get: .leadsOn, post: .refused)
        }
    }
}
