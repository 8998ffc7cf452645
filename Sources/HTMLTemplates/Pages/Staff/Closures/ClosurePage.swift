package import PortalCore

/// One closure that the staff declared, with what it has changed.
package struct ClosurePage: HTML {
    private let frame: PortalFrame
    private let closure: DeclaredClosure
    private let cancelled: [ClosureBooking]
    private let activities: [Activity]
    private let key: String?
    private let refusal: String?
    private let today: CivilDate

    /// - Parameters:
    ///   - key: makes taking it back count once; nil when it may not be taken back any more.
    ///   - refusal: why it was not taken back just now.
    package init(
        frame: PortalFrame,
        closure: DeclaredClosure,
        cancelled: [ClosureBooking],
        activities: [Activity],
        today: CivilDate,
        key: String?,
        refusal: String?
    ) {
        self.frame = frame
        self.closure = closure
        self.cancelled = cancelled
        self.activities = activities
        self.key = key
        self.refusal = refusal
        self.today = today
    }

    package var body: some HTML {
        PageLayout(
            frame.around(.closures),
            title: "\(closure.reason.capitalizedFirst), \(closure.days.frenchSpan)",
            crumbs: [Crumb("Fermetures", frame.links.to(.closures(nil)))]
        ) {
            if let refusal { Notice(.danger, title: "La fermeture reste") { p { refusal } } }
            Card("Fermeture", icon: .cross) {
                ClosureTag(closure: closure, today: today)
                DefinitionList(facts)
            }
            if let key { Undoing(frame: frame, closure: closure, count: cancelled.count, key: key) }
            bookings
        }
    }

    @HTMLBuilder private var bookings: some HTML {
        if !cancelled.isEmpty {
            let title =
                closure.undoneAt == nil ? "Réservations annulées (\(cancelled.count))" : "Réservations qui étaient annulées (\(cancelled.count))"
            // A day of the whole town is hundreds of lines.
            details(.class("card"), .open(cancelled.count <= 20)) {
                summary { title }
                DataTable(title, columns: ["Enfant", "Jour", "Activité", .number("Prix")]) {
                    ForEach(cancelled) { each in
                        tr {
                            th(.scope(.row)) { "\(each.lastName) \(each.firstName)" }
                            td { each.booking.slot.date.frenchShort }
                            td { name(of: each.booking.slot.unit) }
                            td(.class("number")) { (each.booking.price + each.booking.surcharge).french }
                        }
                    }
                }
            }
        }
    }

    private var facts: [Definition] {
        [
            Definition("Ce qui ferme", closure.scope.words(among: activities)), Definition("Réservations", closure.effect.french),
            Definition("Déclarée", "le \(closure.declaredAt.frenchNumeric) par \(closure.declaredBy)"),
        ] + (closure.undoneAt.map { [Definition("Annulée", "le \($0.frenchNumeric)")] } ?? [])
            + (closure.message.isEmpty ? [] : [Definition("Message aux familles", closure.message)])
    }

    private func name(of unit: Identifier<BookableUnit>) -> String {
        activities.lazy.compactMap { activity in activity.units.first { $0.id == unit }.map { "\(activity.name), \($0.name)" } }.first ?? ""
    }
}

private struct Undoing: HTML {
    let frame: PortalFrame
    let closure: DeclaredClosure
    let count: Int
    let key: String

    var body: some HTML {
        Card("Finalement ouvert\u{A0}?", icon: .clear) {
            HTMLTemplates.form(.method(.post), .action(frame.links.to(.closure(closure.id)))) {
                frame.token
                HiddenField(ClosureReviewPage.Field.key.rawValue, key)
                p {
                    closure.effect == .cancels
                        ? "Les \(count) réservations annulées sont rendues là où la place est encore libre, et les familles prévenues par courriel."
                        : "Les familles peuvent de nouveau réserver ces jours-là."
                }
                ButtonRow { SubmitButton("Annuler la fermeture", style: .secondary, icon: .clear) }
            }
        }
    }
}
