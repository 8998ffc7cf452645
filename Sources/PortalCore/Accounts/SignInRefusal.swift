/// Why somebody is not let in.
package enum SignInRefusal: Error, Hashable, Sendable {
    /// One answer for an unknown login and a wrong password.
    case wrongCredentials
    /// The password is the one that the town made up, and it was right until this instant.
    case firstPasswordExpired(Instant)
    /// The one-time code is another one, too old, or has served.
    case wrongCode
    /// The password was given too long ago for the code to follow.
    case stepEnded
    /// Too many failures: the attempt was not even looked at.
    case tooManyAttempts(waitSeconds: Int64)

    /// The sentence for the reader.
    package var french: String {
        switch self {
        case .wrongCredentials: "Identifiant ou mot de passe incorrect."
        case .firstPasswordExpired(let instant):
            "Ce premier mot de passe n'est plus valable depuis le \(instant.french). Choisissez «\u{A0}Mot de passe oublié\u{A0}»."
        case .wrongCode:
            "Ce code n'est pas le bon, ou il a déjà servi. Attendez que l'application en montre un autre, ou saisissez un code de secours."
        case .stepEnded: "Vous avez attendu trop longtemps\u{A0}: reprenez par l'identifiant et le mot de passe."
        case .tooManyAttempts(let seconds): "Trop d'essais\u{A0}: réessayez dans \(SignInRefusal.duration(seconds))."
        }
    }

    private static func duration(_ seconds: Int64) -> String {
        if seconds < 60 { return "\(seconds)\u{A0}seconde\(seconds > 1 ? "s" : "")" }
        let minutes = (seconds + 59) / 60
        return "\(minutes)\u{A0}minute\(minutes > 1 ? "s" : "")"
    }
}
