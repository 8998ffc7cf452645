/// First in, first out; adding and taking cost the same however long it is.
struct Queue<Element> {
    private var elements: [Element] = []
    private var taken = 0

    var count: Int { elements.count - taken }

    mutating func add(_ element: Element) { elements.append(element) }

    mutating func take() -> Element? {
        guard taken < elements.count else { return nil }
        let element = elements[taken]
        taken += 1
        if taken == elements.count {
            elements.removeAll(keepingCapacity: taken <= 1024)
            taken = 0
        } else if taken >= 256 && taken * 2 >= elements.count {
            elements.removeFirst(taken)
            taken = 0
        }
        return element
    }
}

extension Queue: Sendable where Element: Sendable {}
