extension AuditAct {
    /// Subject: the household that the key opens.
    static let activationKeyIssued = AuditAct(rawValue: "household.keyIssued")
    /// Subject: the account.
    static let accountCreated = AuditAct(rawValue: "account.created")
    /// Subject: the account.
    static let emailConfirmed = AuditAct(rawValue: "account.emailConfirmed")
    /// Subject: the account.
    static let signedIn = AuditAct(rawValue: "account.signedIn")
    /// Subject: the account.
    static let signedOut = AuditAct(rawValue: "account.signedOut")
    /// Subject: the account.
    static let passwordResetAsked = AuditAct(rawValue: "account.passwordResetAsked")
    /// Subject: the account.
    static let passwordReset = AuditAct(rawValue: "account.passwordReset")
    /// Subject: the staff member.
    static let staffSignedIn = AuditAct(rawValue: "staff.signedIn")
    /// Subject: the staff member.
    static let staffSignedOut = AuditAct(rawValue: "staff.signedOut")
    /// Subject: the adult, who has created an account in a household where nobody of that name was known.
    static let adultAdded = AuditAct(rawValue: "adult.added")
    /// Subject: the adult.
    static let contactsChanged = AuditAct(rawValue: "adult.contactsChanged")
}
