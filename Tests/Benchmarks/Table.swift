import Glibc

/// A table of text: the first column to the left, the others to the right.
struct Table {
    private var rows: [[String]]

    init(_ heads: String...) { rows = [heads] }

    mutating func add(_ cells: String...) { add(cells) }

    mutating func add(_ cells: [String]) { rows.append(cells) }

    func print() {
        let widths = (rows.first ?? []).indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
        for row in rows {
            let cells = zip(row, widths).enumerated().map { index, cell in
                let space = String(repeating: " ", count: cell.1 - cell.0.count)
                return index == 0 ? cell.0 + space : space + cell.0
            }
            Swift.print(cells.joined(separator: "  "))
        }
        Swift.print("")
        // Into a pipe too, a table as soon as it is known.
        fflush(nil)
    }
}

extension Double {
    /// "12 345", "86.4", "0.93": three digits that matter.
    var short: String {
        if self >= 100 || self == 0 { return Int(rounded()).grouped }
        let factor: Double = self >= 10 ? 10 : 100
        let scaled = Int((self * factor).rounded())
        let rest = String(scaled % Int(factor))
        return "\(scaled / Int(factor)).\(String(repeating: "0", count: factor == 10 ? 0 : 2 - rest.count))\(rest)"
    }
}

extension Int {
    /// Digits by three.
    var grouped: String {
        let digits = Array(String(self))
        return digits.indices.map { ($0 > 0 && (digits.count - $0) % 3 == 0 ? " " : "") + String(digits[$0]) }.joined()
    }
}
