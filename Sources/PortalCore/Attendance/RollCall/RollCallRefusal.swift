/// Why a tap of the roll call is not recorded. The page keeps it and shows the sentence.
package enum RollCallRefusal: Error, Hashable, Sendable {
    /// No such child or unit, or not where the member works: the answer is the same.
    case unknown
    /// Nobody is called before the day.
    case future(CivilDate)
    /// The day was closed before the tap was made.
    case closed(CivilDate)
    case locked(CivilDate)
    /// Not booked, and not noted as come without booking.
    case notExpected
    /// A correction of a closed day without a reason.
    case reasonMissing
    /// The hours of a contract are counted: a presence without its time says nothing.
    case timeMissing
    /// The departure is before the arrival.
    case timesCrossed
    /// Children who are not called yet, when the day is closed without saying what becomes of them.
    case uncalled(Int)

    package var french: String {
        switch self {
        case .unknown: "Cet enfant ou cette activité n'est pas sur votre liste."
        case .future(let date): "Le pointage du \(date.french) n'est pas encore ouvert\u{A0}: il commence le jour même."
        case .closed(let date): "La journée du \(date.french) est close\u{A0}: rouvrez-la, ou corrigez avec un motif."
        case .locked(let date): "Le \(date.french) est verrouillé pour la facturation\u{A0}: plus rien ne peut y être changé."
        case .notExpected: "L'enfant n'est pas attendu\u{A0}: notez d'abord qu'il est présent."
        case .reasonMissing: "Indiquez le motif de la correction\u{A0}: la journée est close."
        case .timeMissing: "Écrivez l'heure d'arrivée, dans «\u{A0}Horaires\u{A0}»\u{A0}: les heures du contrat se comptent à la minute."
        case .timesCrossed: "Le départ ne peut pas être avant l'arrivée."
        case .uncalled(let count):
            count == 1
                ? "Un enfant n'est pas pointé\u{A0}: pointez-le, ou cochez qu'il est noté absent."
                : "\(count) enfants ne sont pas pointés\u{A0}: pointez-les, ou cochez qu'ils sont notés absents."
        }
    }
}
