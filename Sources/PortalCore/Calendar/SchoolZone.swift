/// One of the three holiday zones of metropolitan France (arrêté on the national school calendar).
package enum SchoolZone: String, CaseIterable, Hashable, Sendable {
    case a = "A"
    case b = "B"
    case c = "C"
}
