/// What the portal keeps about what a family's children did and what its adults declared, as tables.
struct FamilyActsStore {
    private let transaction: any Transaction
    private let access: HouseholdAccess
    private let catalogue: PortalCatalogue?
    /// Those that the archive holds.
    private let files: [PersonalFile]

    init(_ transaction: any Transaction, _ access: HouseholdAccess, _ catalogue: PortalCatalogue?, _ files: [PersonalFile]) {
        self.files = files
        self.transaction = transaction
        self.access = access
        self.catalogue = catalogue
    }

    func sections() throws -> [DataSection] {
        try [attendance(), absences(), awaited(), requestLines(), custody(), regulations(), checks(), documents(), owed(), keys(), sheetReadings()]
    }

    /// Only the days that a household of the adult has booked, or that nobody had.
    private func attendance() throws -> DataSection {
        let rows = try access.children.flatMap { child in
            try transaction.query(
                """
                SELECT a.day, a.unit_id, a.presence, a.arrived_at, a.left_at, b.household_id FROM attendance a
                    LEFT JOIN bookings b ON b.child_id = a.child_id AND b.day = a.day AND b.unit_id = a.unit_id
                WHERE a.child_id = $1 ORDER BY a.day, a.unit_id
                """,
                child.id
            ) { row -> [String]? in
                let household: Identifier<Household>? = try row[5]
                if let household, access.family(household) == nil { return nil }
                let day: CivilDate = try row[0]
                let mark = AttendanceMark(try row[2], arrivedAt: try row[3], leftAt: try row[4])
                return try [child.firstName, day.frenchNumeric, unit(row[1]), mark.french]
            }.compactMap(\.self)
        }
        return DataSection("presences", "Présences", columns: ["enfant", "jour", "moment", "pointage"], rows: rows)
    }

    private func absences() throws -> DataSection {
        let rows = try AbsenceStore(transaction).absences(of: access).map { absence in
            [
                absence.child.firstName, absence.frenchDays, absence.reason, absence.reportedAt.french, absence.state.french,
                absence.judgement?.note ?? "", try certificates(of: absence.id),
            ]
        }
        return DataSection(
            "absences",
            "Absences signalées",
            columns: ["enfant", "jours", "motif", "signalée le", "état", "réponse", "justificatifs"],
            rows: rows
        )
    }

    private func certificates(of absence: Identifier<Absence>) throws -> String {
        try SentFileStore(transaction).files(of: absence).map { "\(path(of: .certificate($0.id, of: absence))), envoyé le \($0.sentAt.french)" }
            .joined(separator: "\n")
    }

    /// Where a file is in the archive.
    private func path(of file: FiledFile) -> String { files.first { $0.file == file }?.path ?? "à ouvrir dans le portail" }

    private func awaited() throws -> DataSection {
        let rows = try access.children.flatMap { child in
            try transaction.query(
                "SELECT day, unit_id, household_id, joined_at FROM awaited_places WHERE child_id = $1 ORDER BY day, unit_id",
                child.id
            ) { row -> [String]? in
                guard access.family(try row[2]) != nil else { return nil }
                let (day, joined): (CivilDate, Instant) = (try row[0], try row[3])
                return try [child.firstName, day.frenchNumeric, unit(row[1]), joined.french]
            }.compactMap(\.self)
        }
        return DataSection("listes-d-attente", "Listes d'attente", columns: ["enfant", "jour", "moment", "depuis"], rows: rows)
    }

    private func requestLines() throws -> DataSection {
        let store = RequestStore(transaction)
        let rows = try access.families.flatMap { family in
            let requests = try transaction.query(
                "SELECT id, created_at, kind FROM requests WHERE household_id = $1 ORDER BY created_at, id",
                family.household.id
            ) { (id: try $0[0] as Identifier<Request>, at: try $0[1] as Instant, kind: try $0[2] as RequestKind) }
            return try requests.flatMap { request in
                try store.lines(of: request.id).compactMap { line -> [String]? in
                    guard let child = access.child(line.change.slot.child) else { return nil }
                    let (slot, cost) = (line.change.slot, line.kept ?? line.price + line.surcharge)
                    return [
                        request.at.french, request.kind.rawValue, child.firstName, slot.date.frenchNumeric,
                        line.care.map { nursery($0.activity) } ?? unit(slot.unit), line.change.kind.rawValue, line.outcome.word,
                        line.outcome.sentence, cost.french,
                    ]
                }
            }
        }
        return DataSection(
            "demandes-lignes",
            "Demandes, ligne par ligne",
            columns: ["date", "nature", "enfant", "jour", "moment", "changement", "réponse", "motif", "prix"],
            rows: rows
        )
    }

    private func custody() throws -> DataSection {
        let store = CustodyStore(transaction)
        let rows = try access.children.flatMap { child -> [[String]] in
            guard let calendar = try store.calendar(of: child.id) else { return [] }
            func home(_ household: Identifier<Household>) -> String { access.family(household) == nil ? "l'autre foyer" : "votre foyer" }
            let rhythm = "semaines paires\u{A0}: \(home(calendar.evenWeeks)), impaires\u{A0}: \(home(calendar.oddWeeks))"
            let exceptions = calendar.exceptions.map {
                [child.firstName, "du \($0.days.lowerBound.frenchNumeric) au \($0.days.upperBound.frenchNumeric)\u{A0}: \(home($0.household))"]
            }
            return [[child.firstName, "\(rhythm), change le \(calendar.changeDay.frenchName)"]] + exceptions
        }
        return DataSection("garde-alternee", "Garde alternée", columns: ["enfant", "règle"], rows: rows)
    }

