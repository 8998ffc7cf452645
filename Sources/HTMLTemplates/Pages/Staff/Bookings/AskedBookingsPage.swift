package import PortalCore

/// What families ask of the staff after the limit, for the staff to answer.
package struct AskedBookingsPage: HTML {
    /// The fields' names, and what the buttons say.
    package static let place = "place"
    package static let act = "decision"
    package static let accept = "accepter"
    package static let refuse = "refuser"

    /// The fields of one demand.
    package enum Field: String, CaseIterable, Hashable, Sendable {
        case reason = "motif"
        case surcharge = "majoration"
        case overbooks = "depassement"

        package func name(_ slot: BookingSlot) -> String { "\(rawValue)-\(slot.text)" }
    }

    private let frame: PortalFrame
    private let bookings: [AskedBooking]
    private let form: FormState

    /// - Parameter form: what was typed for one of them, when something is wrong with it.
    package init(frame: PortalFrame, bookings: [AskedBooking], form: FormState = FormState()) {
        self.frame = frame
        self.bookings = bookings
        self.form = form
    }

    package var body: some HTML {
        PageLayout(
            frame.around(.askedBookings),
            title: "Demandes hors délai",
            introduction: "Des familles demandent un jour dont le délai est dépassé. Votre réponse leur est envoyée par courriel.",
            crumbs: [Crumb("Aujourd'hui", frame.links.to(.home as StaffPage))],
            form: form
        ) {
            if bookings.isEmpty { EmptyState("Tout est traité", icon: .check) { p { "Les demandes des familles apparaîtront ici." } } }
            ForEach(bookings) { booking in AskedBookingCard(booking: booking, frame: frame, form: form) }
        }
    }
}

private struct AskedBookingCard: HTML {
    let booking: AskedBooking
    let frame: PortalFrame
    let form: FormState

    var body: some HTML {
        Card("\(booking.entry.childName), \(booking.slot.date.french)", icon: .clock) {
            DefinitionList(facts)
            p { a(.href(frame.links.to(.household(booking.entry.household)))) { "Voir le dossier du foyer \(booking.entry.householdName)" } }
            HTMLTemplates.form(.method(.post), .action(frame.links.to(.asked)), .novalidate(), .class("form")) {
                frame.token
                HiddenField(AskedBookingsPage.place, booking.slot.text)
                TextField(name(.surcharge), "Majoration en euros, si vous acceptez", isRequired: false, in: form)
                if booking.isFull { CheckboxField(name(.overbooks), "Réserver malgré tout\u{A0}: c'est complet", in: form) }
                TextField(name(.reason), "Motif, obligatoire si vous refusez", isRequired: false, in: form)
                ButtonRow {
                    SubmitButton("Accepter", style: .secondary, icon: .check, name: AskedBookingsPage.act, value: AskedBookingsPage.accept)
                    SubmitButton("Refuser", style: .danger, icon: .cross, name: AskedBookingsPage.act, value: AskedBookingsPage.refuse)
                }
            }
        }
    }

    private func name(_ field: AskedBookingsPage.Field) -> String { field.name(booking.slot) }

    private var facts: [Definition] {
        [
            Definition("Demande", "\(booking.activityName), \(booking.entry.unitName)"),
            Definition("Groupe", booking.isFull ? "\(booking.entry.groupName)\u{A0}: complet" : booking.entry.groupName),
            Definition("Prix", booking.price.french), Definition("Demandé le", booking.entry.joinedAt.frenchNumeric),
        ]
    }
}
