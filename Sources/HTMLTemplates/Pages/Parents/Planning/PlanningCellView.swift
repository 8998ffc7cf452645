import PortalCore

/// One unit of a child on a day: a box to tick, or what keeps it from being ticked.
///
/// It writes its markup itself: a page has hundreds of them, and they are most of what it costs.
struct PlanningCellView: HTML {
    typealias Body = Nothing

    let cell: PlanningCell
    /// The sentence that says until when it may be changed.
    var limit: LimitID?

    static func render(_ html: PlanningCellView, into buffer: inout HTMLBuffer) {
        let cell = html.cell
        buffer.raw(cell.mayChange ? "<label class=\"" : "<p class=\"")
        buffer.raw(PlanningMark.boxClass(cell.state))
        // With the activity, which the script filters by.
        buffer.raw(" a")
        buffer.number(Int(cell.activity.rawValue))
        buffer.raw("\">")
        if cell.mayChange { html.writeBox(into: &buffer) } else { IconView.render(IconView(PlanningMark.icon(cell.state)), into: &buffer) }
        buffer.raw("<b>")
        buffer.text(cell.unit.label)
        buffer.raw("</b> <i>")
        html.writeWords(into: &buffer)
        buffer.raw(cell.mayChange ? "</i></label>" : "</i></p>")
    }

    /// What the planning's form sends, and what `Public/planning.js` reads: the price in `data-p`, in `data-x` the units that ticking this one
    /// unticks.
    private func writeBox(into buffer: inout HTMLBuffer) {
        buffer.raw("<input type=\"checkbox\" name=\"")
        buffer.attributeText(BookingFields.ticked)
        buffer.raw("\" value=\"")
        buffer.number(Int(cell.slot.child.rawValue))
        buffer.raw(".")
        buffer.number(Int(cell.slot.unit.rawValue))
        buffer.raw(".")
        buffer.attributeText(cell.slot.date.iso)
        buffer.raw(cell.isTicked ? "\" checked data-p=\"" : "\" data-p=\"")
        buffer.number(Int(PlanningMark.difference(cell).amount))
        if !cell.unit.excluded.isEmpty {
            buffer.raw("\" data-x=\"")
            for (position, unit) in cell.unit.excluded.enumerated() {
                if position > 0 { buffer.raw(.space) }
                buffer.number(Int(unit.rawValue))
            }
        }
        if let limit {
            buffer.raw("\" aria-describedby=\"")
            limit.write(into: &buffer)
        }
        buffer.raw("\">")
    }

    /// The state and the price, or since when nothing changes any more.
    private func writeWords(into buffer: inout HTMLBuffer) {
        switch cell.state {
        case .locked(booked: false):
            if let day = cell.adding.shortDay {
                buffer.raw("clos le ")
                return buffer.text(day)
            }
        case .late(let surcharge):
            buffer.raw("hors délai · ")
            return buffer.text((cell.unit.price + surcharge).french)
        default: break
        }
        buffer.text(PlanningMark.words(cell.state))
        switch cell.state {
        case .free, .booked(asAbsence: false):
            buffer.raw(" · ")
            buffer.text(cell.unit.priceInWords)
        default: break
        }
        if cell.isBooked, let times = cell.times {
            buffer.raw(" · ")
            buffer.text(times.french)
        }
    }
}

/// The id of the sentence that says until when some of a day's boxes may be changed. A page in whole weeks may have the 30th twice.
struct LimitID {
    let index: Int
    let date: CivilDate

    /// "l1105-0".
    var text: String { "l\(date.month * 100 + date.day)-\(index)" }

    func write(into buffer: inout HTMLBuffer) {
        buffer.raw("l")
        buffer.number(date.month * 100 + date.day)
        buffer.raw("-")
        buffer.number(index)
    }
}
