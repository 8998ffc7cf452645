import HTMLTemplates
import PortalCore

enum HouseholdKeysHandler {
    /// Gives a key out, replaces or revokes one. A new key is on the answer and nowhere else.
    static func change(_ context: StaffContext, _ household: Identifier<Household>, _ form: FormFields) async throws -> HTTPResponse {
        guard try context.site.households.family(household) != nil else { throw PageFailure.notFound }
        guard let act = HouseholdKeyAct(value: form[HouseholdKeyAct.field] ?? "") else {
            throw PageFailure.badRequest("Le bouton n'est pas reconnu.")
        }
        let keys = context.keys
        let actor = Actor.staff(context.member.id)
        switch act {
        case .issue(let child):
            return try HouseholdsHandler.show(context, household, newKey: try await keys.issue(for: household, child: child, by: actor))
        case .replace(let key):
            return try HouseholdsHandler.show(context, household, newKey: try await keys.issue(for: household, replacing: key, by: actor))
        case .revoke(let key):
            guard try await keys.revoke(key, of: household, by: actor) else { throw PageFailure.notFound }
            return context.redirect(to: context.links.to(.household(household)), saying: .keyRevoked)
        }
    }

    /// The accounts, keys, requests and bookings of a family.
    static func cards(_ context: StaffContext, _ family: Family, newKey: ActivationKey?) throws -> HouseholdDeskCards.Model {
        let household = family.household.id
        let agenda = AgendaService(context.site.portal, context.catalogue)
        return HouseholdDeskCards.Model(
            accounts: try context.site.accounts.accounts(in: household),
            keys: try context.keys.keys(of: household),
            requests: try RequestService(context.site.portal, context.catalogue).latest(of: household),
            children: try family.children.map { child in
                HouseholdDeskCards.ChildLine(
                    child: child,
                    agenda: try agenda.agenda(of: child.id, from: context.today, days: 14, for: context.member) ?? []
                )
            },
            now: context.now,
            mayManageKeys: context.member.role.has(.manageKeys),
            mayBook: context.member.role.has(.manageBookings),
            keyChildren: context.catalogue.settings.keyScope == .child ? family.children : [],
            newKey: newKey,
            arrears: context.member.role.has(.manageArrears)
                ? HouseholdDeskCards.ArrearsLine(try ArrearsService(context.site.portal).arrears(of: household)) : nil,
            documents: try context.documentDesk.file(of: household, for: context.member)
        )
    }
}

extension StaffContext {
    fileprivate var keys: ActivationKeyService { ActivationKeyService(site.portal) }
}
