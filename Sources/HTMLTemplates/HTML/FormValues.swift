/// How a form is sent.
enum FormMethod: String {
    case get, post
}

/// What a form is sent as.
enum FormEncoding: String {
    /// With files.
    case multipart = "multipart/form-data"
}

/// What an `input` takes.
enum InputType: String {
    case text, email, tel, password, date, time, file, month, number, search, checkbox, radio, hidden, submit
    case moment = "datetime-local"
}

/// The keyboard that a telephone shows.
enum InputMode: String {
    case numeric, decimal, email, tel
}

/// What a `button` does in its form.
enum ButtonType: String {
    case submit, button
}

/// What the browser may fill in (WCAG 1.3.5, HTML autofill field names).
package enum Autocomplete: String, Sendable {
    case off
    case givenName = "given-name"
    case familyName = "family-name"
    case email, username
    case telephone = "tel"
    case streetAddress = "address-line1"
    case addressComplement = "address-line2"
    case postalCode = "postal-code"
    case town = "address-level2"
    case birthday = "bday"
    case currentPassword = "current-password"
    case newPassword = "new-password"
    case oneTimeCode = "one-time-code"
}
