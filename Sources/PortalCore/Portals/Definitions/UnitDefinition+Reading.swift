extension DefinitionFields {
    /// The units of an activity, with what ties them together.
    func units() -> [UnitDefinition] {
        let units = required("unités", items: UnitDefinition.init)
        refuseDuplicateCodes(in: "unités")
        for unit in units {
            if let problem = unit.problem(among: units) { note("unités", "l'unité \(quoted(unit.code)) \(problem)") }
        }
        return units
    }
}

extension UnitDefinition {
    fileprivate init?(_ item: DefinitionItem) {
        guard let fields = item.fields(DefinitionKey.unit) else { return nil }
        let code = fields.required("code", .slug)
        let name = fields.required("nom", .line(60))
        let startsAt = fields.required("de", .time)
        let endsAt = fields.required("à", .time)
        let price = fields.required("prix", .price)
        let counters = fields.codes("compteurs")
        let excluded = fields.codes("exclut")
        let demanded = fields.codes("demande")
        let asked = AskedTimes { fields.optional($0.key, .timeStep) }
        guard let code, let name, let startsAt, let endsAt, let price else { return nil }
        if startsAt >= endsAt { fields.note("à", "la fin vient avant le début") }
        for moment in ExpectedMoment.allCases {
            if let step = asked[moment], step.minutes > endsAt.minutes - startsAt.minutes {
                fields.note(moment.key, "l'unité dure moins de \(step.minutes) minutes")
            }
        }
        self.init(
            code: code,
            name: name,
            startsAt: startsAt,
            endsAt: endsAt,
            price: price,
            counters: counters.isEmpty ? [code] : counters,
            excluded: excluded,
            demanded: demanded,
            askedTimes: asked
        )
    }

    /// Why the unit cannot be tied to the others as it says; nil when it can.
    fileprivate func problem(among units: [UnitDefinition]) -> String? {
        let codes = Set(units.map(\.code))
        if let stranger = (excluded + demanded).first(where: { !codes.contains($0) }) {
            return "nomme \(quoted(stranger)), qui n'est pas une unité de l'activité"
        }
        if (excluded + demanded).contains(code) { return "se nomme elle-même" }
        let demandedUnits = units.filter { demanded.contains($0.code) }
        let isImpossible = !demandedUnits.isEmpty && demandedUnits.allSatisfy { $0.excludes(self) || excludes($0) }
        if isImpossible { return "demande ce qui ne va pas avec elle" }
        return reaches(code, among: units, steps: units.count) ? "se demande elle-même par d'autres unités" : nil
    }

    private func excludes(_ other: UnitDefinition) -> Bool {
        excluded.contains(other.code) || counters.contains { other.counters.contains($0) }
    }

    /// Whether the units that this one demands lead to a code.
    private func reaches(_ code: String, among units: [UnitDefinition], steps: Int) -> Bool {
        steps > 0
            && units.contains { demanded.contains($0.code) && ($0.demanded.contains(code) || $0.reaches(code, among: units, steps: steps - 1)) }
    }
}

extension DefinitionFields {
    /// A list of codes that may be left out, each once.
    fileprivate func codes(_ key: String) -> [String] {
        let codes = items(key) { $0.value(.slug) }
        if Set(codes).count < codes.count { note(key, "un code est donné deux fois") }
        return codes
    }
}
