/// What the portal keeps about an adult's households and children, as tables.
struct FamilyDataStore {
    private let transaction: any Transaction
    private let access: HouseholdAccess
    private let vault: Vault
    /// Bookings from this long before today to this long after: everything there is.
    private static let days = 3660

    init(_ transaction: any Transaction, _ access: HouseholdAccess, _ vault: Vault) {
        self.transaction = transaction
        self.access = access
        self.vault = vault
    }

    /// - Parameter files: those that the archive holds.
    func sections(_ files: [PersonalFile], today: CivilDate) throws -> [DataSection] {
        let catalogue = try PortalCatalogueStore(transaction).load()
        return try [
            households(), children(), sheets(), incomes(), contacts(), enrolments(catalogue), stops(catalogue), times(catalogue, today),
            contracts(catalogue), bookings(catalogue, today), requests(), changes(),
        ] + FamilyActsStore(transaction, access, catalogue, files).sections()
    }

    private func households() -> DataSection {
        let rows = access.families.map { family in
            [family.household.name, family.household.address.line, family.adults.map(\.fullName).joined(separator: ", ")]
        }
        return DataSection("foyers", "Mes foyers", columns: ["foyer", "adresse", "adultes"], rows: rows)
    }

    private func children() -> DataSection {
        let rows = access.children.map { child in
            let relation = access.relation(to: child.id)
            let rights = ChildRight.allCases.filter { relation?.has($0) == true }.map(\.french).joined(separator: ", ")
            return [
                child.firstName, child.lastName, child.birthDay.frenchNumeric, child.schooling.history, relation?.kinship.french ?? "",
                relation?.standing.french ?? "", rights,
            ]
        }
        return DataSection(
            "enfants",
            "Mes enfants",
            columns: ["prénom", "nom", "date de naissance", "école et classe par année", "lien", "autorité parentale", "droits"],
            rows: rows
        )
    }

    /// Of the children for whom the adult decides.
    private func sheets() throws -> DataSection {
        let store = ChildSheetStore(transaction, vault)
        let rows = try access.children.filter { access.relation(to: $0.id)?.holdsAuthority == true }.flatMap { child in
            let sheet = try store.sheet(of: child.id)
            return SheetField.allCases.compactMap { field -> [String]? in
                guard let value = sheet.french(field), let entry = sheet[field] else { return nil }
                return [child.firstName, field.french, value, entry.givenAt.french, entry.givenBy]
            }
        }
        return DataSection("fiches-sanitaires", "Fiches sanitaires", columns: ["enfant", "quoi", "réponse", "dit le", "par"], rows: rows)
    }

    private func incomes() throws -> DataSection {
        let rows = try access.families.flatMap { family in
            let household = family.household.id
            let known = try HouseholdIncomeStore(transaction).incomes(of: household) + OfficialQuotientStore(transaction).quotients(of: household)
            return known.map { income in
                [
                    family.household.name, income.facts?.annualIncome.french ?? "", income.facts?.monthlyBenefits.french ?? "",
                    income.facts.map { String($0.children) } ?? "", income.quotient.french, income.days.lowerBound.frenchNumeric,
                    income.days.upperBound.frenchNumeric, income.declaredBy,
                ]
            }
        }
        return DataSection(
            "quotients",
            "Quotients familiaux",
            columns: ["foyer", "revenus par an", "prestations par mois", "enfants", "quotient", "du", "au", "par"],
            rows: rows
        )
    }

    private func contacts() throws -> DataSection {
        let store = ContactStore(transaction)
        let rows = try access.children.flatMap { child in
            try store.contacts(of: child.id).filter { access.family($0.household) != nil }.map(\.details).map { contact in
                [
                    child.firstName, contact.fullName, contact.kinship, contact.phone.french, contact.picksUp ? "oui" : "non",
                    contact.callFirst ? "oui" : "non", contact.isForbidden ? "oui" : "non",
                ]
            }
        }
        return DataSection(
            "entourage",
            "Entourage de mes enfants",
            columns: ["enfant", "personne", "lien", "téléphone", "vient chercher", "à appeler d'abord", "interdite"],
            rows: rows
        )
    }

    private func enrolments(_ catalogue: PortalCatalogue?) throws -> DataSection {
        let store = EnrolmentStore(transaction)
        let rows = try access.children.flatMap { child in
            try store.enrolments(of: child.id).map { enrolment in
                let names = catalogue?.group(enrolment.group)
                return [
                    child.firstName, names?.activity.name ?? "", names?.group.name ?? "", enrolment.firstDay.frenchNumeric,
                    enrolment.lastDay.frenchNumeric,
                ]
            }
        }
        return DataSection("inscriptions", "Inscriptions", columns: ["enfant", "activité", "groupe", "du", "au"], rows: rows)
    }

    /// Where the children get on and off buses.
    private func stops(_ catalogue: PortalCatalogue?) throws -> DataSection {
        let store = ChildStopStore(transaction)
        let rows = try access.children.flatMap { child in
            try store.changes(of: child.id).map { change in
                let activity = catalogue?.activities.first { $0.id == change.activity }
                let place = change.code.flatMap { activity?.buses?.stop($0, on: change.trip) }
                return [
                    child.firstName, activity?.name ?? "", change.trip.french, change.firstDay.frenchNumeric,
                    place?.french(change.trip) ?? change.code?.text ?? "pas de car",
                ]
            }
        }
        return DataSection("arrets-de-car", "Arrêts de car", columns: ["enfant", "activité", "trajet", "à partir du", "arrêt"], rows: rows)
    }

