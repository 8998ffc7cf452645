/// Something that keeps a family from booking until it has done something about it.
package struct BookingObstacle: Hashable, Sendable {
    /// What the family can do about it.
    package enum WayOut: Hashable, Sendable {
        /// Read and accept the règlement of this code.
        case regulation(String)
        /// Send the document of this code.
        case document(String, DocumentSubject)
        /// Ask somebody who may send it: the page lists what the adult sees.
        case documents
        /// Pay what is owed, or call who says that it is paid.
        case arrears
        /// Say the child's bus stops at the activity of this code; nil: have somebody say them who decides for the child.
        case stops(Identifier<Child>, activity: String?)
    }

    /// The activities that it is about.
    package let activities: Set<Identifier<Activity>>
    /// The children whom it keeps from them; nil: all of them.
    package let children: Set<Identifier<Child>>?
    /// "le règlement « … » est à accepter", to be put after "Avant de réserver : ".
    package let reason: String
    package let wayOut: WayOut

    package init(
        activities: Set<Identifier<Activity>>,
        children: Set<Identifier<Child>>? = nil,
        reason: String,
        wayOut: WayOut
    ) {
        self.activities = activities
        self.children = children
        self.reason = reason
        self.wayOut = wayOut
    }

    func concerns(_ activity: Identifier<Activity>, of child: Identifier<Child>) -> Bool {
        activities.contains(activity) && children?.contains(child) ?? true
    }

    /// In as few words as fit a day of the planning.
    package var brief: String {
        switch wayOut {
        case .regulation: "règlement à accepter"
        case .document, .documents: "pièce à envoyer"
        case .arrears: "impayé"
        case .stops: "arrêts de car à indiquer"
        }
    }

    /// The page of the private space where it is lifted.
    package var pageName: String {
        switch wayOut {
        case .regulation: "Règlements"
        case .document, .documents: "Pièces justificatives"
        case .arrears: "Impayés"
        case .stops: "Ma famille"
        }
    }
}

/// One reason for which a town keeps families from booking: a règlement to accept, a document or a bus stop that is missing, invoices to pay.
protocol BookingObstacleSource: Sendable {
    /// What keeps this adult from booking now.
    func obstacles(
        to access: HouseholdAccess,
        _ catalogue: PortalCatalogue,
        in transaction: any Transaction,
        at now: Instant
    ) throws -> [BookingObstacle]
}

/// All the reasons that the town has.
struct BookingObstacles {
    private static let sources: [any BookingObstacleSource] = [RegulationsToAccept(), DocumentsToSend(), StopsToSay(), ArrearsToPay()]
    private let catalogue: PortalCatalogue

    init(_ catalogue: PortalCatalogue) {
        self.catalogue = catalogue
    }

    func all(to access: HouseholdAccess, in transaction: any Transaction, at now: Instant) throws -> [BookingObstacle] {
        try BookingObstacles.sources.flatMap { try $0.obstacles(to: access, catalogue, in: transaction, at: now) }
    }
}
