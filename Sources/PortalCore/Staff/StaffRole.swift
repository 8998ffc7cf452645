/// What a staff member is there for.
package enum StaffRole: String, CaseIterable, Hashable, Sendable, DatabaseConvertible {
    /// Sets the portal up and sees everything.
    case administrator
    /// The guichet unique: families, requests, bookings.
    case serviceDesk
    /// Leads a facility: the day lists of its places, nothing else.
    case facilityLeader
    /// The régie: families and what they owe.
    case cashOffice
    /// Looks, changes nothing.
    case reader
    /// Helps families who cannot get in.
    case support

    /// What the role may do.
    package var rights: Set<StaffRight> {
        switch self {
        case .administrator: Set(StaffRight.allCases)
        case .serviceDesk:
            [
                .readDayLists, .readChildSheets, .callRoll, .judgeAbsences, .readDocuments, .judgeDocuments, .readFamilies, .manageFamilies,
                .manageBookings, .manageContracts, .manageKeys,
                .runCampaigns,
                .readMails,
            ]
        case .facilityLeader: [.readDayLists, .readChildSheets, .callRoll]
        case .cashOffice: [.readFamilies, .readDocuments, .lockPeriods, .manageArrears]
        case .reader: [.readDayLists, .readFamilies]
        case .support: [.readFamilies, .manageKeys, .readMails]
        }
    }

    package func has(_ right: StaffRight) -> Bool { rights.contains(right) }

    /// Whether its members work at some places only.
    package var isBoundToPlaces: Bool { self == .facilityLeader }

    /// The role's name on screen.
    package var french: String {
        switch self {
        case .administrator: "Administration"
        case .serviceDesk: "Guichet unique"
        case .facilityLeader: "Responsable de structure"
        case .cashOffice: "Régie"
        case .reader: "Consultation"
        case .support: "Assistance"
        }
    }
}
