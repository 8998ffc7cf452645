/// An account of what households owe, as it is copied out of a spreadsheet: a household's number, a semicolon or a tab, and an amount.
struct ArrearsAccount {
    let day: CivilDate
    /// In the order of the file.
    let amounts: [(household: Identifier<Household>, amount: Cents)]

    /// Lines.
    private static let longest = 20_000
    /// Wrong lines that are named.
    private static let named = 5

    /// - Parameters:
    ///   - today: an account of a day to come is a mistake.
    ///   - exists: whether there is a household of a number.
    /// - Throws: `FieldErrors`.
    init(lines text: String, asOf typedDay: String, today: CivilDate, exists: (Identifier<Household>) throws -> Bool) throws {
        var errors = FieldErrors()
        let day = errors.require(CivilDate(iso: typedDay), ArrearsField.day, "Indiquez le jour où le compte est arrêté.")
        if let day, day > today { errors.add(ArrearsField.day, "Ce jour est encore à venir.") }
        let lines = text.split(whereSeparator: \.isNewline).map(String.init)
        if lines.isEmpty { errors.add(ArrearsField.lines, "Collez une ligne par foyer\u{A0}: son numéro, un point-virgule, le montant.") }
        if lines.count > Self.longest { errors.add(ArrearsField.lines, "\(Self.longest) lignes au plus.") }
        guard errors.isEmpty, let day else { throw errors }
        var amounts: [(Identifier<Household>, Cents)] = []
        var seen: Set<Identifier<Household>> = []
        var wrong: [String] = []
        for (index, line) in lines.enumerated() {
            let parts = line.split(omittingEmptySubsequences: false) { $0 == ";" || $0 == "\t" }.map { $0.filter { !$0.isWhitespace } }
            // A first line of titles says nothing.
            if index == 0, parts.first.map({ Identifier<Household>(text: $0) == nil }) == true, parts.count == 2, Cents(typed: parts[1]) == nil {
                continue
            }
            guard parts.count == 2, let household = Identifier<Household>(text: parts[0]), let amount = Cents(typed: parts[1]) else {
                wrong.append("ligne \(index + 1)\u{A0}: «\u{A0}\(line.prefix(30))\u{A0}»")
                continue
            }
            if try !exists(household) {
                wrong.append("ligne \(index + 1)\u{A0}: aucun foyer n'a le numéro \(household.rawValue)")
            } else if !seen.insert(household).inserted {
                wrong.append("ligne \(index + 1)\u{A0}: le foyer \(household.rawValue) y est deux fois")
            } else {
                amounts.append((household, amount))
            }
        }
        guard wrong.isEmpty else {
            let more = wrong.count > Self.named ? ", et \(wrong.count - Self.named) autres" : ""
            throw FieldErrors(
                ArrearsField.lines,
                "Rien n'est enregistré. À corriger\u{A0}: \(wrong.prefix(Self.named).joined(separator: ", "))\(more)."
            )
        }
        self.day = day
        self.amounts = amounts
    }
}
