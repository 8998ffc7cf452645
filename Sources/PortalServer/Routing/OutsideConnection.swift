import PortalCore

/// The services that a portal uses outside, and the way to them.
struct OutsideConnection: Sendable {
    let services: OutsideServices
    let exchange: any RemoteExchange
    /// The outside world's time: not a demo's.
    let clock: any PortalClock
}
