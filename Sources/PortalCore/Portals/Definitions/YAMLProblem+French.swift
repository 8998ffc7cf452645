extension YAMLProblem {
    /// What libyaml's complaint means for the person who edits the file.
    static func inFrench(_ problem: String) -> String {
        switch problem {
        case "mapping values are not allowed in this context":
            "«\u{A0}:\u{A0}» inattendu\u{A0}; mettre le texte entre guillemets, ou revoir l'alignement"
        case "found character that cannot start any token":
            "caractère inattendu en début de valeur (tabulation, @, % ou `)\u{A0}; indenter avec des espaces, mettre le texte entre guillemets"
        case "found a tab character that violates indentation", "found a tab character where an indentation space is expected":
            "une tabulation\u{A0}; indenter avec des espaces"
        case "did not find expected key", "did not find expected '-' indicator", "did not find expected <document start>":
            "cette ligne n'est pas alignée avec les précédentes"
        case "could not find expected ':'":
            "il manque «\u{A0}:\u{A0}» après la clé"
        case "found unexpected end of stream":
            "un guillemet ouvert n'est pas refermé"
        case "did not find expected ',' or ']'", "did not find expected ',' or '}'":
            "une liste entre crochets ou accolades n'est pas refermée"
        default:
            "la syntaxe YAML n'est pas respectée"
        }
    }
}
