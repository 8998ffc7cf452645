import HTMLTemplates
import PortalCore

enum TeamHandler {
    static func list(_ context: StaffContext) throws -> HTTPResponse {
        context.page(StaffTeamPage(frame: context.frame, colleagues: try context.team.colleagues(), reader: context.member.id))
    }

    static func showInvitation(_ context: StaffContext, _ form: FormState = FormState()) -> HTTPResponse {
        let page = TeamInvitationPage(frame: context.frame, places: StaffTeamService.places(of: context.catalogue), form: form)
        return context.page(page, status: form.errors.isEmpty ? .ok : .unprocessableContent)
    }

    static func invite(_ context: StaffContext, _ form: FormFields) async throws -> HTTPResponse {
        func value(_ field: StaffAssignment.Field) -> String { form[field.rawValue] ?? "" }
        do {
            try await context.team.invite(
                firstName: value(.firstName),
                lastName: value(.lastName),
                email: value(.email),
                as: StaffAssignment(form),
                by: context.member.id,
                link: context.invitationLink
            )
            return context.redirect(to: context.links.to(.team), saying: .staffInvited)
        } catch let errors as FieldErrors {
            return showInvitation(context, FormState(values: form.typed, errors: errors.inOrder(of: StaffAssignment.Field.self)))
        }
    }

    static func show(_ context: StaffContext, _ id: Identifier<StaffMember>, _ form: FormState? = nil) throws -> HTTPResponse {
        guard let colleague = try context.team.colleague(id) else { throw PageFailure.notFound }
        let places = StaffTeamService.places(of: context.catalogue)
        let page = ColleaguePage(
            frame: context.frame,
            colleague: colleague,
            places: places,
            isReader: id == context.member.id,
            form: form ?? FormState(values: colleague.member.typed(places))
        )
        return context.page(page, status: form == nil ? .ok : .unprocessableContent)
    }

    /// Changes the role and the places.
    static func assign(_ context: StaffContext, _ id: Identifier<StaffMember>, _ form: FormFields) async throws -> HTTPResponse {
        do {
            try await context.team.assign(StaffAssignment(form), to: id, by: context.member.id)
            return context.redirect(to: context.links.to(.colleague(id)), saying: .staffChanged)
        } catch let errors as FieldErrors {
            return try show(context, id, FormState(values: form.typed, errors: errors))
        } catch let refusal as StaffTeamRefusal {
            throw refusal.failure
        }
    }

    /// Deactivates, activates again, or sends another link.
    static func change(_ context: StaffContext, _ id: Identifier<StaffMember>, _ form: FormFields) async throws -> HTTPResponse {
        guard try context.team.colleague(id) != nil else { throw PageFailure.notFound }
        guard let change = ColleagueChange(rawValue: form[ColleagueChange.field] ?? "") else {
            throw PageFailure.badRequest("Le bouton n'est pas reconnu.")
        }
        do {
            switch change {
            case .deactivate: try await context.team.deactivate(id, by: context.member.id)
            case .activate: try await context.team.activate(id, by: context.member.id)
            case .resetSecondFactor:
                guard id != context.member.id else { throw StaffTeamRefusal.ownAccount }
                try await context.site.secondFactors.reset(.staff(id), by: context.member.id)
            case .inviteAgain: try await context.team.inviteAgain(id, by: context.member.id, link: context.invitationLink)
            }
        } catch let refusal as StaffTeamRefusal {
            throw refusal.failure
        }
        return context.redirect(to: context.links.to(.colleague(id)), saying: change == .inviteAgain ? .staffInvited : .staffChanged)
    }
}

enum StaffInvitationHandler {
    static func show(_ context: VisitorContext, token: String) throws -> HTTPResponse {
        page(context, token, try context.team.invitation(token: token), FormState())
    }

    /// Chooses the password and leads to the sign-in page: it is tried at once.
    static func choose(_ context: VisitorContext, _ form: FormFields, token: String) async throws -> HTTPResponse {
        let team = context.team
        do {
            let typed = form[NewPasswordField.new.rawValue] ?? ""
            let refused = try await team.choosePassword(typed, token: token, passwords: context.site.passwords)
            if let refused { return page(context, token, refused, FormState()) }
            return context.redirect(to: context.links.to(.signIn as StaffPage), saying: .passwordReset)
        } catch let errors as FieldErrors {
            return page(context, token, try team.invitation(token: token), FormState(errors: errors))
        }
    }

    private static func page(_ context: VisitorContext, _ token: String, _ state: StaffInvitationState, _ form: FormState) -> HTTPResponse {
        guard case .usable(let login) = state else {
            return context.page(StaffInvitationPage(frame: context.frame, state: .refused(state.refusal ?? "")), status: .notFound)
        }
        let page = StaffInvitationPage(frame: context.frame, state: .asked(token: token, login: login, form))
        return context.page(page, status: form.errors.isEmpty ? .ok : .unprocessableContent)
    }
}

extension PageContext {
    fileprivate var team: StaffTeamService { StaffTeamService(site.portal) }

    fileprivate var invitationLink: @Sendable (String) -> String {
        let site = site
        return { site.absoluteAddress(of: StaffPage.staffInvitation(token: $0)) }
    }
}

extension StaffTeamRefusal {
    fileprivate var failure: PageFailure {
        switch self {
        case .ownAccount: .forbidden(french)
        case .unknown: .notFound
        }
    }
}

extension StaffAssignment {
    /// The role and the ticked places.
    fileprivate init(_ form: FormFields) {
        self.init(
            role: form[Field.role.rawValue] ?? "",
            places: Set(form.pairs.compactMap { $0.name.hasPrefix("lieu-") ? $0.value : nil })
        )
    }
}

extension FormFields {
    /// What was typed, to fill the form with when it comes back.
    fileprivate var typed: [String: String] {
        Dictionary(pairs.filter { $0.name != FormToken.fieldName }.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
    }
}

extension StaffMember {
    /// The form as it stands for the member.
    fileprivate func typed(_ places: [String]) -> [String: String] {
        var values = [StaffAssignment.Field.role.rawValue: role.rawValue]
        guard case .places(let own) = scope else { return values }
        for (index, place) in places.enumerated() where own.contains(place) { values["lieu-\(index)"] = place }
        return values
    }
}
