import HTMLTemplates
import PortalCore

@testable import PortalServer

/// A form of a parents' page about a child, filled in so that it writes something, and what the adult must be to the child for that.
struct RelationAct {
    let fields: [(String, String)]
    let need: RelationNeed
    /// Whether the form is sent as one with files.
    var hasFile = false
    /// What counts what it writes.
    var trace: StaticString = "SELECT count(*) FROM audit"

    init(_ need: RelationNeed, _ fields: [(String, String)]) {
        self.need = need
        self.fields = fields
    }

    /// What the forms speak of.
    struct Facts {
        let child: Identifier<Child>
        let sibling: Identifier<Child>
        /// A unit and a day on which the child can be booked, and is not.
        let free: BookingSlot
        /// A day on which the child is booked.
        let booked: CivilDate
    }

    /// nil for a page that only reads, or whose form is not about a child. Every page decides: the switches do not compile without it.
    init?(_ page: ParentPage, _ facts: Facts) {
        switch page {
        case .bookings:
            self.init(.books, [("cle", "cle-de-la-table-des-liens"), ("changement", "ajout.\(facts.free.text)")])
            trace = "SELECT count(*) FROM bookings"
        case .calendarFeeds: self.init(.sees, [(CalendarFeedsPage.Field.child.rawValue, String(facts.child.rawValue))])
        case .file(let page): self.init(page, facts)
        case .absences(.reporting):
            let day = facts.booked.iso
            let key = "cle-des-absences-de-la-table"
            self.init(.books, [("enfant", String(facts.child.rawValue)), ("du", day), ("au", day), ("motif", "Maladie"), ("cle", key)])
            hasFile = true
            trace = "SELECT count(*) FROM requests"
        // What they write is written by the pages above, or takes a place that the family does not wait for, a document, days at a nursery.
        case .absences, .documents, .nursery, .waiting: return nil
        case .home, .family, .child, .planning, .fill, .recap, .regulations, .regulation, .requests, .request, .agenda, .calendarFeedEnd, .messages,
            .owed:
            return nil
        }
    }

    private init?(_ page: FamilyFilePage, _ facts: Facts) {
        let contact = [("prenom", "Ana"), ("nom", "Roy"), ("lien", "Voisine"), ("telephone", "06 39 98 00 01"), ("cherche", "oui")]
        switch page {
        case .contacts, .contact: self.init(.authority, contact)
        case .contactCopy: self.init(.authority, [("enfant", String(facts.sibling.rawValue))])
        case .contactRemoval: self.init(.authority, [("demande", "oui")])
        case .invitation: self.init(.authority, [("courriel", "autre.parent@courriel.example")])
        case .change(let field, _):
            let values: [ChangePart: String] = [
                .phone: "06 39 98 00 02", .street: "2 rue Neuve", .postalCode: "91070", .city: "Bondoufle", .firstName: "Ana", .lastName: "Neuf",
                .birthDay: "2019-05-04", .schoolYear: "2026-2027", .school: "Jules-Ferry", .schoolClass: "CM1", .text: "Rien",
            ]
            self.init(field.owner == .adult ? .own : .authority, field.parts.map { ($0.rawValue, values[$0] ?? "") })
        case .sheet: self.init(.authority, [("medecin", "Docteur Martin")])
        case .quotient:
            self.init(
                .authority,
                [("revenus", "30 000"), ("prestations", "141"), ("enfants", "2"), ("handicap", "0"), ("acte", "declarer")]
            )
        case .review: self.init(.authority, [("certifie", "oui")])
        case .situation:
            self.init(
                .authority,
                [("changement", "move"), ("date", "2026-12-01"), ("rue", "2 rue Neuve"), ("codepostal", "91000"), ("commune", "Évry")]
            )
        case .times: self.init(.books, [("arrivee-matin", "07:15"), ("depart-soir", "18:45")])
        case .dayTimes: self.init(.books, [("depart-soir", "18:15")])
        // The families' children here live in one home, and take no bus.
        case .custody, .stops: return nil
        case .changes: return nil
        }
    }
}
