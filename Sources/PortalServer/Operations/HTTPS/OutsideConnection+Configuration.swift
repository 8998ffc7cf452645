import Glibc
import PortalCore

extension OutsideConnection {
    /// The outside services of a data folder's portals, by their names in addresses, as DATA/services.yaml sets them up.
    ///
    /// - Throws: `CommandFailure` with what is wrong in the file.
    static func all(in data: String, _ portals: [Portal]) throws -> [String: OutsideConnection] {
        func variable(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }
        let services: [String: OutsideServices]
        do {
            services = try OutsideServicesFile(data: data).read(variable: variable)
        } catch let error as DefinitionError {
            throw CommandFailure(message: "\(error)")
        } catch let error as DefinitionRefusal {
            throw CommandFailure(message: error.message)
        }
        guard !services.isEmpty else { return [:] }
        if let stranger = services.keys.sorted().first(where: { slug in !portals.contains { $0.slug == slug } }) {
            throw CommandFailure(message: "services.yaml parle du portail «\u{A0}\(stranger)\u{A0}», qui n'est pas dans \(data).")
        }
        let exchange: HTTPSClient
        do {
            exchange = try HTTPSClient(authorities: variable("SSL_CERT_FILE"))
        } catch {
            throw CommandFailure(message: "le système ne donne pas de fil d'exécution pour les services extérieurs (erreur \(error.code)).")
        }
        return services.mapValues { OutsideConnection(services: $0, exchange: exchange, clock: SystemClock()) }
    }
}
