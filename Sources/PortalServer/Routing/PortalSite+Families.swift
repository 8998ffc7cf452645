import HTMLTemplates
import PortalCore

extension PortalSite {
    /// The answer of a page of the family's file.
    func respond(with page: FamilyFilePage, _ context: ParentContext) async throws -> HTTPResponse {
        try await explaining {
            switch (page, context.request.pageMethod) {
            case (.contacts(let child), .get): try ContactsHandler.list(context, child)
            case (.contacts(let child), .post): try await ContactsHandler.add(context, context.form(), child)
            case (.contactCopy(let child), .post): try await ContactsHandler.copy(context, context.form(), child)
            case (.contact(let child, let contact), .get): try ContactsHandler.show(context, child, contact)
            case (.contact(let child, let contact), .post): try await ContactsHandler.correct(context, context.form(), child, contact)
            case (.contactRemoval(let child, let contact), .post): try await ContactsHandler.askRemoval(context, context.form(), child, contact)
            case (.invitation(let household), .get): try InvitationHandler.show(context, household)
            case (.invitation(let household), .post): try await InvitationHandler.invite(context, context.form(), household)
            case (.quotient(let household), .get): try QuotientHandler.show(context, household)
            case (.quotient(let household), .post): try await QuotientHandler.change(context, context.formWithFiles(), household)
            case (.review(let household), .get): try FamilyCheckHandler.show(context, household)
            case (.review(let household), .post): try await FamilyCheckHandler.certify(context, context.form(), household)
            case (.sheet(let child), .get): try ChildSheetHandler.show(context, child)
            case (.sheet(let child), .post): try await ChildSheetHandler.save(context, context.form(), child)
            case (.custody(let child, let month), .get): try SharedCustodyHandler.show(context, child, month)
            case (.custody(let child, _), .post): try await SharedCustodyHandler.change(context, context.form(), child)
            case (.stops(let child, let activity), .get): try ChildStopsHandler.show(context, child, activity)
            case (.stops(let child, let activity), .post): try await ChildStopsHandler.set(context, context.form(), child, activity)
            case (.times(let child, let activity), .get): try ExpectedTimesHandler(context).show(child, activity)
            case (.times(let child, let activity), .post): try await ExpectedTimesHandler(context).set(context.form(), child, activity)
            case (.dayTimes(let slot), .get): try ExpectedTimesHandler(context).showDay(slot)
            case (.dayTimes(let slot), .post): try await ExpectedTimesHandler(context).setDay(context.form(), slot)
            case (.changes, .get): try ChangesHandler.list(context)
            case (.change(let field, let subject), .get): try ChangesHandler.show(context, field, subject)
            case (.change(let field, let subject), .post): try await ChangesHandler.ask(context, context.formWithFiles(), field, subject)
            case (.situation(let household, let kind), .get): try SituationHandler.show(context, household, kind)
            case (.situation(let household, _), .post): try await SituationHandler.tell(context, context.formWithFiles(), household)
            // Where somebody comes back to a form's address without the form.
            case (.contactCopy(let child), .get), (.contactRemoval(let child, _), .get): context.redirect(to: context.links.to(.contacts(child)))
            default: throw PageFailure.methodNotAllowed(allowed: [.get, .post])
            }
        }
    }

    /// The answer of a staff page about families.
    func respond(with page: HouseholdDeskPage, _ context: StaffContext) async throws -> HTTPResponse {
        try await explaining {
            switch (page, context.request.pageMethod) {
            case (.list(let search), .get): try await HouseholdsHandler.list(context, search: search)
            case (.household(let household), .get): try HouseholdsHandler.show(context, household)
            case (.keys(let household), .post): try await HouseholdKeysHandler.change(context, household, context.form())
            // The form's address, when somebody comes back to it without the form.
            case (.keys(let household), .get): context.redirect(to: context.links.to(.household(household)))
            case (.relation(let household, let adult, let child), .get): try RelationHandler.show(context, household, adult, child)
            case (.relation(let household, let adult, let child), .post):
                try await RelationHandler.put(context, context.form(), household, adult, child)
            case (.quotient(let household), .get): try StaffQuotientHandler.show(context, household)
            case (.quotient(let household), .post): try await StaffQuotientHandler.change(context, context.form(), household)
            case (.marks(let household), .get): try MarksHandler.list(context, household)
            case (.marks(let household), .post): try await MarksHandler.add(context, context.form(), household)
            case (.mark(let household, let mark), .get): try MarksHandler.show(context, household, mark)
            case (.mark(let household, let mark), .post): try await MarksHandler.change(context, context.form(), household, mark)
            case (.contactRemoval(let contact), .post): try await HouseholdsHandler.settleRemoval(context, context.form(), contact)
            case (.contactRemoval, .get): context.redirect(to: context.links.to(.list(search: nil)))
            case (.custody(let household, let child), .get): try CustodyHandler.show(context, household, child)
            case (.custody(let household, let child), .post): try await CustodyHandler.change(context, context.form(), household, child)
            case (.stops(let household, let child, let activity), .get): try ChildStopsHandler.show(context, household, child, activity)
            case (.stops(let household, let child, let activity), .post):
                try await ChildStopsHandler.set(context, context.form(), household, child, activity)
            case (.times(let household, let child, let activity), .get):
                try ExpectedTimesHandler(context, household).show(child, activity)
            case (.times(let household, let child, let activity), .post):
                try await ExpectedTimesHandler(context, household).set(context.form(), child, activity)
            case (.dayTimes(let household, let slot), .get): try ExpectedTimesHandler(context, household).showDay(slot)
            case (.dayTimes(let household, let slot), .post):
                try await ExpectedTimesHandler(context, household).setDay(context.form(), slot)
            case (.planning(let household, let month), .get): try DeskPlanningHandler.show(context, household, month)
            case (.planning(let household, let month), .post): try DeskPlanningHandler.showAgain(context, context.form(), household, month)
            case (.fill(let household), .get): try DeskPatternHandler.show(context, household)
            case (.fill(let household), .post): try DeskPatternHandler.showAgain(context, context.form(), household)
            case (.recap(let household), .post): try DeskRecapHandler.show(context, context.form(), household)
            case (.bookings(let household), .post): try await DeskRecapHandler.confirm(context, context.form(), household)
            case (.recap(let household), .get), (.bookings(let household), .get):
                context.redirect(to: context.links.to(.planning(household, nil)))
            case (.inbox(let filter), .get): try ChangeInboxHandler.list(context, filter)
            case (.incomes, .get): try StaffQuotientHandler.list(context)
            case (.settling(let change, let filter), .post): try await ChangeInboxHandler.settle(context, context.form(), change, filter)
            case (.settling(_, let filter), .get): context.redirect(to: context.links.to(.inbox(filter)))
            case (.list, _), (.household, _), (.inbox, _), (.incomes, _): throw PageFailure.methodNotAllowed(allowed: [.get])
            case (.keys, _), (.recap, _), (.bookings, _): throw PageFailure.methodNotAllowed(allowed: [.post])
            default: throw PageFailure.methodNotAllowed(allowed: [.get, .post])
            }
        }
    }

    /// What a family's file refuses becomes the page that says so; what is somebody else's is not found.
    private func explaining(_ body: () async throws -> HTTPResponse) async throws -> HTTPResponse {
        do {
            return try await body()
        } catch HouseholdRefusal.unknown {
            throw PageFailure.notFound
        } catch let refusal as HouseholdRefusal {
            throw PageFailure.forbidden(refusal.french)
        }
    }
}
