/// Numbers that follow from a seed and a name, so that each family of a demo is drawn on its own and always the same (SplitMix64).
struct DemoRandom: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64, name: String) {
        // FNV-1a: spreads the names over all states.
        state = name.utf8.reduce(seed ^ 0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0100_0000_01b3 }
    }

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return mixed ^ (mixed >> 31)
    }

    mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }

    /// True so many times out of a hundred.
    mutating func chance(_ percent: Int) -> Bool { number(1...100) <= percent }

    /// One of a list that is not empty.
    mutating func pick<Item>(_ items: [Item]) -> Item { items[number(0...items.count - 1)] }

    /// One of a list, each as often as its weight says.
    mutating func pick<Item>(weighted items: [(weight: Int, item: Item)]) -> Item {
        var draw = number(1...items.reduce(0) { $0 + $1.weight })
        for (weight, item) in items.dropLast() {
            if draw <= weight { return item }
            draw -= weight
        }
        return items[items.count - 1].item
    }
}
