extension ChangeStore {
    /// Holds what an adult changes on the account's page against the town's policies, and notes what the staff are to be told.
    ///
    /// - Throws: `FieldErrors` for a field that the town wants to approve first.
    func admit(_ contacts: OwnContacts.Checked, of adult: Adult, by account: Identifier<Account>, at now: Instant) throws {
        guard let household = try household(of: account) else { return }
        let changes: [(ChangeField, OwnContacts.Field, old: ChangeValue, new: ChangeValue)] = [
            (.phone, .phone, ChangeValue([adult.phone?.international ?? ""]), ChangeValue([contacts.phone.international])),
            (.address, .street, adult.address.changeValue, contacts.address.changeValue),
        ]
        for (field, typed, old, new) in changes where old != new {
            switch try policy(of: field) {
            case .free: break
            case .notified:
                _ = try insert(field, of: adult.id.rawValue, in: household, from: old, to: new, state: .notified, by: account, at: now)
            case .approved:
                throw FieldErrors(typed, "Le service vérifie ce changement avant qu'il soit fait\u{A0}: demandez-le dans «\u{A0}Ma famille\u{A0}».")
            }
        }
    }
}

extension PostalAddress {
    /// The address as a change keeps it.
    var changeValue: ChangeValue { ChangeValue([street, postalCode.digits, city]) }
}
