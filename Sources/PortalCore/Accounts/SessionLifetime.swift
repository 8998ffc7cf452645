/// How long a session lasts.
struct SessionLifetime: Hashable, Sendable {
    /// Seconds without a request after which it ends: a family's computer may be everybody's.
    let idle: Int64
    /// Seconds since the login after which it ends however busy it is.
    let longest: Int64

    static let parent = SessionLifetime(idle: 2 * 3600, longest: 12 * 3600)
    /// A working day; shorter without use, since a desk is passed by many people.
    static let staff = SessionLifetime(idle: 3600, longest: 10 * 3600)

    /// When a session that is used now ends if it is not used again.
    func expiry(of createdAt: Instant, usedAt now: Instant) -> Instant {
        min(now.adding(seconds: idle), createdAt.adding(seconds: longest))
    }

    /// Whether lengthening is worth a write: a quarter of the idle time has passed and something can be gained.
    func isRenewalDue(createdAt: Instant, expiresAt: Instant, at now: Instant) -> Bool {
        expiry(of: createdAt, usedAt: now) >= expiresAt.adding(seconds: idle / 4)
    }
}
