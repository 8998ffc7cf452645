extension ReportService {
    /// Who gets on and off each bus of a day, stop by stop as it passes; at the end those of whom nobody has said where.
    func buses(_ report: AttendanceReport, _ activity: Activity, _ transaction: any Transaction) throws -> ReportTable {
        let children = try ListedChildStore(transaction).lines(at: activity, over: report.date...report.date).filter(\.state.isThere).byChild
        let stops = try ChildStopStore(transaction).stops(at: activity.id, on: report.date)
        let people = try ReportStore(transaction).people(at: activity.id, on: report.date)
        let riders = children.map { child, lines in
            BusRider(
                child: child,
                date: report.date,
                trips: trips(lines, activity),
                stops: stops[child.id] ?? ChildStops([:]),
                people: people[child.id] ?? []
            )
        }
        return ReportTable(
            title: "\(activity.name), \(report.date.french)",
            columns: ["Heure", "Arrêt", "Nom", "Prénom", "Classe", "Contacts"],
            sections: activity.buses.map { sections(of: $0, riders) } ?? []
        )
    }

    private func trips(_ lines: [ListedChildStore.Line], _ activity: Activity) -> Set<BusTrip> {
        Set(activity.units.filter { unit in lines.contains { $0.unit == unit.id } }.flatMap(BusTrip.trips))
    }

    private func sections(of buses: BusNetwork, _ riders: [BusRider]) -> [ReportTable.Section] {
        let lines = BusTrip.allCases.flatMap { trip in
            buses.lines.map { line in
                let rows = line.inOrder(of: trip).flatMap { stop in
                    let code = BusStopCode(line: line.code, stop: stop.code)
                    return riders.filter { $0.trips.contains(trip) && $0.stops[trip] == code }.map { $0.cells(stop.time(of: trip), stop.name) }
                }
                return ReportTable.Section(title: "\(trip.french), \(line.name)", rows: rows)
            }
        }
        let lost = BusTrip.allCases.map { trip in
            let rows = riders.filter { rider in
                rider.trips.contains(trip) && rider.stops[trip].flatMap { buses.stop($0, on: trip) } == nil
            }
            return ReportTable.Section(title: "\(trip.french), sans arrêt", rows: rows.map { $0.cells(nil, "") })
        }
        return (lines + lost).filter { !$0.rows.isEmpty }
    }
}

/// A child who is there on a day, with the trips that it makes.
private struct BusRider {
    let child: Child
    let date: CivilDate
    let trips: Set<BusTrip>
    let stops: ChildStops
    let people: [ReportStore.Person]

    func cells(_ time: CivilTime?, _ stop: String) -> [ReportTable.Cell] {
        [
            .text(time?.clock ?? "–"), .text(stop), .text(child.lastName), .text(child.firstName), .text(child.schooling.schoolClass(on: date)),
            .text(contacts),
        ]
    }

    /// Who is called or fetches the child, and who must not, a line each.
    private var contacts: String {
        let shown = people.filter { $0.isForbidden || $0.callsFirst || $0.picksUp }
        return shown.map { $0.isForbidden ? "Ne doit pas venir\u{A0}: \($0.words)" : $0.words }.joined(separator: "\n")
    }
}
