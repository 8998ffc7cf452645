extension AuditAct {
    /// Subject: the adult; the detail names the child.
    static let relationChanged = AuditAct(rawValue: "relation.changed")
    /// Subject: the contact.
    static let contactAdded = AuditAct(rawValue: "contact.added")
    /// Subject: the contact.
    static let contactCorrected = AuditAct(rawValue: "contact.corrected")
    /// Subject: the contact.
    static let contactRemovalAsked = AuditAct(rawValue: "contact.removalAsked")
    /// Subject: the contact.
    static let contactRemovalTakenBack = AuditAct(rawValue: "contact.removalTakenBack")
    /// Subject: the contact, which a staff member kept.
    static let contactKept = AuditAct(rawValue: "contact.kept")
    /// Subject: the contact, which a staff member deleted; the detail says who it was.
    static let contactDeleted = AuditAct(rawValue: "contact.deleted")
    /// Subject: the household that an adult was invited to.
    static let adultInvited = AuditAct(rawValue: "household.adultInvited")
}
