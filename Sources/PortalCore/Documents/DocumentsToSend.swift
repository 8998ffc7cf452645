/// The documents without which the town books nothing, and that are missing, refused or over.
struct DocumentsToSend: BookingObstacleSource {
    func obstacles(
        to access: HouseholdAccess,
        _ catalogue: PortalCatalogue,
        in transaction: any Transaction,
        at now: Instant
    ) throws -> [BookingObstacle] {
        guard catalogue.settings.documents.contains(where: { $0.demand == .blocking }) else { return [] }
        let asks = try DocumentAsks(catalogue, of: access, in: transaction, on: ParisTime.date(now)).all(of: access, unseen: true)
        return asks.filter(\.isBlocking).map { ask in
            BookingObstacle(
                activities: Set((ask.outings.isEmpty ? catalogue.activities.filter(ask.type.concerns) : ask.outings).map(\.id)),
                children: ask.children(of: access),
                reason: ask.reason,
                wayOut: access.maySend(ask.subject, isHealth: ask.type.isHealth) ? .document(ask.type.code, ask.subject) : .documents
            )
        }
    }
}

extension DocumentAsk {
    /// The children whom a missing document keeps from booking; nil: all of them.
    fileprivate func children(of access: HouseholdAccess) -> Set<Identifier<Child>>? {
        switch subject {
        case .child(let child): [child]
        case .household(let household): access.family(household).map { Set($0.children.map(\.id)) }
        case .adult: nil
        }
    }

    /// "la pièce « Copie des vaccins » pour Léa est à envoyer", "la pièce « Test d'aisance » pour Léa, demandée pour « Canoë », est à envoyer".
    fileprivate var reason: String {
        let whose = subject.child == nil ? "" : " pour \(subjectName)"
        let why = outings.isEmpty ? "" : ", demandée pour \(outings.map { quoted($0.name) }.joined(separator: ", ")),"
        let what = "la pièce \(quoted(type.name))\(whose)\(why)"
        return switch standing {
        case .expired(let day): "\(what)\(why.isEmpty ? "," : "") valable jusqu'au \(day.frenchNumeric), est à renouveler"
        case .refused: "\(what) a été refusée\u{A0}: une autre est à envoyer"
        default: "\(what) est à envoyer"
        }
    }
}