    /// When the children are expected: usually, and on the days that differ.
    private func times(_ catalogue: PortalCatalogue?, _ today: CivilDate) throws -> DataSection {
        let (first, last) = (today.adding(days: -Self.days), today.adding(days: Self.days))
        let book = try ExpectedTimeStore(transaction).book(ofChildrenOf: access.adult.id, from: first, through: last)
        func row(_ child: Identifier<Child>, _ unit: Identifier<BookableUnit>, _ when: String, _ times: ExpectedTimes) -> [String]? {
            guard let child = access.child(child) else { return nil }
            let names = catalogue?.unit(unit)
            return [
                child.firstName, names?.activity.name ?? "", names?.unit.name ?? "", when, times.arrival?.clock ?? "", times.departure?.clock ?? "",
            ]
        }
        // What the other home says is its own.
        let usual = book.usual.filter { access.family($0.key.household) != nil }.sorted { ($0.key.child, $0.key.unit) < ($1.key.child, $1.key.unit) }
        let own = try book.days.filter { try BookingStore(transaction).booking(of: $0.key).map { access.family($0.household) != nil } ?? false }
        let days = own.sorted { ($0.key.date, $0.key.child, $0.key.unit) < ($1.key.date, $1.key.child, $1.key.unit) }
        return DataSection(
            "heures-attendues",
            "Heures d'arrivée et de départ",
            columns: ["enfant", "activité", "moment", "jour", "arrivée", "départ"],
            rows: usual.compactMap { row($0.key.child, $0.key.unit, "d'habitude", $0.value) }
                + days.compactMap { row($0.key.child, $0.key.unit, $0.key.date.frenchNumeric, $0.value) }
        )
    }

    /// The care contracts with what they agree, the leave that was announced, and what the nursery noted.
    private func contracts(_ catalogue: PortalCatalogue?) throws -> DataSection {
        let (leaves, stays) = (FamilyLeaveStore(transaction), NurseryStayStore(transaction))
        let rows = try CareContractStore(transaction).contracts(of: access.adult.id).filter(access.mayRead).flatMap { contract in
            let (child, place) = (contract.child.firstName, catalogue?.activity(contract.activity)?.place ?? "")
            let terms = contract.terms.map { terms in
                [child, place, terms.firstDay.frenchNumeric, contract.lastDay?.frenchNumeric ?? "", terms.frenchWeeks.joined(separator: " / ")]
            }
            let announced = try leaves.leaves(of: contract.id).map { leave in
                [child, place, leave.firstDay.frenchNumeric, leave.lastDay.frenchNumeric, "Congés\u{A0}: \(leave.state.french.lowercased())"]
            }
            let last = contract.firstDay.adding(days: Self.days)
            let noted = try stays.stays(of: contract.id, from: contract.firstDay, through: last).map { stay in
                let day = stay.date.frenchNumeric
                let what = stay.absence == .none ? "\(stay.arrived?.clock ?? "") - \(stay.departed?.clock ?? "")" : "Absence\u{A0}: \(stay.reason)"
                return [child, place, day, day, what]
            }
            return terms + announced + noted
        }
        return DataSection(
            "contrats-accueil",
            "Contrats d'accueil, congés et présences",
            columns: ["enfant", "structure", "du", "au", "quoi"],
            rows: rows
        )
    }

    /// The bookings, with those that a closure has cancelled.
    private func bookings(_ catalogue: PortalCatalogue?, _ today: CivilDate) throws -> DataSection {
        let store = BookingStore(transaction)
        let (first, last) = (today.adding(days: -Self.days), today.adding(days: Self.days))
        func row(_ slot: BookingSlot, _ state: String, _ price: String, _ household: Identifier<Household>) -> [String]? {
            guard let child = access.children.first(where: { $0.id == slot.child }), let home = access.family(household)?.household else {
                return nil
            }
            let names = catalogue?.unit(slot.unit)
            return [child.firstName, slot.date.frenchNumeric, names?.activity.name ?? "", names?.unit.name ?? "", state, price, home.name]
        }
        let booked = try access.children.flatMap { child in
            try store.bookings(of: child.id, from: first, through: last).compactMap { booking in
                row(booking.slot, booking.state == .reserved ? "réservé" : "absence", (booking.price + booking.surcharge).french, booking.household)
            }
        }
        let closed = try ClosureBookingStore(transaction).cancelled(ofChildrenOf: access.adult.id, from: first, through: last).compactMap {
            row($0.slot, "annulé par une fermeture", Cents.zero.french, $0.household)
        }
        return DataSection(
            "reservations",
            "Réservations",
            columns: ["enfant", "jour", "activité", "moment", "état", "prix", "foyer"],
            rows: booked + closed
        )
    }

    private func requests() throws -> DataSection {
        let rows = try RequestStore(transaction).summaries(for: access.adult.id, limit: 2000).map {
            [$0.createdAt.french, $0.kind.rawValue, String($0.accepted), String($0.refused)]
        }
        return DataSection("demandes", "Demandes", columns: ["date", "nature", "acceptées", "refusées"], rows: rows)
    }

    private func changes() throws -> DataSection {
        let rows = try ChangeStore(transaction).requests(by: access.account, limit: 2000).map {
            [$0.askedAt.french, $0.field.french, $0.old.french, $0.new.french, $0.state.french, $0.reason]
        }
        return DataSection("modifications", "Modifications", columns: ["date", "quoi", "avant", "après", "état", "motif"], rows: rows)
    }
}

extension Schooling {
    /// "2025-2026 : École Mermoz, CP; 2026-2027 : École Mermoz, CE1".
    fileprivate var history: String {
        placements.map { placement in
            "\(placement.year.name)\u{A0}: \(placement.words.isEmpty ? "sans école" : placement.words.joined(separator: ", "))"
        }.joined(separator: "; ")
    }
}
