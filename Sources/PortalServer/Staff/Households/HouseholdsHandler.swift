import HTMLTemplates
import PortalCore

enum HouseholdsHandler {
    static func list(_ context: StaffContext, search: String?) async throws -> HTTPResponse {
        let outcome: HouseholdListPage.Outcome
        if let search = FamilySearch(search ?? "") {
            let (found, count) = try await FamilySearchService(context.site.portal).families(search)
            outcome = .found(found, count: count)
        } else {
            outcome = search == nil ? .notAsked : .tooShort
        }
        let removals = context.mayManageFamilies ? try context.householdDesk.askedRemovals() : []
        let page = HouseholdListPage(
            frame: context.frame,
            search: search ?? "",
            outcome: outcome,
            removals: removals.map { ContactRemovalLine(contact: $0.contact, childName: $0.childName) },
            waiting: try context.waiting(in: DeskQueue.ofFamilies),
            managesAccounts: context.member.role.has(.manageKeys),
            erasesData: context.member.role.has(.eraseData)
        )
        return context.page(page)
    }

    /// - Parameter newKey: a key that was just given out, to be read this once.
    static func show(_ context: StaffContext, _ id: Identifier<Household>, newKey: ActivationKey? = nil) throws -> HTTPResponse {
        guard let file = try context.householdDesk.file(of: id) else { throw PageFailure.notFound }
        let desk = try HouseholdKeysHandler.cards(context, file.family, newKey: newKey)
        let page = HouseholdPage(
            frame: context.frame,
            file: file,
            desk: desk,
            mayChange: context.mayManageFamilies,
            today: context.today,
            marks: HouseholdMarksCard.Model(
                marks: try context.marks.marks(of: id),
                isUsed: !context.catalogue.marks.isEmpty,
                isResident: context.catalogue.ranksResidents && context.catalogue.settings.isResident(file.family.household.address)
            ),
            care: try care(context, file.family),
            buses: try Dictionary(uniqueKeysWithValues: file.family.children.map { ($0.id, try context.childStops.lines(of: $0.id)) }),
            times: try Dictionary(uniqueKeysWithValues: file.family.children.map { ($0.id, try context.expectedTimes.habits(of: $0, in: id)) })
        )
        return context.page(page)
    }

    /// The children's care contracts; nil for who does not manage them, and where no nursery has any.
    private static func care(_ context: StaffContext, _ family: Family) throws -> CareLinks? {
        let desk = context.nurseryDesk
        guard context.member.role.has(.manageContracts), !desk.nurseries(for: context.member).isEmpty else { return nil }
        return CareLinks(try Dictionary(uniqueKeysWithValues: family.children.map { ($0.id, try desk.contracts(of: $0.id)) }))
    }

    /// Deletes the contact that a parent no longer wants, or keeps it.
    static func settleRemoval(_ context: StaffContext, _ form: FormFields, _ id: Identifier<ChildContact>) async throws -> HTTPResponse {
        guard let decision = form["decision"], ["supprimer", "garder"].contains(decision) else {
            throw PageFailure.badRequest("Choisissez de supprimer ou de garder ce contact.")
        }
        let household = try await context.householdDesk.settleRemoval(of: id, deleting: decision == "supprimer", by: context.member.id)
        return context.redirect(to: context.links.to(.household(household)), saying: .saved)
    }
}

enum RelationHandler {
    static func show(
        _ context: StaffContext,
        _ household: Identifier<Household>,
        _ adult: Identifier<Adult>,
        _ child: Identifier<Child>
    ) throws -> HTTPResponse {
        let file = try context.householdDesk.file(of: household)
        guard let relation = file?.relation(of: adult, to: child) else { throw PageFailure.notFound }
        return try page(context, file, adult, child, FormState(values: relation.formValues))
    }

    static func put(
        _ context: StaffContext,
        _ form: FormFields,
        _ household: Identifier<Household>,
        _ adult: Identifier<Adult>,
        _ child: Identifier<Child>
    ) async throws -> HTTPResponse {
        guard let kinship = form[RelationField.kinship].flatMap(Kinship.init(rawValue:)),
            let standing = form[RelationField.standing].flatMap(ParentalStanding.init(rawValue:))
        else { throw PageFailure.badRequest("Indiquez le lien et l'autorité parentale.") }
        let relation = ChildRelation(kinship: kinship, standing: standing, rights: Set(ChildRight.allCases.filter { form[$0.rawValue] != nil }))
        try await context.householdDesk.put(relation, of: adult, to: child, in: household, by: context.member.id)
        return context.redirect(to: context.links.to(.household(household)), saying: .saved)
    }

    private static func page(
        _ context: StaffContext,
        _ file: HouseholdFile?,
        _ adult: Identifier<Adult>,
        _ child: Identifier<Child>,
        _ form: FormState
    ) throws -> HTTPResponse {
        guard let family = file?.family, let adult = family.adults.first(where: { $0.id == adult }),
            let child = family.children.first(where: { $0.id == child })
        else { throw PageFailure.notFound }
        return context.page(RelationPage(frame: context.frame, family: family, adult: adult, child: child, form: form))
    }
}

extension StaffContext {
    var householdDesk: HouseholdDesk { HouseholdDesk(site.portal) }

    /// Whether the member may change a family's file.
    fileprivate var mayManageFamilies: Bool { member.role.has(.manageFamilies) }
}

extension ChildRelation {
    fileprivate var formValues: [String: String] {
        var values = [RelationField.kinship: kinship.rawValue, RelationField.standing: standing.rawValue]
        for right in ChildRight.allCases where has(right) { values[right.rawValue] = "oui" }
        return values
    }
}
