import HTMLTemplates
import PortalCore

enum AgendaHandler {
    /// The agenda of the family or of a child, for a week or a month.
    static func show(_ context: ParentContext, _ query: AgendaQuery) throws -> HTTPResponse {
        let day = query.day ?? context.today
        let days = query.isMonth ? Month(containing: day).wholeWeeks : day.mondayOfWeek...day.mondayOfWeek.adding(days: 6)
        let agendas = try AgendaService(context.site.portal, context.catalogue)
            .agendas(from: days.lowerBound, days: days.count, for: context.access)
        let calendar = context.catalogue.calendar
        let notes = days.compactMap { date in calendar.note(on: date).map { (date, $0) } }
        let model = AgendaPage.Model(
            query: query,
            days: days,
            today: context.today,
            children: context.access.children,
            agendas: agendas,
            notes: Dictionary(uniqueKeysWithValues: notes)
        )
        return context.page(AgendaPage(frame: context.frame, model: model))
    }
}

enum CalendarFeedsHandler {
    static func show(_ context: ParentContext) throws -> HTTPResponse { try page(context, made: nil) }

    /// Makes or renews a link. The secret is shown in this answer and nowhere else.
    static func make(_ context: ParentContext, _ form: FormFields) async throws -> HTTPResponse {
        guard let choice = form[CalendarFeedsPage.Field.child.rawValue] else { throw PageFailure.badRequest("Choisissez pour qui est le lien.") }
        let child = Identifier<Child>(text: choice)
        guard child != nil || choice == CalendarFeedsPage.everybody else { throw PageFailure.badRequest("Choisissez pour qui est le lien.") }
        let usesInitials = form[CalendarFeedsPage.Field.initials.rawValue] != nil
        guard let token = try await context.site.feeds.make(for: child, usesInitials: usesInitials, by: context.access.account) else {
            throw PageFailure.notFound
        }
        let address = context.site.absoluteAddress(of: PublicPage.calendar(token: token.text))
        return try page(context, made: CalendarFeedsPage.Made(address: address, child: child))
    }

    static func end(_ context: ParentContext, _ form: FormFields) async throws -> HTTPResponse {
        guard let feed = form[CalendarFeedsPage.Field.feed.rawValue].flatMap({ Identifier<CalendarFeed>(text: $0) }) else {
            throw PageFailure.badRequest("Choisissez le lien à supprimer.")
        }
        guard try await context.site.feeds.end(feed, by: context.access.account) else { throw PageFailure.notFound }
        return context.redirect(to: context.links.to(.calendarFeeds), saying: .calendarFeedEnded)
    }

    private static func page(_ context: ParentContext, made: CalendarFeedsPage.Made?) throws -> HTTPResponse {
        context.page(
            CalendarFeedsPage(
                frame: context.frame,
                children: context.access.children,
                feeds: try context.site.feeds.feeds(of: context.access),
                made: made
            )
        )
    }
}
