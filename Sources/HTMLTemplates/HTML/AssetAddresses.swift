/// Where browsers find the files that every page names. Each address changes with its file, so that a browser asks for it once.
package struct AssetAddresses: Sendable {
    let stylesheet: String
    /// What only the staff's pages need.
    let deskStylesheet: String
    /// The drawings; opened by itself the file is the favicon.
    let icons: String
    private let scripts: [Script: String]

    /// - Parameter address: where a file of `Public/` is: "portal.css" is at "/assets/portal.css?v=1k2j3h4".
    package init(_ address: (String) -> String) {
        stylesheet = address("portal.css")
        deskStylesheet = address("desk.css")
        icons = address("icons.svg")
        scripts = Dictionary(uniqueKeysWithValues: Script.allCases.map { ($0, address($0.rawValue)) })
    }

    /// The files at their plain addresses, which browsers check each time.
    package static let unversioned = AssetAddresses { "/assets/" + $0 }

    func script(_ script: Script) -> String { scripts[script] ?? "" }
}

/// The little script that a page may have, by its file: the page works without it.
enum Script: String, CaseIterable {
    case planning = "planning.js"
    case rollCall = "roll-call.js"
}
