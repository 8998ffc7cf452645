package import PortalCore

/// What keeps the reader from booking, each with the way out.
package struct ObstacleNotices: HTML {
    private let obstacles: [BookingObstacle]
    private let links: PortalLinks

    package init(_ obstacles: [BookingObstacle], links: PortalLinks) {
        self.obstacles = obstacles
        self.links = links
    }

    package var body: some HTML {
        if !obstacles.isEmpty {
            Notice(.warning, title: "Avant de réserver") {
                ul {
                    ForEach(obstacles) { obstacle in li { ObstacleSentence(obstacle: obstacle, links: links) } }
                }
                p { "Les activités concernées ne sont pas réservables d'ici là." }
            }
        }
    }
}

/// What keeps the reader from booking, and the way out.
struct ObstacleSentence: HTML {
    let obstacle: BookingObstacle
    let links: PortalLinks

    var body: some HTML {
        "\(obstacle.reason.capitalizedFirst). "
        a(.href(obstacle.link(links))) { obstacle.linkWords }
    }
}

extension BookingObstacle {
    fileprivate func link(_ links: PortalLinks) -> Link {
        switch wayOut {
        case .regulation(let code): links.to(.regulation(code))
        case .document(let code, let subject): links.to(DocumentPage.ask(code, subject))
        case .documents: links.to(DocumentPage.list)
        case .arrears: links.to(.owed)
        case .stops(let child, let activity?): links.to(FamilyFilePage.stops(child, activity: activity))
        case .stops(let child, nil): links.to(.child(child))
        }
    }

    fileprivate var linkWords: String {
        switch wayOut {
        case .regulation: "Lire et accepter le règlement"
        case .document: "Envoyer cette pièce"
        case .documents: "Voir les pièces justificatives"
        case .arrears: "Comment régler"
        case .stops(_, .some): "Indiquer les arrêts"
        case .stops(_, nil): "Voir la page de l'enfant"
        }
    }
}
