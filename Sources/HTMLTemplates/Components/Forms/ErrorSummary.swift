/// All that is wrong with a form, at its top, each error leading to its field. It takes the focus when the page arrives.
struct ErrorSummary: HTML {
    private let errors: [FieldError]

    private let takesFocus: Bool

    /// - Parameter takesFocus: false where the summary is only an example.
    init(_ form: FormState, takesFocus: Bool = true) {
        errors = form.errors
        self.takesFocus = takesFocus
    }

    var body: some HTML {
        if !errors.isEmpty {
            div(.class("notice danger errors"), .id("erreurs"), .role(.alert), .tabindex(-1), .autofocus(takesFocus)) {
                IconView(.warning)
                div {
                    h2(.class("notice-title")) { errors.count == 1 ? "Une réponse est à corriger" : "\(errors.count) réponses sont à corriger" }
                    ul {
                        ForEach(errors) { error in
                            li { a(.href(Link(fragment: FieldID(error.field).text))) { error.message } }
                        }
                    }
                }
            }
        }
    }
}
