/// The words after a command's name: options `--name value`, and the rest in order.
struct CommandArguments: Sendable {
    private var options: [String: String] = [:]
    /// The words that belong to no option.
    private(set) var positional: [String] = []

    /// Reads `--name value` and `--name=value`; the options among `flags` stand alone.
    ///
    /// - Throws: `CommandFailure` when an option has no value or stands twice.
    init(_ words: [String], flags: Set<String> = []) throws {
        var index = 0
        while index < words.count {
            let word = words[index]
            index += 1
            guard word.hasPrefix("--") else {
                positional.append(word)
                continue
            }
            let parts = word.dropFirst(2).split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            var value = parts.count == 2 ? parts[1] : flags.contains(parts[0]) ? "" : nil
            if value == nil, index < words.count {
                value = words[index]
                index += 1
            }
            guard let value else { throw CommandFailure.usage("L'option --\(parts[0]) attend une valeur.") }
            guard options.updateValue(value, forKey: parts[0]) == nil else {
                throw CommandFailure.usage("L'option --\(parts[0]) est donnée deux fois.")
            }
        }
    }

    /// The value of an option, nil when it was not given.
    subscript(_ name: String) -> String? { options[name] }

    /// Whether an option was given.
    func has(_ name: String) -> Bool { options[name] != nil }

    /// The value of an option that must be given.
    func required(_ name: String) throws -> String {
        guard let value = options[name] else { throw CommandFailure.usage("L'option --\(name) est obligatoire.") }
        return value
    }

    /// A positive whole number, or the default when the option was not given.
    func number(_ name: String, default fallback: Int, in range: ClosedRange<Int>) throws -> Int {
        guard let text = options[name] else { return fallback }
        guard let value = Int(text), range.contains(value) else {
            throw CommandFailure.usage("L'option --\(name) attend un nombre entre \(range.lowerBound) et \(range.upperBound), pas « \(text) ».")
        }
        return value
    }

    /// Refuses options and words that the command does not know.
    func allow(options known: Set<String>, positional count: Int = 0) throws {
        if let unknown = options.keys.sorted().first(where: { !known.contains($0) }) {
            throw CommandFailure.usage("L'option --\(unknown) n'existe pas.")
        }
        if positional.count > count { throw CommandFailure.usage("« \(positional[count]) » est de trop.") }
    }
}
