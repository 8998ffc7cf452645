import HTMLTemplates
import PortalCore

enum ContactsHandler {
    static func list(_ context: ParentContext, _ id: Identifier<Child>) throws -> HTTPResponse {
        try page(context, id, FormState())
    }

    /// Adds somebody around the child, and around the siblings that are ticked.
    static func add(_ context: ParentContext, _ form: FormFields, _ id: Identifier<Child>) async throws -> HTTPResponse {
        try context.access.requireAuthority(over: id)
        let also = context.siblings(of: id).filter { form["aussi-\($0.id.rawValue)"] != nil }.map(\.id)
        do {
            try await context.contacts.add(ContactForm(form).checked(), around: [id] + also, by: context.access.account)
            return context.redirect(to: context.links.to(.contacts(id)), saying: .saved)
        } catch let errors as FieldErrors {
            return try page(context, id, FormState(form, errors), status: .unprocessableContent)
        }
    }

    static func copy(_ context: ParentContext, _ form: FormFields, _ id: Identifier<Child>) async throws -> HTTPResponse {
        guard let sibling = form["enfant"].flatMap({ Identifier<Child>(text: $0) }), sibling != id else { throw PageFailure.notFound }
        try await context.contacts.copy(from: sibling, to: id, by: context.access.account)
        return context.redirect(to: context.links.to(.contacts(id)), saying: .saved)
    }

    static func show(_ context: ParentContext, _ child: Identifier<Child>, _ id: Identifier<ChildContact>) throws -> HTTPResponse {
        try context.access.requireAuthority(over: child)
        let contact = try context.contacts.contact(id, of: child, for: context.access)
        return try page(context, contact, FormState(values: contact.details.formValues))
    }

    static func correct(
        _ context: ParentContext,
        _ form: FormFields,
        _ child: Identifier<Child>,
        _ id: Identifier<ChildContact>
    ) async throws -> HTTPResponse {
        try context.access.requireAuthority(over: child)
        let contact = try context.contacts.contact(id, of: child, for: context.access)
        do {
            try await context.contacts.correct(id, to: ContactForm(form).checked(), by: context.access.account)
            return context.redirect(to: context.links.to(.contacts(child)), saying: .saved)
        } catch let errors as FieldErrors {
            return try page(context, contact, FormState(form, errors), status: .unprocessableContent)
        }
    }

    static func askRemoval(
        _ context: ParentContext,
        _ form: FormFields,
        _ child: Identifier<Child>,
        _ id: Identifier<ChildContact>
    ) async throws -> HTTPResponse {
        _ = try context.contacts.contact(id, of: child, for: context.access)
        let isAsked = form["demande"] == "oui"
        try await context.contacts.askRemoval(of: id, isAsked, by: context.access.account)
        return context.redirect(to: context.links.to(.contacts(child)), saying: isAsked ? .removalAsked : .saved)
    }

    private static func page(_ context: ParentContext, _ id: Identifier<Child>, _ form: FormState, status: HTTPStatus = .ok) throws -> HTTPResponse {
        let contacts = try context.contacts.contacts(of: id, for: context.access)
        guard let child = context.access.child(id), let relation = context.access.relation(to: id) else { throw PageFailure.notFound }
        let model = ContactsPage.Model(
            frame: context.frame,
            child: child,
            siblings: context.siblings(of: id),
            contacts: contacts,
            mayChange: relation.holdsAuthority,
            form: form
        )
        return context.page(ContactsPage(model), status: status)
    }

    private static func page(_ context: ParentContext, _ contact: ChildContact, _ form: FormState, status: HTTPStatus = .ok) throws -> HTTPResponse {
        guard let child = context.access.child(contact.child) else { throw PageFailure.notFound }
        return context.page(ContactPage(frame: context.frame, child: child, contact: contact, form: form), status: status)
    }
}

extension ParentContext {
    fileprivate var contacts: ContactService { ContactService(site.portal) }

    /// The other children for whom this parent decides.
    fileprivate func siblings(of child: Identifier<Child>) -> [Child] {
        access.children.filter { $0.id != child && access.relation(to: $0.id)?.holdsAuthority == true }
    }
}

extension ContactForm {
    fileprivate init(_ form: FormFields) {
        self.init { form[$0.rawValue] ?? "" }
    }
}

extension ContactDetails {
    fileprivate var formValues: [String: String] {
        let marks: [(ContactForm.Field, Bool)] = [(.picksUp, picksUp), (.callFirst, callFirst), (.isForbidden, isForbidden)]
        let texts: [(ContactForm.Field, String)] = [(.firstName, firstName), (.lastName, lastName), (.kinship, kinship), (.phone, phone.french)]
        let all = texts + marks.map { ($0, $1 ? "oui" : "") }
        return Dictionary(uniqueKeysWithValues: all.map { ($0.rawValue, $1) })
    }
}

extension FormState {
    /// A form that comes back as it was sent, with what is wrong in it.
    init(_ form: FormFields, _ errors: FieldErrors) {
        let values = form.pairs.filter { $0.name != FormToken.fieldName }.map { ($0.name, $0.value) }
        self.init(
            values: Dictionary(values, uniquingKeysWith: { first, _ in first }),
            errors: errors.entries.map { FieldError($0.field, $0.message) }
        )
    }
}
