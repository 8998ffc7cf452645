extension AuditAct {
    /// Subject: the household that the key opens.
    static let activationKeyIssued = AuditAct(rawValue: "household.keyIssued")
    /// Subject: the household that the key opened.
    static let activationKeyRevoked = AuditAct(rawValue: "household.keyRevoked")
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
    /// Subject: the account.
    static let passwordChanged = AuditAct(rawValue: "account.passwordChanged")
    /// Subject: the account, which ended sessions elsewhere.
    static let sessionsEnded = AuditAct(rawValue: "account.sessionsEnded")
    /// Subject: the account, which asked for another e-mail address.
    static let emailChangeAsked = AuditAct(rawValue: "account.emailChangeAsked")
    /// Subject: the account, which no longer wants the address that it asked for.
    static let emailChangeDropped = AuditAct(rawValue: "account.emailChangeDropped")
    /// Subject: the account.
    static let emailChanged = AuditAct(rawValue: "account.emailChanged")
    /// Subject: the account, to which the link that confirms its address was sent again.
    static let emailConfirmationSent = AuditAct(rawValue: "account.emailConfirmationSent")
    /// Subject: the account, made by the staff for an adult.
    static let accountPrepared = AuditAct(rawValue: "account.prepared")
    /// Subject: the prepared account.
    static let firstPasswordSent = AuditAct(rawValue: "account.firstPasswordSent")
    /// Subject: the request to be recognised.
    static let recognitionAsked = AuditAct(rawValue: "recognition.asked")
    /// Subject: the request to be recognised.
    static let recognitionDecided = AuditAct(rawValue: "recognition.decided")
    /// Subject: the staff member.
    static let staffSignedIn = AuditAct(rawValue: "staff.signedIn")
    /// Subject: the staff member.
    static let staffSignedOut = AuditAct(rawValue: "staff.signedOut")
    /// Subject: the adult, who has created an account in a household where nobody of that name was known.
    static let adultAdded = AuditAct(rawValue: "adult.added")
    /// Subject: the adult.
    static let contactsChanged = AuditAct(rawValue: "adult.contactsChanged")
}
