import CCurl
import Glibc
import PortalCore

/// Asks other services over HTTPS with libcurl, on a few threads of its own: no page and no event loop waits for them.
///
/// Certificates are checked, addresses that the answer leads on to are not followed, and an answer that is too long or too slow is dropped.
struct HTTPSClient: RemoteExchange {
    private static let isReady = curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK

    private let crew: WorkerCrew
    /// The file of the authorities whose certificates are trusted (PEM); nil for those that the system trusts.
    private let authorities: String?

    /// - Throws: `ThreadShortage`.
    init(authorities: String?) throws(ThreadShortage) {
        crew = try WorkerCrew(size: 4, capacity: 64)
        self.authorities = authorities
    }

    func answer(to request: RemoteRequest) async throws(RemoteFailure) -> RemoteAnswer {
        guard WebAddress(request.address) != nil, HTTPSClient.isReady else { throw .notSecure }
        let result = await withCheckedContinuation { continuation in
            let taken = crew.submit { [authorities] in
                continuation.resume(returning: Result { () throws(RemoteFailure) in try HTTPSCall(request, authorities).perform() })
            }
            if case .taken = taken { return }
            continuation.resume(returning: .failure(RemoteFailure.busy))
        }
        return try result.get()
    }
}
