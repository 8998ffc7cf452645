/// Why a page cannot be shown. The site turns each into an answer that says what to do.
enum PageFailure: Error {
    /// Nothing at this address, or nothing that this person may know of: the two are told alike.
    case notFound
    /// Signing in comes first; afterwards the person goes on where it wanted to go.
    case signInRequired
    /// The password is still the one that the town made up: choosing another one comes first.
    case passwordChoiceRequired
    /// The town asks its staff for codes, and this member has no app yet: setting it up comes first.
    case secondFactorRequired
    /// The town has not recognised the family yet: there is nothing to show but that.
    case householdRequired
    /// The address exists, but not for this method.
    case methodNotAllowed(allowed: [HTTPMethod])
    /// The form is not one of ours, or too old to be trusted (CSRF).
    case staleForm
    /// The form was sent before and was written; what it was answered is not known any more.
    case alreadySent
    /// What the browser sent cannot be read; the sentence says why.
    case badRequest(String)
    /// Signed in, but without the right; the sentence says who may.
    case forbidden(String)
}
