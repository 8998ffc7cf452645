import HTMLTemplates
import PortalCore

extension StaffPage {
    /// The right that the page asks for before anything else; nil for what every member of the staff sees. A new page decides here.
    var right: StaffRight? {
        switch self {
        case .signIn, .signInCode, .secondFactor, .signOut, .home, .staffInvitation: nil
        case .sheets, .sheet: .readChildSheets
        case .dayList: .readDayLists
        case .outbox, .mail, .unreachableAddresses: .readMails
        case .families(let page): page.right
        case .rules, .activities: .manageRules
        case .campaigns: .runCampaigns
        case .bookings: .manageBookings
        case .journal, .journalExport: .readJournal
        case .team, .teamInvitation, .colleague, .colleagueState: .manageStaff
        }
    }
}

extension HouseholdDeskPage {
    fileprivate var right: StaffRight {
        switch self {
        case .list, .household: .readFamilies
        case .keys: .manageKeys
        case .planning, .fill, .recap, .bookings, .stops, .times, .dayTimes: .manageBookings
        case .quotient, .marks, .mark, .relation, .contactRemoval, .custody, .inbox, .incomes, .settling: .manageFamilies
        }
    }
}

extension AccountDeskPage {
    /// The right that the page asks for before anything else.
    var right: StaffRight {
        switch self {
        case .people, .preparation: .manageKeys
        case .secondFactorReset: .manageStaff
        case .recognitions, .recognition, .erasures, .erasure: .manageFamilies
        case .retention: .eraseData
        }
    }
}
