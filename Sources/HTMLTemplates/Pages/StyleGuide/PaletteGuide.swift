import PortalCore

/// The colours, by their names in the stylesheet.
struct PaletteGuide: HTML {
    var body: some HTML {
        Card("Couleurs") {
            p { "Les six premières viennent de la couleur de la ville, corrigée pour rester lisible de jour comme de nuit." }
            ul(.class("swatches")) {
                ForEach(names) { name in
                    li {
                        span(.class("swatch \(name)"), .ariaHidden())
                        code { "--\(name)" }
                    }
                }
            }
        }
    }

    private let names = [
        "accent", "accent-strong", "on-accent", "accent-wash", "accent-soft", "accent-line", "paper", "surface", "ink", "quiet", "line", "control",
        "success", "warning", "danger",
    ]
}

/// Titles, words, town's texts.
struct TextGuide: HTML {
    var body: some HTML {
        Card("Textes") {
            h2 { "Titre de partie" }
            h3 { "Titre de paragraphe" }
            TownText([
                .paragraph(
                    "Un texte de la ville\u{A0}: ses paragraphes et ses listes. Les chiffres ont tous la même largeur\u{A0}: 1\u{202F}111,10\u{A0}€."
                ),
                .list(["Une première ligne", "Une seconde ligne"]),
            ])
            p(.class("hint")) { "Une précision, plus discrète." }
        }
    }
}

/// Notices, flash messages, tags.
struct MessageGuide: HTML {
    var body: some HTML {
        Card("Messages") {
            div(.class("stack")) {
                FlashMessage(flash: Flash(.success, "Votre adresse est confirmée."))
                Notice(.accent, title: "Réservations de rentrée") { p { "Elles sont ouvertes jusqu'au 30 septembre." } }
                Notice(.warning) { p { "Une pièce manque à votre dossier." } }
                Notice(.danger) { p { "Le délai est dépassé depuis le mardi 3 novembre 2026 à 12 h 00." } }
                Notice(.neutral) { p { "Le portail sera fermé dimanche de 2 h à 4 h." } }
            }
            h3 { "États" }
            p {
                ForEach(states) { state in
                    state
                    " "
                }
            }
        }
    }

    private var states: [StateTag] {
        [
            StateTag("Réservé", tone: .success), StateTag("Complet", tone: .danger, icon: .full),
            StateTag("Hors délai", tone: .warning, icon: .clock),
            StateTag("Verrouillé", tone: .neutral, icon: .lock), StateTag("Nouveau", tone: .accent),
        ]
    }
}

/// Buttons.
struct ButtonGuide: HTML {
    var body: some HTML {
        Card("Boutons") {
            ButtonRow {
                SubmitButton("Confirmer", icon: .check)
                SubmitButton("Enregistrer", style: .secondary)
                SubmitButton("Annuler ma demande", style: .danger)
                SubmitButton("Plus tard", style: .quiet)
            }
        }
    }
}
