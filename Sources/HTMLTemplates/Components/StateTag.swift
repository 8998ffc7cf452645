/// The state of something, in one word with its icon: "Réservé", "Complet".
struct StateTag: HTML {
    private let word: String
    private let tone: Tone
    private let icon: Icon

    init(_ word: String, tone: Tone, icon: Icon? = nil) {
        self.word = word
        self.tone = tone
        self.icon = icon ?? tone.icon
    }

    var body: some HTML {
        span(.class("tag \(tone.rawValue)")) {
            IconView(icon)
            word
        }
    }
}
