package import PortalCore

/// What the staff say when they confirm a family's bookings: why, and whether more children may come than there are places.
package struct DeskTermsForm: Sendable {
    /// What is refused for want of places only.
    let overbookable: Set<BookingChange>
    /// What was typed, with what is wrong.
    let form: FormState

    package init(overbookable: Set<BookingChange>, form: FormState) {
        self.overbookable = overbookable
        self.form = form
    }
}

struct DeskTermsCard: HTML {
    let terms: DeskTermsForm

    var body: some HTML {
        div(.class("card form")) {
            if !terms.overbookable.isEmpty {
                CheckboxField(
                    DeskBookingField.overbooks.rawValue,
                    "Réserver au-delà de la capacité",
                    hint: terms.overbookable.count == 1
                        ? "Une réservation demandée est sur un jour complet\u{A0}: sans cette case, elle est refusée."
                        : "\(terms.overbookable.count) réservations demandées sont sur des jours complets\u{A0}: sans cette case, elles sont refusées.",
                    in: terms.form
                )
            }
            TextField(DeskBookingField.reason.rawValue, "Motif", hint: "La famille le lit, et le journal le garde.", in: terms.form)
        }
    }
}
