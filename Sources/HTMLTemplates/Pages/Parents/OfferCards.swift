import PortalCore

/// The places that are held for a family, each to be accepted or refused; places that are wanted together are answered together.
struct OfferCards: HTML {
    private let offers: [[WaitingPlace]]
    private let frame: PortalFrame
    private let key: String

    /// - Parameter key: what the forms' own keys begin with.
    init(_ places: [WaitingPlace], frame: PortalFrame, key: String) {
        offers = places.offers
        self.frame = frame
        self.key = key
    }

    var body: some HTML {
        ForEach(offers) { offer in OfferCard(places: offer, frame: frame, key: key) }
    }
}

private struct OfferCard: HTML {
    let places: [WaitingPlace]
    let frame: PortalFrame
    let key: String

    var body: some HTML {
        Notice(.warning, title: places.count == 1 ? "Une place vous est proposée" : "\(places.count) places vous sont proposées") {
            ul { ForEach(places) { place in li { place.words } } }
            if let until = places.compactMap(\.offeredUntil).min() {
                p { "Répondez avant le \(until.french)\u{A0}: ensuite, elle va à la famille suivante." }
            }
            form(.method(.post), .action(frame.links.to(.waiting))) {
                frame.token
                HiddenField(BookingFields.key, places[0].answerKey(key))
                ForEach(places) { place in HiddenField(WaitingPage.place, place.slot.text) }
                ButtonRow {
                    SubmitButton("Accepter", icon: .check, name: WaitingPage.act, value: WaitingPage.accept)
                    SubmitButton("Refuser", style: .secondary, icon: .cross, name: WaitingPage.act, value: WaitingPage.leave)
                }
            }
        }
    }
}

extension [WaitingPlace] {
    /// The places that are held, those of one bundle together.
    fileprivate var offers: [[WaitingPlace]] {
        var offers: [[WaitingPlace]] = []
        for place in self where place.offeredUntil != nil {
            if let bundle = place.bundle, let index = offers.firstIndex(where: { $0[0].bundle == bundle }) {
                offers[index].append(place)
            } else {
                offers.append([place])
            }
        }
        return offers
    }
}

extension WaitingPlace {
    /// The key of the form that answers about this place.
    func answerKey(_ key: String) -> String { "\(key)-\(slot.child.rawValue)-\(slot.unit.rawValue)-\(slot.date.dayNumber)" }

    /// "Léa, mercredi 4 novembre 2026 : Mercredis, Journée avec repas (12,00 €)".
    var words: String {
        "\(childName), \(slot.date.french)\u{A0}: \([activityName, unitName].filter { !$0.isEmpty }.joined(separator: ", ")) (\(price.french))"
    }
}
