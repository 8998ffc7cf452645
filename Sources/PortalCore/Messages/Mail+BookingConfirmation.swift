extension Mail {
    /// Acknowledges a request that changed bookings, line by line (accusé de réception, CRPA articles L112-11 and R112-11-1: the date, the number,
    /// the service in charge).
    ///
    /// - Parameter link: the address of the request's page in the portal.
    package static func bookingConfirmation(
        of request: Request,
        to recipient: EmailAddress,
        salutation: String,
        link: String?,
        from settings: PortalSettings
    ) -> Mail {
        let number = "demande n°\u{A0}\(request.id.rawValue)"
        let review = BookingReview(lines: request.lines)
        let received = "Nous avons bien reçu votre \(number) le \(request.createdAt.french). Voici la réponse."
        let done = request.note.map {
            "Le service a modifié vos réservations le \(request.createdAt.french) (\(number)). Le motif\u{A0}: \($0)"
        }
        let lists = [
            list("Fait", review.accepted.filter { !$0.outcome.isPending }), list("En attente", review.lines.filter(\.outcome.isPending)),
            list("Refusé", review.refused), list("Déjà fait", request.lines.filter { $0.outcome == .alreadySo }),
        ]
        var blocks = [.paragraph(done ?? received)] + lists.compactMap(\.self) + meetings(review.lines)
        if review.difference != .zero { blocks.append(.paragraph("Différence sur ce que vous devez\u{A0}: \(review.difference.french)")) }
        if let link { blocks.append(.action("Voir cette réponse dans votre espace", link: link)) }
        return Mail(to: recipient, subject: "votre \(number)", salutation: salutation, blocks, from: settings)
    }

    /// What stands in place of an answer whose reader has left the family since.
    static func answerNoLongerShown(_ request: Identifier<Request>, to recipient: EmailAddress, from settings: PortalSettings) -> Mail {
        let number = "demande n°\u{A0}\(request.rawValue)"
        let text = "La réponse à la \(number) n'est plus affichée\u{A0}: ce compte n'est plus rattaché à la famille."
        return Mail(to: recipient, subject: "votre \(number)", salutation: nil, [.paragraph(text)], from: settings)
    }

    private static func list(_ heading: String, _ lines: [BookingReviewLine]) -> MailBlock? {
        lines.isEmpty ? nil : .list(heading: heading, items: lines.map(sentence))
    }

    /// Where and when to meet for the outings that are booked, each day once.
    private static func meetings(_ lines: [BookingReviewLine]) -> [MailBlock] {
        let items = lines.reduce(into: [String]()) { items, line in
            guard let meeting = line.meeting else { return }
            let item = "\(line.change.slot.date.french), \(line.activityName)\u{A0}: \(meeting)"
            if !items.contains(item) { items.append(item) }
        }
        return items.isEmpty ? [] : [.list(heading: "Rendez-vous", items: items)]
    }

    private static func sentence(_ line: BookingReviewLine) -> String {
        let what = "\(line.change.slot.date.french), \(line.childName), \(line.activityName), \(line.unitName)"
        return switch (line.outcome, line.change.kind) {
        case (.accepted, .add): "\(what)\u{A0}: réservé (\(line.price.french))"
        case (.acceptedLate, _): "\(what)\u{A0}: réservé hors délai (\(line.price.french), majoration de \(line.surcharge.french))"
        case (.accepted, .cancel): "\(what)\u{A0}: annulé"
        case (.waiting(let rank), _): "\(what)\u{A0}: en liste d'attente, rang \(rank)"
        case (.left, _): "\(what)\u{A0}: vous n'attendez plus cette place"
        case (.asked(let reason), _): "\(what)\u{A0}: \(reason)"
        case (.acceptedAlong(let reason), .add): "\(what)\u{A0}: réservé (\(line.price.french)). \(reason)"
        case (.acceptedAlong(let reason), .cancel): "\(what)\u{A0}: \(reason)"
        case (.recordedAsAbsence(let reason), _), (.refused(let reason), _): "\(what)\u{A0}: \(reason)"
        case (.alreadySo, .add): "\(what)\u{A0}: déjà réservé"
        case (.alreadySo, .cancel): "\(what)\u{A0}: déjà annulé"
        }
    }
}
