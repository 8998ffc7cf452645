import PortalCore

/// The entries of the main navigation: the parents' and the staff's.
package enum NavigationEntry: Hashable, Sendable {
    case home, planning, family, requests, messages
    case recognition
    case staffHome, rollCall, dayLists, sheets, reports, absences, nursery, billingLocks, households, documents, arrears, campaigns, waitingLines,
        askedBookings,
        places, closures, activities, rules,
        outbox,
        journal, team

    var title: String {
        switch self {
        case .home: "Accueil"
        case .planning: "Réservations"
        case .family: "Ma famille"
        case .requests: "Mes demandes"
        case .messages: "Messages"
        case .staffHome: "Aujourd'hui"
        case .rollCall: "Pointage"
        case .dayLists: "Listes du jour"
        case .sheets: "Fiches sanitaires"
        case .reports: "Listes et effectifs"
        case .absences: "Absences"
        case .nursery: "Petite enfance"
        case .billingLocks: "Verrouillage"
        case .households: "Familles"
        case .documents: "Pièces à vérifier"
        case .arrears: "Impayés"
        case .campaigns: "Clés enfance"
        case .waitingLines: "Listes d'attente"
        case .askedBookings: "Demandes hors délai"
        case .places: "Places"
        case .closures: "Fermetures"
        case .activities: "Activités"
        case .rules: "Délais"
        case .outbox: "Courriels"
        case .journal: "Journal"
        case .team: "Agents"
        case .recognition: "Mon rattachement"
        }
    }

    var icon: Icon {
        switch self {
        case .home, .staffHome: .home
        case .planning: .calendar
        case .family, .households, .recognition: .family
        case .requests: .request
        case .messages, .outbox: .mail
        case .rollCall: .check
        case .dayLists: .agenda
        case .campaigns: .key
        case .reports, .documents: .file
        case .arrears: .euro
        case .absences: .absent
        case .nursery: .weeks
        case .billingLocks: .lock
        case .waitingLines: .weeks
        case .askedBookings: .help
        case .places: .full
        case .closures: .cross
        case .activities: .edit
        case .rules: .clock
        case .journal, .sheets: .file
        case .team: .user
        }
    }

    /// What the staff need to open the entry; nil for everybody's.
    var right: StaffRight? {
        switch self {
        case .rollCall: .callRoll
        case .dayLists: .readDayLists
        case .sheets: .readChildSheets
        case .reports: .readDayLists
        case .absences: .judgeAbsences
        case .nursery: .callRoll
        case .billingLocks: .lockPeriods
        case .households: .readFamilies
        case .documents: .readDocuments
        case .arrears: .manageArrears
        case .campaigns: .runCampaigns
        case .waitingLines, .askedBookings, .places, .closures: .manageBookings
        case .activities, .rules: .manageRules
        case .outbox: .readMails
        case .journal: .readJournal
        case .team: .manageStaff
        case .staffHome, .home, .planning, .family, .requests, .messages, .recognition: nil
        }
    }

    func link(_ links: PortalLinks) -> Link {
        switch self {
        case .home: links.to(.home as ParentPage)
        case .planning: links.to(.planning(nil))
        case .family: links.to(.family)
        case .requests: links.to(.requests)
        case .messages: links.to(.messages)
        case .staffHome: links.to(.home as StaffPage)
        case .rollCall: links.to(.rollCall(RollCallPlace(), search: nil))
        case .reports: links.to(AttendanceDeskPage.report(nil, nil))
        case .absences: links.to(AttendanceDeskPage.absences(.toJudge))
        case .nursery: links.to(NurseryDeskPage.leaves(nursery: nil, day: nil))
        case .billingLocks: links.to(AttendanceDeskPage.locks)
        case .dayLists: links.to(.dayList(activity: nil, day: nil))
        case .sheets: links.to(.sheets)
        case .households: links.to(.list(search: nil))
        case .documents: links.to(DocumentDeskPage.inbox(type: nil))
        case .arrears: links.to(ArrearsDeskPage.list)
        case .campaigns: links.to(.list as KeyCampaignPage)
        case .waitingLines: links.to(.lines)
        case .askedBookings: links.to(.asked)
        case .places: links.to(.places(activity: nil, month: nil))
        case .closures: links.to(.closures(nil))
        case .activities: links.to(.list as ActivityDeskPage)
        case .rules: links.to(.list as RuleDeskPage)
        case .outbox: links.to(.outbox)
        case .journal: links.to(.journal(JournalQuery()))
        case .team: links.to(.team)
        case .recognition: links.to(.recognition)
        }
    }
}

/// The kinds of the staff's work, in the order of a day; each with its entries.
enum DeskSection: CaseIterable {
    case children, families, bookings, portal

    var title: String {
        switch self {
        case .children: "Accueil des enfants"
        case .families: "Familles"
        case .bookings: "Réservations"
        case .portal: "Portail"
        }
    }

    var entries: [NavigationEntry] {
        switch self {
        case .children: [.staffHome, .rollCall, .dayLists, .sheets, .reports, .absences, .nursery, .billingLocks]
        case .families: [.households, .documents, .arrears, .campaigns]
        case .bookings: [.waitingLines, .askedBookings, .places, .closures, .activities, .rules]
        case .portal: [.outbox, .journal, .team]
        }
    }
}
