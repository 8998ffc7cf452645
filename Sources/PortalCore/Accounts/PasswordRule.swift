/// What a password must be: the CNIL's recommendation 2022-100 for passwords on their own, and nothing that everybody tries first.
package enum PasswordRule {
    /// Shown before anything is typed.
    package static let french =
        "Au moins 12 caractères, avec trois de ces quatre sortes\u{A0}: minuscules, majuscules, chiffres, autres signes. "
        + "Ou une phrase d'au moins 20 caractères."

    /// Longer ones are refused, so that nobody can make the server hash megabytes.
    private static let longest = 256

    /// What is wrong with a password, in a French sentence; nil when it may be used.
    package static func refusal(of password: String, login: Login?) -> String? {
        if password.isEmpty { return "Choisissez un mot de passe." }
        if password.utf8.count > longest { return "Ce mot de passe est trop long\u{A0}: \(longest) caractères au plus." }
        if password.count < 12 { return "Ce mot de passe est trop court\u{A0}: il faut au moins 12 caractères." }
        if password.count < 20, kinds(in: password) < 3 {
            return "Mélangez au moins trois sortes de caractères (minuscules, majuscules, chiffres, autres signes), "
                + "ou écrivez une phrase d'au moins 20 caractères."
        }
        if let login, password.lowercased().contains(login.text) { return "Le mot de passe ne doit pas contenir l'identifiant." }
        if isCommon(password) { return "Ce mot de passe est trop facile à deviner\u{A0}: choisissez-en un autre." }
        return nil
    }

    private static func kinds(in password: String) -> Int {
        let lower = password.contains { $0.isLowercase }
        let upper = password.contains { $0.isUppercase }
        let digit = password.contains { $0.isNumber }
        let other = password.contains { !$0.isLowercase && !$0.isUppercase && !$0.isNumber }
        return [lower, upper, digit, other].count { $0 }
    }

    /// Few different characters, or nothing but words that every list of passwords begins with, whatever digits and signs stand around them.
    private static func isCommon(_ password: String) -> Bool {
        let lowered = password.lowercased()
        if Set(lowered).count < 6 { return true }
        return isMadeOfCommonWords(lowered) || isMadeOfCommonWords(String(lowered.map { lookalikes[$0] ?? $0 }))
    }

    private static func isMadeOfCommonWords(_ password: String) -> Bool {
        let letters = password.filter(\.isLetter)
        var rest = letters
        for word in commonWords {
            while let range = rest.firstRange(of: word) { rest.removeSubrange(range) }
        }
        return rest.count < 3 && rest.count < letters.count
    }

    private static let lookalikes: [Character: Character] = ["0": "o", "1": "i", "3": "e", "4": "a", "5": "s", "@": "a", "$": "s", "!": "i"]

    /// The longest first, so that no word hides in a longer one.
    private static let commonWords = [
        "administrateur", "portailfamille", "espacecitoyens", "espacefamille", "azertyuiop", "qwertyuiop", "motdepasse", "changezmoi", "qsdfghjklm",
        "bienvenue", "vacances", "password", "passwort", "princesse", "footballeur", "marseille", "chouchou", "iloveyou", "football", "bonjour",
        "soleil", "azerty", "qwerty", "famille", "welcome", "letmein", "secret", "jetaime", "loulou", "doudou", "france", "maison", "enfants",
        "enfant", "ecole", "mairie", "admin", "abcdef", "chocolat", "paris",
    ].sorted { $0.count > $1.count }
}
