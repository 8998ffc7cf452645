extension GroupDefinition {
    init?(_ item: DefinitionItem) {
        guard let fields = item.fields(DefinitionKey.group) else { return nil }
        let code = fields.required("code", .slug)
        let name = fields.required("nom", .line(60))
        let ages = fields.required("âges", .ages)
        let places = fields.required("places", .places)
        let ratio = fields.optional("encadrement", .staffRatio)
        let staff = fields.optional("animateurs", .staff)
        guard let code, let name, let ages, let places else { return nil }
        if (ratio == nil) != (staff == nil) { fields.note("encadrement", "\(quoted("encadrement")) et \(quoted("animateurs")) vont ensemble") }
        let staffing = ratio.flatMap { ratio in staff.map { GroupStaffing(childrenPerStaff: ratio, planned: $0) } }
        self.init(code: code, name: name, ages: ages, capacity: places, staffing: staffing)
    }
}

extension DefinitionFormat where Value == Int {
    /// "1 pour 8": the children that one member of staff may look after.
    fileprivate static var staffRatio: DefinitionFormat {
        DefinitionFormat(expected: "il faut un taux d'encadrement, comme 1 pour 8") { text in
            let words = text.split(separator: " ")
            guard words.count == 3, words[0...1] == ["1", "pour"], let children = Int(words[2]) else { return nil }
            return (1...100).contains(children) ? children : nil
        }
    }

    fileprivate static var staff: DefinitionFormat {
        DefinitionFormat(expected: "il faut un nombre d'animateurs entre 0 et 500") { text in
            guard let number = Int(text), (0...500).contains(number) else { return nil }
            return number
        }
    }
}
