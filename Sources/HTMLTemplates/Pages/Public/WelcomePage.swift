import PortalCore

/// The front page of a portal: signing in, creating an account, the town's words and news.
package struct WelcomePage: HTML {
    private let frame: PortalFrame
    private let signIn: FormState

    package init(frame: PortalFrame, signIn: FormState = FormState()) {
        self.frame = frame
        self.signIn = signIn
    }

    package var body: some HTML {
        PageLayout(frame.around(), title: frame.settings.portalName, introduction: frame.settings.tagline) {
            div(.class("columns even")) {
                Card("Mon espace perso", icon: .user) {
                    SignInForm(frame: frame, next: nil, form: signIn)
                }
                Card("Je n'ai pas d'espace", icon: .key) { NoAccountYet(frame: frame) }
            }
            TownWords(settings: frame.settings)
            if !frame.settings.news.isEmpty {
                Card("Actualités", icon: .news) { NewsList(frame.settings.news) }
            }
        }
    }
}

private struct NoAccountYet: HTML {
    let frame: PortalFrame

    var body: some HTML {
        if let text = frame.settings.text(.accountCreation) {
            TownText(text.blocks)
        } else {
            p { "Munissez-vous de la clé enfance que vous a envoyée votre collectivité." }
        }
        ButtonRow { LinkButton("Créer mon espace", to: frame.links.to(.registration), icon: .plus) }
    }
}

/// The texts that the town wrote for its front page.
private struct TownWords: HTML {
    let settings: PortalSettings

    var body: some HTML {
        CardGrid {
            ForEach(words) { text in Card(text.title) { TownText(text.blocks) } }
        }
    }

    private var words: [PortalText] {
        settings.texts.filter { [.welcome, .procedures, .deadlines, .documents, .enrolment, .benefits, .practicalInformation].contains($0.code) }
    }
}

/// The town's dated articles.
struct NewsList: HTML {
    private let news: [PortalNews]

    init(_ news: [PortalNews]) {
        self.news = news
    }

    var body: some HTML {
        ol(.class("news")) {
            ForEach(news) { item in
                li {
                    article {
                        h3 { item.title }
                        p(.class("hint")) { time(.datetime(item.publishedOn.iso)) { item.publishedOn.french } }
                        TownText(item.blocks)
                    }
                }
            }
        }
    }
}
