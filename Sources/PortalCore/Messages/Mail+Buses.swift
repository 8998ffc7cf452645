extension Mail {
    /// Tells a family that the staff have set where its child gets on and off the buses of an activity.
    ///
    /// - Parameters:
    ///   - line: what held before.
    ///   - link: the address of the child's page in the portal.
    static func stopsChanged(
        _ change: ChildStopForm.Change,
        of child: Child,
        _ line: ChildBusLine,
        to recipient: EmailAddress,
        salutation: String,
        link: String?,
        from settings: PortalSettings
    ) -> Mail {
        let act = line.isAnswered ? "changé" : "indiqué"
        let day = change.firstDay.frenchWithoutWeekday
        let what = "Le service a \(act) les arrêts de car de \(child.firstName) pour \(quoted(line.activity.name)), à partir du \(day)."
        var blocks: [MailBlock] = [.paragraph(what), list("À partir du \(day)", change.stops, line.buses)]
        if line.isAnswered { blocks.append(list("Avant", line.stops, line.buses)) }
        if let later = line.later {
            blocks.append(list("Ce qui était prévu à partir du \(later.firstDay.frenchWithoutWeekday)", later.stops, line.buses))
        }
        if line.buses.chooser == .family {
            blocks.append(.paragraph("Cela ne vous convient pas\u{A0}? Choisissez un autre arrêt dans votre espace, pour le lendemain au plus tôt."))
        } else {
            blocks.append(.paragraph("Cela ne vous convient pas\u{A0}? Appelez-nous, ou répondez à ce courriel."))
        }
        if let link { blocks.append(.action("Voir la page de \(child.firstName)", link: link)) }
        return Mail(to: recipient, subject: "arrêts de car de \(child.firstName)", salutation: salutation, blocks, from: settings)
    }

    private static func list(_ heading: String, _ stops: ChildStops, _ buses: BusNetwork) -> MailBlock {
        .list(heading: heading, items: BusTrip.allCases.map { "\($0.french)\u{A0}: \(buses.french(stops, on: $0))" })
    }
}
