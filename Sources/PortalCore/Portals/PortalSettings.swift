/// What a collectivité says about itself: its names, its colour, its words, and how to reach it.
package struct PortalSettings: Hashable, Sendable {
    /// The name in addresses: "bondoufle".
    package let slug: String
    /// The collectivité in full: "Communauté de communes de Gevrey-Chambertin et de Nuits-Saint-Georges".
    package let name: String
    /// The name for headings and lists: "Gevrey-Nuits".
    package let shortName: String
    /// What the town calls its portal: "Espace Citoyens Familles".
    package let portalName: String
    package let tagline: String
    package let accent: PortalColour
    package let schoolZone: SchoolZone
    /// Whether Good Friday and 26 December are public holidays too.
    package let alsaceMoselle: Bool
    /// The town's own site, an https address.
    package let website: String?
    package let texts: [PortalText]
    /// In the order in which the town wants them shown.
    package let contacts: [PortalContact]
    /// The latest first.
    package let news: [PortalNews]
    /// What becomes of a parent's change of a field; the usual policy where it says nothing.
    package let changePolicies: [ChangeField: ChangePolicy]
    package let custodyView: CustodyView
    /// What adults accept before they book, in the town's order.
    package let regulations: [Regulation]
    package let staffSecondFactor: StaffSecondFactor
    /// The towns and postal codes whose families are residents, where activities open to them first.
    package let residents: [String]

    /// Which primary school follows each nursery school, where the town says so; by the nursery school's name.
    package var schools: [SchoolSuccession] = []

    /// The days of the year on which families that have not checked their file are reminded.
    package var checkReminders: [MonthDay] = []

    /// What staff note about households, besides what the priorities ask for, in the town's order.
    package var marks: [HouseholdMark] = []

    /// What the clés enfance open.
    package var keyScope = ActivationKeyScope.household

    /// How long the town keeps what it knows of families.
    package var retention = RetentionRules()

    /// What an absence costs, unless an activity says otherwise.
    package var absences = AbsencePolicy.usual
    /// The pièces justificatives that families are asked for, in the town's order.
    package var documents: [DocumentType] = []
    /// From which amount on families that owe may not book; nil: they always may.
    package var arrears: ArrearsPolicy?

    package init(
        slug: String,
        name: String,
        shortName: String,
        portalName: String,
        tagline: String,
        accent: PortalColour,
        schoolZone: SchoolZone,
        alsaceMoselle: Bool,
        website: String?,
        texts: [PortalText],
        contacts: [PortalContact],
        news: [PortalNews],
        changePolicies: [ChangeField: ChangePolicy] = [:],
        custodyView: CustodyView = .whole,
        regulations: [Regulation] = [],
        staffSecondFactor: StaffSecondFactor = .required,
        residents: [String] = []
    ) {
        self.slug = slug
        self.name = name
        self.shortName = shortName
        self.portalName = portalName
        self.tagline = tagline
        self.accent = accent
        self.schoolZone = schoolZone
        self.alsaceMoselle = alsaceMoselle
        self.website = website
        self.texts = texts
        self.contacts = contacts
        self.news = news
        self.changePolicies = changePolicies
        self.custodyView = custodyView
        self.regulations = regulations
        self.staffSecondFactor = staffSecondFactor
        self.residents = residents
    }

    /// The town's text for a place of the portal, nil when it wrote none.
    package func text(_ code: PortalTextCode) -> PortalText? { texts.first { $0.code == code } }
}

/// What each household sees of the agenda of a child that lives in two.
package enum CustodyView: String, CaseIterable, Hashable, Sendable, DatabaseConvertible {
    /// All bookings, whoever made them.
    case whole = "tout"
    /// Its own only.
    case own = "ses jours"
}
