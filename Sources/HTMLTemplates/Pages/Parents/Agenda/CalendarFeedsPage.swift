package import PortalCore

/// "Suivre dans mon calendrier": the secret addresses under which calendars read the agenda.
package struct CalendarFeedsPage: HTML {
    /// An address that has just been made: it is shown once.
    package struct Made: Sendable {
        /// "https://…/agenda/….ics".
        package let address: String
        package let child: Identifier<Child>?

        package init(address: String, child: Identifier<Child>?) {
            self.address = address
            self.child = child
        }
    }

    package enum Field: String {
        /// The child, or `everybody`.
        case child = "pour"
        case initials = "initiales"
        /// The feed that ends.
        case feed = "lien"
    }

    package static let everybody = "famille"

    private let frame: PortalFrame
    private let children: [Child]
    private let feeds: [CalendarFeed]
    private let made: Made?

    package init(frame: PortalFrame, children: [Child], feeds: [CalendarFeed], made: Made?) {
        self.frame = frame
        self.children = children
        self.feeds = feeds
        self.made = made
    }

    package var body: some HTML {
        PageLayout(
            frame.around(.planning),
            title: "Suivre dans mon calendrier",
            introduction: "Les réservations apparaissent dans l'agenda de votre téléphone et s'y mettent à jour.",
            crumbs: [frame.homeCrumb, Crumb("Agenda", frame.links.to(.agenda(AgendaQuery())))],
            script: .planning,
            isCompact: true
        ) {
            if let made { NewFeed(made: made, name: name(made.child)) }
            Card("Vos liens", icon: .calendar) {
                ul(.class("lines")) {
                    FeedLine(name: name(nil), value: CalendarFeedsPage.everybody, feed: feeds.first { $0.child == nil }, frame: frame)
                    if children.count > 1 {
                        ForEach(children) { child in
                            FeedLine(
                                name: child.firstName,
                                value: String(child.id.rawValue),
                                feed: feeds.first { $0.child == child.id },
                                frame: frame
                            )
                        }
                    }
                }
            }
            FeedHelp()
        }
    }

    private func name(_ child: Identifier<Child>?) -> String {
        children.first { $0.id == child }?.firstName ?? "Toute la famille"
    }
}

private struct NewFeed: HTML {
    let made: CalendarFeedsPage.Made
    let name: String

    var body: some HTML {
        Notice(.success, title: "Votre lien est prêt\u{A0}: \(name)") {
            p { "Copiez-le maintenant\u{A0}: pour votre sécurité il n'est montré qu'une fois. Ne le donnez qu'à qui peut voir cet agenda." }
            div(.class("field")) {
                label(.for("lien-agenda")) { "Adresse à coller dans votre calendrier" }
                input(.type(.text), .id("lien-agenda"), .value(made.address), .readonly(true), .autocomplete(.off))
            }
            if let link = Link(subscription: made.address) {
                ButtonRow { LinkButton("Ajouter sur cet appareil (iPhone, Mac, Outlook)", to: link, icon: .calendar) }
            }
        }
    }
}

/// A choice of children with its link: to make, to renew, to end.
private struct FeedLine: HTML {
    let name: String
    let value: String
    let feed: CalendarFeed?
    let frame: PortalFrame

    var body: some HTML {
        li {
            div(.class("what")) {
                strong { name }
                span(.class("hint")) {
                    feed.map { "Actif depuis le \($0.createdAt.frenchNumeric)\($0.usesInitials ? ", avec les initiales seulement" : "")" }
                        ?? "Aucun lien"
                }
            }
            div(.class("end")) {
                form(.method(.post), .action(frame.links.to(.calendarFeeds))) {
                    frame.token
                    HiddenField(CalendarFeedsPage.Field.child.rawValue, value)
                    label(.class("choice")) {
                        input(
                            .type(.checkbox),
                            .name(CalendarFeedsPage.Field.initials.rawValue),
                            .value("oui"),
                            .checked(feed?.usesInitials ?? false)
                        )
                        span { "Initiales au lieu des prénoms" }
                    }
                    SubmitButton(feed == nil ? "Créer le lien" : "Renouveler le lien", style: .secondary)
                }
                if let feed {
                    form(.method(.post), .action(frame.links.to(.calendarFeedEnd))) {
                        frame.token
                        HiddenField(CalendarFeedsPage.Field.feed.rawValue, String(feed.id.rawValue))
                        SubmitButton("Supprimer le lien", style: .danger)
                    }
                }
            }
        }
    }
}

private struct FeedHelp: HTML {
    var body: some HTML {
        Card("Comment faire", icon: .help) {
            DefinitionList([
                Definition(
                    "iPhone, iPad",
                    "Touchez «\u{A0}Ajouter sur cet appareil\u{A0}», ou Réglages › Apps › Calendrier › Comptes › Autre › S'abonner à un calendrier."
                ),
                Definition(
                    "Android",
                    "Sur un ordinateur, ouvrez calendar.google.com\u{A0}: Autres agendas › À partir de l'URL, puis collez le lien. "
                        + "Il apparaît ensuite dans le téléphone."
                ),
                Definition("Outlook", "Calendrier › Ajouter un calendrier › S'abonner à partir du web, puis collez le lien."),
                Definition(
                    "Ce que voit le calendrier",
                    "Le prénom ou l'initiale, l'accueil, l'heure et le lieu. Qui a le lien voit cela sans mot de passe\u{A0}: "
                        + "renouvelez-le ou supprimez-le si vous avez un doute, l'ancien cesse aussitôt de répondre."
                ),
                Definition("Mise à jour", "Les calendriers redemandent les changements quelques fois par jour."),
            ])
        }
    }
}
