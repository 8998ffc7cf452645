/// The mails that tell families of a closure: one to each account, about the children that it may see.
struct ClosureLetters {
    enum News: Hashable {
        case declared
        /// Taken back; some bookings could not be given back.
        case undone(lost: Set<BookingSlot>)
    }

    private let catalogue: PortalCatalogue
    private let order: ClosureOrder
    private let page: String?
    private let now: Instant

    init(_ catalogue: PortalCatalogue, _ order: ClosureOrder, page: String?, at now: Instant) {
        self.catalogue = catalogue
        self.order = order
        self.page = page
        self.now = now
    }

    func send(_ news: News, about bookings: [Booking], in transaction: any Transaction) throws {
        for (household, own) in Dictionary(grouping: bookings, by: \.household).sorted(by: { $0.key < $1.key }) {
            for account in try AccountStore(transaction).accounts(in: household) {
                guard let access = try HouseholdAccess(account: account.id, in: transaction), let recipient = access.adult.email else { continue }
                let lines = own.compactMap { booking in access.child(booking.slot.child).map { line(booking, of: $0, news) } }
                guard !lines.isEmpty else { continue }
                let mail = Mail(
                    to: recipient,
                    subject: subject(news),
                    salutation: access.adult.salutation,
                    blocks(news, lines),
                    from: catalogue.settings
                )
                try OutboxStore(transaction).enqueue(mail, to: account.id, at: now)
            }
        }
    }

    private func line(_ booking: Booking, of child: Child, _ news: News) -> String {
        let found = catalogue.unit(booking.slot.unit)
        let what = [booking.slot.date.french, child.firstName, found?.activity.name ?? "", found?.unit.name ?? ""].filter { !$0.isEmpty }
        let lost =
            if case .undone(let lost) = news, lost.contains(booking.slot) { "\u{A0}: n'a pas pu être rétablie, la place est prise" } else { "" }
        return "\(what.joined(separator: ", "))\(lost)"
    }

    private func subject(_ news: News) -> String {
        switch (news, order.effect) {
        case (.undone, _): "finalement ouvert, vos réservations sont rétablies"
        case (.declared, .minimumService): "service minimum \(days)"
        case (.declared, _): "fermeture \(days), vos réservations sont annulées"
        }
    }

    /// "le jeudi 12 novembre 2026", "du 12 au 14 novembre 2026".
    private var days: String {
        let (first, last) = (order.days.lowerBound, order.days.upperBound)
        return first == last ? "le \(first.french)" : "du \(first.frenchDayAndMonth) au \(last.frenchWithoutWeekday)"
    }

    private func blocks(_ news: News, _ lines: [String]) -> [MailBlock] {
        var blocks = bookings(news, lines)
        if news == .declared, order.effect == .minimumService {
            let way = "Si votre enfant ne vient pas, annulez dans votre planning, jusqu'au jour même\u{A0}: rien ne sera facturé."
            blocks.append(.paragraph(way))
        }
        if news == .declared { blocks += MailBlock.paragraphs(order.message) }
        if let page { blocks.append(.action("Voir votre planning", link: page)) }
        return blocks
    }

    /// What happens, and to which bookings.
    private func bookings(_ news: News, _ lines: [String]) -> [MailBlock] {
        switch (news, order.effect) {
        case (.undone, _):
            [.paragraph("La fermeture annoncée \(days) n'a pas lieu."), .list(heading: "Les réservations annulées sont rétablies", items: lines)]
        case (.declared, .minimumService):
            [
                .paragraph("\(order.closureReason)\u{A0}: un service minimum est assuré \(days)."),
                .list(heading: "Vos réservations sont gardées", items: lines),
            ]
        case (.declared, _):
            [
                .paragraph("\(order.closureReason)\u{A0}: nous devons fermer \(days)."),
                .list(heading: "Ces réservations sont annulées, rien n'est facturé", items: lines),
            ]
        }
    }
}
