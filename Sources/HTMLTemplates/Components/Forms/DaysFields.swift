/// The first day of something and the last one, which may be left out.
struct DaysFields<Field: RawRepresentable<String>>: HTML {
    private let fields: (first: Field, last: Field)
    private let labels: (first: String, last: String)
    private let hint: String
    private let form: FormState

    /// - Parameter hint: what an empty last day means.
    init(_ fields: (first: Field, last: Field), _ labels: (first: String, last: String), hint: String, in form: FormState) {
        self.fields = fields
        self.labels = labels
        self.hint = hint
        self.form = form
    }

    var body: some HTML {
        TextField(fields.first.rawValue, labels.first, kind: .date, in: form)
        TextField(fields.last.rawValue, labels.last, kind: .date, hint: hint, isRequired: false, in: form)
    }
}
