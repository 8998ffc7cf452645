/// The part of a network address that stands for one subscriber: the whole of an IPv4 address, the first 64 bits of an IPv6 one
/// (a subscriber owns all the addresses behind them).
package struct RemoteAddress: Hashable, Sendable {
    package let subscriber: String

    package init(_ address: String) {
        guard address.contains(":"), !address.contains(".") else {
            subscriber = address
            return
        }
        let halves = address.split(separator: "::", maxSplits: 1, omittingEmptySubsequences: false).map { $0.split(separator: ":") }
        let missing = halves.count == 2 ? max(0, 8 - halves[0].count - halves[1].count) : 0
        let groups = halves[0].map(String.init) + Array(repeating: "0", count: missing) + (halves.count == 2 ? halves[1].map(String.init) : [])
        subscriber = groups.prefix(4).map { String(Int($0, radix: 16) ?? 0, radix: 16) }.joined(separator: ":")
    }
}
