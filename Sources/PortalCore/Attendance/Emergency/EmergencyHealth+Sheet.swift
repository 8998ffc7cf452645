extension EmergencyHealth {
    /// - Parameter day: the one that the sheet is for; a care plan that ends before is said to have ended.
    init(_ sheet: ChildSheet, on day: CivilDate) {
        func words(_ parts: String?...) -> String? {
            let told = parts.compactMap(\.self)
            return told.isEmpty ? nil : told.joined(separator: "\u{A0}; ")
        }
        let instructions = sheet.french(.carePlanDetails) ?? sheet[.carePlan].map { _ in "consignes non données" }
        let told: [EmergencyField: String?] = [
            .allergies: sheet.french(.allergies),
            .carePlan: instructions.flatMap { words(sheet.warning(.carePlanEnd, on: day), $0) },
            .treatments: sheet.french(.treatments),
            .meals: words(sheet.french(.excludedFoods).map { "sans \($0.lowercased())" }, sheet.french(.dietDetails)),
            .doctor: words(sheet.french(.doctor), sheet.french(.doctorPhone)),
        ]
        self.init(
            words: told.compactMapValues(\.self),
            isFilledIn: !sheet.isEmpty,
            hospital: sheet[.hospital] != nil,
            leavesAlone: sheet[.leavesAlone] != nil
        )
    }
}
