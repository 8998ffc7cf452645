import HTMLTemplates
import PortalCore

extension AccessTown {
    /// The page as it is about a thing, nil where the example is about nothing that changes with it.
    func page(_ page: ParentPage, about object: AccessObject) -> ParentPage? {
        guard let things = things[object] else { return nil }
        return switch page {
        case .child: .child(things.child)
        case .request: .request(things.request)
        case .file(.contacts): .file(.contacts(things.child))
        case .file(.contactCopy): .file(.contactCopy(things.child))
        case .file(.contact): .file(.contact(things.child, things.contact))
        case .file(.contactRemoval): .file(.contactRemoval(things.child, things.contact))
        case .file(.invitation): .file(.invitation(things.household))
        case .file(.quotient): .file(.quotient(things.household))
        case .file(.review): .file(.review(things.household))
        case .file(.custody(_, let month)): .file(.custody(things.child, month))
        case .file(.sheet): .file(.sheet(things.child))
        case .file(.stops): .file(.stops(things.child, activity: things.activity))
        case .file(.times): .file(.times(things.child, activity: "periscolaire"))
        case .file(.dayTimes): .file(.dayTimes(things.evening))
        case .absences(.absence): .absences(.absence(things.absence))
        case .documents(.ask(let code, _)): .documents(.ask(code, .child(things.child)))
        case .documents(.file): .documents(.file(things.document, things.documentFile))
        case .documents(.withdrawal): .documents(.withdrawal(things.document))
        case .nursery(.contract(_, let month)): .nursery(.contract(things.contract, month))
        case .nursery(.leave): .nursery(.leave(things.contract))
        case .nursery(.announcement): .nursery(.announcement(things.contract))
        case .file(.situation): .file(.situation(things.household))
        case .file(.change(let field, _)):
            switch field.owner {
            case .adult: .file(.change(field, things.adult.rawValue))
            case .household: .file(.change(field, things.household.rawValue))
            case .child: .file(.change(field, things.child.rawValue))
            }
        case .file(.changes), .home, .family, .planning, .fill, .agenda, .calendarFeeds, .calendarFeedEnd, .recap, .bookings, .waiting,
            .regulations, .regulation, .requests, .messages,
            .absences, .nursery, .documents(.list), .owed:
            object == .own ? page : nil
        }
    }

    func page(_ page: ArrearsDeskPage, about object: AccessObject) -> ArrearsDeskPage? {
        guard let things = things[object] else { return nil }
        return switch page {
        case .owing: .owing(things.household)
        case .list: object == .own ? page : nil
        }
    }

    func page(_ page: SchoolingDeskPage, about object: AccessObject) -> SchoolingDeskPage? {
        guard let things = things[object] else { return nil }
        return switch page {
        case .child(_, let year): .child(things.child, year)
        case .passage: object == .own ? page : nil
        }
    }

    func page(_ page: DocumentDeskPage, about object: AccessObject) -> DocumentDeskPage? {
        guard let things = things[object] else { return nil }
        return switch page {
        case .document: .document(things.document)
        case .file: .file(things.document, things.documentFile)
        case .paper(_, let code, _): .paper(things.household, code, .child(things.child))
        case .inbox, .missing, .types, .newType, .type, .typeState: object == .own ? page : nil
        }
    }

    func page(_ page: AttendanceDeskPage, about object: AccessObject) -> AttendanceDeskPage? {
        guard let things = things[object] else { return nil }
        return switch page {
        case .rollCall(let place, let search) where place.activity != nil:
            .rollCall(RollCallPlace(activity: things.activity, day: place.day), search: search)
        case .closing(_, let day): .closing(activity: things.activity, day: day)
        case .absence: .absence(things.absence)
        case .report(let report?, let format):
            .report(AttendanceReport(report.kind, grouping: report.grouping, activity: things.activity, date: report.date), format)
        case .rollCall, .entries, .correction, .locks, .lockRelease, .absences, .certificate, .report(nil, _): object == .own ? page : nil
        }
    }

    /// Nurseries are never where the facility leader works: a thing of theirs is foreign or missing.
    func page(_ page: NurseryDeskPage, about object: AccessObject) -> NurseryDeskPage? {
        guard let things = things[object] else { return nil }
        let nursery = object == .foreign ? "petite-enfance" : "inconnue"
        return switch page {
        case .signing: .signing(things.household, things.child)
        case .contract(_, let month): object == .own ? nil : .contract(things.contract, month)
        case .contracts(.some): object == .own ? nil : .contracts(nursery: nursery)
        case .leaves(.some, let day): object == .own ? nil : .leaves(nursery: nursery, day: day)
        case .hours(.some, let month, let format): object == .own ? nil : .hours(nursery: nursery, month, format)
        case .contracts, .leaves, .hours, .judgement: object == .own ? page : nil
        }
    }

    func page(_ page: StaffPage, about object: AccessObject) -> StaffPage? {
        guard let things = things[object] else { return nil }
        return switch page {
        case .mail: .mail(things.mail)
        case .families(.household): .families(.household(things.household))
        case .families(.keys): .families(.keys(things.household))
        case .families(.planning(_, let month)): .families(.planning(things.household, month))
        case .families(.fill): .families(.fill(things.household))
        case .families(.recap): .families(.recap(things.household))
        case .families(.bookings): .families(.bookings(things.household))
        case .families(.relation): .families(.relation(things.household, things.adult, things.child))
        case .families(.contactRemoval): .families(.contactRemoval(things.contact))
        case .families(.quotient): .families(.quotient(things.household))
        case .families(.marks): .families(.marks(things.household))
        case .families(.stops): .families(.stops(things.household, things.child, activity: things.activity))
        case .families(.times): .families(.times(things.household, things.child, activity: "periscolaire"))
        case .families(.dayTimes): .families(.dayTimes(things.household, things.evening))
        case .families(.custody): .families(.custody(things.household, things.child))
        case .sheet: .sheet(things.child)
        case .campaigns(.campaign): .campaigns(.campaign(things.campaign))
        case .campaigns(.letters): .campaigns(.letters(things.campaign))
        case .colleague: .colleague(things.colleague)
        case .colleagueState: .colleagueState(things.colleague)
        case .dayList(.some, let day): .dayList(activity: things.activity, day: day)
        case .dayList(nil, _), .signIn, .signInCode, .secondFactor, .sheets, .signOut, .home, .outbox, .unreachableAddresses, .families(.list),
            .families(.inbox), .families(.incomes),
            .families(.settling), .families(.mark), .campaigns(.list), .rules, .activities, .bookings, .journal, .journalExport, .team,
            .teamInvitation,
            .staffInvitation:
            object == .own ? page : nil
        }
    }
}
