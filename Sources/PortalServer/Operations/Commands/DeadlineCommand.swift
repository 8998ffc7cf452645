import PortalCore

/// Says until when a day may be booked under a rule: for a help desk, and for whoever writes a definition file.
enum DeadlineCommand: PortalCommand {
    static let name = "deadline"
    static let summary = "dit jusqu'à quand un jour se réserve selon une règle"

    static func run(_ arguments: CommandArguments) async throws {
        let question = try DeadlineQuestion(arguments)
        for line in question.answer { Terminal.print(line) }
        for remark in question.remarks { Terminal.complain("Remarque\u{A0}: \(remark)") }
    }

    static let help = """
        PortalServer deadline --rule RÈGLE --zone A|B|C --day JOUR [options]

        Dit jusqu'à quand un jour peut être réservé ou annulé selon une règle (délai de prévenance).
        Écrit deux lignes : l'instant limite, inclus, avec son décalage horaire (le mot « aucun »
        quand il n'y a pas de délai), puis la phrase que lisent les parents.

          --rule RÈGLE           la règle, dans la notation des fichiers de définition
          --zone A|B|C           la zone de vacances scolaires
          --day JOUR             le jour réservé : 2026-11-11
          --session-start JOUR   le premier jour d'accueil de la session (sinon, le jour réservé)
          --closed JOUR,JOUR     les jours de fermeture de la collectivité
          --starts HH:MM         l'heure de début de l'accueil, pour une règle en heures (sinon, 00:00)
          --alsace-moselle oui   compte aussi le Vendredi saint et le 26 décembre comme fériés

        Les règles :
          aucun                                   pas de délai
          J-7                                     7 jours avant, jusqu'à la fin de la journée
          J-2 10:00 hors week-ends, fériés        2 jours comptés avant, à 10 h
          72 h                                    72 heures avant le début de l'accueil
          jeudi S-1 12:00                         le jeudi de la semaine précédente, à midi
          lundi, mardi: vendredi S-1 09:00; jeudi: mardi S 09:00
          20 M-1 12:00                            le 20 du mois précédent, à midi
          session-4 semaines                      4 semaines avant le premier jour de la session
          2026-09-30 20:00                        une date pour tous
          aucun jusqu'au 30 septembre, puis J-14  pas de délai à la rentrée, puis 14 jours

        docs/rules.md les explique toutes.

        Exemples :
          PortalServer deadline --rule J-7 --zone C --day 2026-11-11
          PortalServer deadline --rule "session-4 semaines" --zone C --day 2026-10-21 --session-start 2026-10-19
          PortalServer deadline --rule "J-1 11:00 hors week-ends, fermetures" --zone A --day 2026-11-16 --closed 2026-11-13
          PortalServer deadline --rule "72 h" --zone B --day 2026-11-12 --starts 12:00
        """
}