    private func regulations() throws -> DataSection {
        let rows = try RegulationStore(transaction).acceptances(of: access.adult.id).sorted { $0.value < $1.value }.map { $0.key + [$0.value.french] }
        return DataSection("reglements", "Règlements acceptés", columns: ["règlement", "version", "accepté le"], rows: rows)
    }

    private func checks() throws -> DataSection {
        let rows = try access.families.flatMap { family in
            let marks = try HouseholdMarkStore(transaction).marks(of: family.household.id).map { noted in
                [family.household.name, "noté par le service", "\(noted.mark.rawValue), \(noted.days.french)", noted.recordedAt.french]
            }
            let checks = try transaction.query(
                "SELECT school_year, checked_at FROM yearly_checks WHERE household_id = $1 ORDER BY school_year",
                family.household.id
            ) { row in
                let (year, at): (Int, Instant) = (try row[0], try row[1])
                return [family.household.name, "dossier vérifié", "\(year)-\(year + 1)", at.french]
            }
            return checks + marks
        }
        return DataSection("dossier", "Dossier de l'année", columns: ["foyer", "quoi", "valeur", "le"], rows: rows)
    }

    /// Those of the households for which the adult decides; their files stay in the portal's own page.
    private func documents() throws -> DataSection {
        let rows = try access.families.flatMap { family in
            try DocumentStore(transaction).documents(of: family.household.id).filter(access.maySee).map { document in
                [
                    document.typeName, document.subject.child.flatMap { access.child($0)?.firstName } ?? family.household.name,
                    document.sentAt.french, document.state.french, document.validUntil?.frenchNumeric ?? "",
                    document.files.map { path(of: .document($0.id, of: document.id)) }.joined(separator: "\n"), document.judgement?.note ?? "",
                ]
            }
        }
        return DataSection(
            "pieces",
            "Pièces justificatives",
            columns: ["pièce", "pour", "envoyée le", "état", "valable jusqu'au", "fichiers", "réponse"],
            rows: rows
        )
    }

    /// Of the households for which the adult decides.
    private func owed() throws -> DataSection {
        let rows = try ArrearsStore(transaction).arrears(of: access.adult.id).filter { access.decides(for: $0.household) }.map { arrears in
            [
                arrears.householdName, arrears.amount.french, arrears.asOf.frenchNumeric, arrears.exemption?.lastDay.frenchNumeric ?? "",
                arrears.exemption?.reason ?? "",
            ]
        }
        return DataSection("impayes", "Impayés", columns: ["foyer", "montant", "arrêté au", "dispensé jusqu'au", "motif"], rows: rows)
    }

    private func keys() throws -> DataSection {
        let rows = try transaction.query(
            "SELECT id, created_at, used_at FROM activation_keys WHERE used_by = $1 ORDER BY used_at",
            access.account
        ) { row in
            let (number, made, used): (Int, Instant, Instant) = (try row[0], try row[1], try row[2])
            return ["clé n°\u{A0}\(number)", made.french, used.french]
        }
        return DataSection("cles-enfance", "Clés enfance utilisées", columns: ["clé", "donnée le", "utilisée le"], rows: rows)
    }

    /// Who of the staff has read the children's sheets, for those who decide for them.
    private func sheetReadings() throws -> DataSection {
        let rows = try access.children.filter { access.relation(to: $0.id)?.holdsAuthority == true }.flatMap { child in
            try SheetReadingStore(transaction).readings(of: child.id, limit: 1000).map { [child.firstName, $0.at.french, $0.by] }
        }
        return DataSection("lectures", "Lectures des fiches sanitaires", columns: ["enfant", "lue le", "par"], rows: rows)
    }

    private func nursery(_ id: Identifier<Activity>) -> String {
        [catalogue?.activity(id)?.place, BookingReviewLine.regularCare].compactMap(\.self).joined(separator: ", ")
    }

    private func unit(_ id: Identifier<BookableUnit>) -> String {
        guard let (unit, activity) = catalogue?.unit(id) else { return "" }
        return "\(activity.name), \(unit.name)"
    }
}

extension BookingOutcome {
    /// The answer in a word.
    fileprivate var word: String {
        switch self {
        case .accepted, .acceptedAlong: "acceptée"
        case .acceptedLate: "acceptée hors délai"
        case .recordedAsAbsence: "absence"
        case .waiting: "liste d'attente"
        case .left: "attente quittée"
        case .asked: "demandée au service"
        case .alreadySo: "déjà fait"
        case .refused: "refusée"
        }
    }

    /// Why, where there is something to say.
    fileprivate var sentence: String {
        switch self {
        case .acceptedAlong(let text), .recordedAsAbsence(let text), .asked(let text), .refused(let text): text
        case .waiting(let rank): "rang \(rank)"
        case .accepted, .acceptedLate, .left, .alreadySo: ""
        }
    }
}
