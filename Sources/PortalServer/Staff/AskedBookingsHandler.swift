import HTMLTemplates
import PortalCore

enum AskedBookingsHandler {
    static func list(_ context: StaffContext, form: FormState = FormState()) throws -> HTTPResponse {
        let page = AskedBookingsPage(frame: context.frame, bookings: try context.askedBookings.waiting(), form: form)
        return context.page(page, status: form.errors.isEmpty ? .ok : .unprocessableContent)
    }

    /// Books what a family asks after the limit, or refuses it.
    static func settle(_ context: StaffContext, _ form: FormFields) async throws -> HTTPResponse {
        guard let slot = form[AskedBookingsPage.place].flatMap({ BookingSlot(text: $0) }), let decision = form[AskedBookingsPage.act],
            [AskedBookingsPage.accept, AskedBookingsPage.refuse].contains(decision)
        else { throw PageFailure.badRequest("Choisissez d'accepter ou de refuser.") }
        let typed = AskedAnswer(slot, form)
        do {
            if decision == AskedBookingsPage.refuse {
                try await context.askedBookings.refuse(slot, reason: typed[.reason], by: context.member)
            } else {
                guard let surcharge = typed[.surcharge].isEmpty ? .zero : Cents(euros: typed[.surcharge]) else {
                    return try list(context, form: typed.wrong(.surcharge, "Donnez un montant en euros, comme 1,50."))
                }
                let terms = DeskTerms(surcharge: surcharge, overbooks: !typed[.overbooks].isEmpty)
                try await context.askedBookings.accept(slot, on: terms, reason: typed[.reason], by: context.member)
            }
            return context.redirect(to: context.links.to(.asked), saying: .saved)
        } catch let errors as FieldErrors {
            return try list(context, form: typed.wrong(.reason, errors.entries.first?.message ?? ""))
        } catch let refusal as BookingRefusal {
            return try list(context, form: typed.wrong(.reason, refusal.french))
        } catch WaitingListRefusal.unknown {
            return context.redirect(to: context.links.to(.asked), saying: .nothingToChange)
        }
    }
}

/// What was typed about one demand.
private struct AskedAnswer {
    private let slot: BookingSlot
    private let values: [String: String]

    init(_ slot: BookingSlot, _ form: FormFields) {
        self.slot = slot
        values = Dictionary(uniqueKeysWithValues: AskedBookingsPage.Field.allCases.map { ($0.name(slot), form[$0.name(slot)] ?? "") })
    }

    subscript(_ field: AskedBookingsPage.Field) -> String { values[field.name(slot)] ?? "" }

    func wrong(_ field: AskedBookingsPage.Field, _ message: String) -> FormState {
        FormState(values: values, errors: [FieldError(field.name(slot), message)])
    }
}

extension StaffContext {
    var askedBookings: AskedBookingDesk { AskedBookingDesk(site.portal, catalogue, page: site.waitingPage) }
}
