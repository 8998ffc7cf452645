/// The journal's lines and the mails that a settlement leaves behind: one mail for each family.
struct WaitingListLetters {
    private let catalogue: PortalCatalogue
    private let now: Instant
    private let page: String?
    private let actor: Actor
    private var news: [(place: AwaitedPlace, news: WaitingListNews)] = []

    init(_ catalogue: PortalCatalogue, at now: Instant, page: String?, by actor: Actor = .system) {
        self.catalogue = catalogue
        self.now = now
        self.page = page
        self.actor = actor
    }

    mutating func add(_ place: AwaitedPlace, _ news: WaitingListNews) { self.news.append((place, news)) }

    func send(in transaction: any Transaction) throws {
        for (place, news) in news {
            let detail = [place.slot.text, place.offeredDetail(news)].filter { !$0.isEmpty }.joined(separator: " ")
            try AuditLog.record(in: transaction, by: actor, news.act, on: place.slot.child, detail: detail, at: now)
        }
        for (account, told) in Dictionary(grouping: news, by: \.place.account).sorted(by: { $0.key < $1.key }) {
            guard let access = try HouseholdAccess(account: account, in: transaction), let recipient = access.adult.email else { continue }
            let lines = told.sorted { ($0.place.slot.date, $0.place.slot.child) < ($1.place.slot.date, $1.place.slot.child) }.compactMap { told in
                access.child(told.place.slot.child).map { line($0, told.place, told.news) }
            }
            guard let first = told.first?.news, !lines.isEmpty else { continue }
            let subject = told.contains { $0.news.subject != first.subject } ? "votre liste d'attente" : first.subject
            let mail = Mail.waitingList(subject, lines, to: recipient, salutation: access.adult.salutation, page: page, from: catalogue.settings)
            try OutboxStore(transaction).enqueue(mail, to: account, at: now)
        }
    }

    private func line(_ child: Child, _ place: AwaitedPlace, _ news: WaitingListNews) -> String {
        let found = catalogue.unit(place.slot.unit)
        let what = [place.slot.date.french, child.firstName, found?.activity.name ?? "", found?.unit.name ?? ""].filter { !$0.isEmpty }
        let meeting = news.isBooked ? found?.activity.outing.map { " \(OutingPlan.words($0.meeting))" } : nil
        return "\(what.joined(separator: ", "))\u{A0}: \(news.french).\(meeting ?? "")"
    }
}

extension AwaitedPlace {
    fileprivate func offeredDetail(_ news: WaitingListNews) -> String {
        switch news {
        case .offered(let until): until.rfc3339
        case .removed(let reason), .refused(let reason), .passedOver(let reason): reason
        case .accepted(.zero, let words): "acceptée \(words)"
        case .accepted(let surcharge, let words): "acceptée +\(surcharge.notation) \(words)"
        case .given, .expired, .tooLate, .closed, .unanswered: ""
        }
    }
}

extension Mail {
    /// What has become of the places that a family waits for, a line each.
    fileprivate static func waitingList(
        _ subject: String,
        _ lines: [String],
        to recipient: EmailAddress,
        salutation: String,
        page: String?,
        from settings: PortalSettings
    ) -> Mail {
        var blocks: [MailBlock] = [.list(heading: "Des nouvelles des places que vous avez demandées", items: lines)]
        if let page { blocks.append(.action("Répondre, ou suivre vos listes d'attente", link: page)) }
        return Mail(to: recipient, subject: subject, salutation: salutation, blocks, from: settings)
    }
}
