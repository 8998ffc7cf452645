import HTMLTemplates
import PortalCore

enum KeyCampaignHandler {
    static func list(_ context: StaffContext, _ form: FormState = FormState()) throws -> HTTPResponse {
        let service = KeyCampaignService(context.site.portal)
        let page = KeyCampaignListPage(
            frame: context.frame,
            campaigns: try service.campaigns(),
            everybody: try service.reach(enrolledOnly: false),
            enrolled: try service.reach(enrolledOnly: true),
            form: form
        )
        return context.page(page, status: form.errors.isEmpty ? .ok : .unprocessableContent)
    }

    static func start(_ context: StaffContext, _ form: FormFields) async throws -> HTTPResponse {
        let name = form[KeyCampaignForm.Field.name.rawValue] ?? ""
        let enrolledOnly = form[KeyCampaignForm.Field.enrolledOnly.rawValue] ?? ""
        do {
            let asked = KeyCampaignForm(name: name, enrolledOnly: !enrolledOnly.isEmpty)
            let id = try await KeyCampaignService(context.site.portal).start(asked, by: context.member.id, link: context.registrationAddress)
            return context.redirect(to: context.links.to(.campaign(id)), saying: .keysGiven)
        } catch let errors as FieldErrors {
            let values = [KeyCampaignForm.Field.name.rawValue: name, KeyCampaignForm.Field.enrolledOnly.rawValue: enrolledOnly]
            return try list(context, FormState(values: values, errors: errors))
        }
    }

    static func show(_ context: StaffContext, _ id: Identifier<KeyCampaign>) throws -> HTTPResponse {
        let service = KeyCampaignService(context.site.portal)
        guard let campaign = try service.campaign(id) else { throw PageFailure.notFound }
        let page = KeyCampaignProgressPage(
            frame: context.frame,
            campaign: campaign,
            refused: try service.refusedMails(of: id),
            remaining: try service.reach(enrolledOnly: campaign.enrolledOnly).families
        )
        return context.page(page)
    }

    static func act(_ context: StaffContext, _ form: FormFields, _ id: Identifier<KeyCampaign>) async throws -> HTTPResponse {
        let service = KeyCampaignService(context.site.portal)
        guard try service.campaign(id) != nil else { throw PageFailure.notFound }
        guard let act = KeyCampaignAct(value: form[KeyCampaignAct.field] ?? "") else { throw PageFailure.badRequest("Le bouton n'est pas reconnu.") }
        let back = context.links.to(.campaign(id))
        switch act {
        case .resume:
            try await service.resume(id, by: context.member.id, link: context.registrationAddress)
            return context.redirect(to: back, saying: .keysGiven)
        case .letter(let household):
            guard try await service.replaceByLetter(household, in: id, by: context.member.id) else { throw PageFailure.notFound }
            return context.redirect(to: back, saying: .keysGiven)
        case .close:
            _ = try await service.close(id, by: context.member.id)
            return context.redirect(to: back, saying: .saved)
        }
    }

    /// The letters as a file. A campaign without any has no such file.
    /// - Parameter form: its proof alone matters.
    static func letters(_ context: StaffContext, _ form: FormFields, _ id: Identifier<KeyCampaign>) async throws -> HTTPResponse {
        let service = KeyCampaignService(context.site.portal)
        guard let file = try await service.printLetters(of: id, by: context.member.id, link: context.registrationAddress) else {
            throw PageFailure.notFound
        }
        let headers: HTTPHeaders = [
            "Content-Type": "application/pdf",
            "Content-Disposition": "attachment; filename=\"lettres-\(context.links.slug)-\(id.rawValue).pdf\"",
        ]
        return HTTPResponse(.ok, headers: headers, body: file)
    }
}

extension StaffContext {
    fileprivate var registrationAddress: String { site.absoluteAddress(of: PublicPage.registration) }
}
