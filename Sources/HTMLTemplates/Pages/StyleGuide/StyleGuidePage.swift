/// Every component with the town's colours, for those who write pages. Shown in a demo only.
package struct StyleGuidePage: HTML {
    private let frame: PageFrame

    package init(_ frame: PageFrame) {
        self.frame = frame
    }

    package var body: some HTML {
        PageLayout(
            frame,
            title: "Guide de style",
            introduction: "Tout ce dont les pages sont faites, avec les couleurs de la ville.",
            crumbs: [Crumb("Accueil", frame.brand.home)]
        ) {
            PaletteGuide()
            TextGuide()
            MessageGuide()
            ButtonGuide()
            NavigationGuide(link: frame.brand.home)
            ListGuide(link: frame.brand.home)
            FormGuide()
            PlanningGuide()
        }
    }
}

/// The words in which the guide's own texts refer to an example.
enum StyleGuideSample {
    static let form = FormState(
        values: ["nom": "Dupont", "telephone": "06", "commune": "nord", "contact": "mail"],
        errors: [
            FieldError("telephone", "Le numéro doit avoir dix chiffres, par exemple 06 12 34 56 78."),
            FieldError("courriel", "Indiquez votre adresse e-mail."),
        ]
    )
}
