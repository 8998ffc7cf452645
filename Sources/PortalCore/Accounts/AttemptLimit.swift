/// How many failures are free, and how the delay grows afterwards: it doubles from `firstDelay` to `longestDelay` seconds.
package struct AttemptLimit: Hashable, Sendable {
    package let free: Int
    package let firstDelay: Int64
    package let longestDelay: Int64

    package init(free: Int, firstDelay: Int64, longestDelay: Int64) {
        self.free = free
        self.firstDelay = firstDelay
        self.longestDelay = longestDelay
    }

    /// One login from one address: whoever mistypes often.
    package static let loginFromAddress = AttemptLimit(free: 5, firstDelay: 15, longestDelay: 900)
    /// One login from everywhere: a guess spread over many addresses. The delay stays short, its owner must get in.
    package static let login = AttemptLimit(free: 20, firstDelay: 5, longestDelay: 60)
    /// One address for all logins. Generous: a mobile operator or a town hall puts many families behind one.
    package static let address = AttemptLimit(free: 50, firstDelay: 15, longestDelay: 900)
    /// Clés enfance tried from one address.
    package static let activationKeys = AttemptLimit(free: 10, firstDelay: 30, longestDelay: 900)

    /// Codes of one owner's app, tried after the right password. The delay stays short, the owner must get in.
    package static let oneTimeCodes = AttemptLimit(free: 5, firstDelay: 10, longestDelay: 300)
    /// Links for a new password asked for from one address.
    package static let passwordResets = AttemptLimit(free: 10, firstDelay: 30, longestDelay: 900)
    /// Links that confirm an address, sent again to one account.
    package static let confirmationMails = AttemptLimit(free: 3, firstDelay: 60, longestDelay: 900)
    /// Accounts without a clé enfance made from one address.
    package static let newcomers = AttemptLimit(free: 5, firstDelay: 60, longestDelay: 3600)

    /// The delay after so many failures, in seconds.
    package func delay(after failures: Int) -> Int64 {
        guard failures >= free else { return 0 }
        return min(firstDelay << Int64(min(failures - free, 20)), longestDelay)
    }
}
