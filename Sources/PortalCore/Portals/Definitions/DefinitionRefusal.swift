/// Why a value, or a whole definition, cannot be accepted: in French, without the full stop.
package struct DefinitionRefusal: Error, Hashable, Sendable, CustomStringConvertible {
    package let message: String

    package init(message: String) {
        self.message = message
    }

    package var description: String { message }
}
