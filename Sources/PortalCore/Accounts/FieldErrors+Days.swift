extension FieldErrors {
    /// Reads the days of a form that asks for a first one and a last one; an empty last one is the first. nil where they are not days that follow
    /// one another, which is noted.
    ///
    /// - Parameters:
    ///   - missing: what is said without a first day.
    ///   - longest: how many days there may be.
    ///   - advice: what to do about more of them, after "92 jours au plus".
    mutating func days<Field: RawRepresentable<String>>(
        _ typed: (first: String, last: String),
        _ fields: (first: Field, last: Field),
        missing: String,
        longest: Int,
        advice: String
    ) -> ClosedRange<CivilDate>? {
        let first = require(CivilDate(iso: typed.first), fields.first, missing)
        let last = typed.last.isEmpty ? first : require(CivilDate(iso: typed.last), fields.last, "Ce jour n'existe pas.")
        guard let first, let last else { return nil }
        guard first <= last else {
            add(fields.last, "Le dernier jour vient avant le premier.")
            return nil
        }
        guard last.days(since: first) < longest else {
            add(fields.last, "\(longest) jours au plus\(advice)")
            return nil
        }
        return first...last
    }
}
