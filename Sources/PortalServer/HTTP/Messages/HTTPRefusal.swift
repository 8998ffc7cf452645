/// Why a message is not answered by a handler. The connection is closed after it, because what follows cannot be trusted.
enum HTTPRefusal: Error, Hashable, CaseIterable {
    // The request line (RFC 9112 section 3).
    case malformedRequestLine, methodTooLong, malformedVersion, unsupportedVersion
    case requestLineTooLong, malformedTarget, methodNotServed
    // The field lines (RFC 9112 section 5).
    case bareLineBreak, controlCharacter, malformedFieldLine, foldedFieldLine, tooManyFields, headTooLarge
    // Who is asked (RFC 9112 section 3.2).
    case missingHost, repeatedHost, malformedHost
    // Where the body ends (RFC 9112 section 6).
    case malformedContentLength, repeatedContentLength, ambiguousLength, unsupportedTransferCoding, malformedTransferEncoding
    case malformedChunk, chunkOverheadTooLarge, forbiddenTrailer, bodyTooLarge
    /// An expectation other than 100-continue (RFC 9110 section 10.1.1).
    case unknownExpectation
    /// The path cannot be decoded: a bad `%`, an encoded slash or NUL, a dot segment, bytes that are not UTF-8.
    case undecodablePath
    case undecodableQuery
    /// The client was too slow.
    case timeout

    var status: HTTPStatus {
        switch self {
        case .unsupportedVersion: .versionNotSupported
        case .requestLineTooLong: .uriTooLong
        case .methodTooLong, .methodNotServed, .unsupportedTransferCoding: .notImplemented
        case .tooManyFields, .headTooLarge: .headerFieldsTooLarge
        case .bodyTooLarge: .contentTooLarge
        case .unknownExpectation: .expectationFailed
        case .timeout: .requestTimeout
        default: .badRequest
        }
    }

    /// What the visitor reads, where a person and not a program has sent the request.
    var explanation: String {
        switch self {
        case .bodyTooLarge: "Cet envoi est trop volumineux."
        case .requestLineTooLong: "Cette adresse est trop longue."
        case .undecodablePath, .undecodableQuery, .malformedTarget: "Cette adresse est mal écrite."
        case .tooManyFields, .headTooLarge: "Le navigateur envoie trop d'informations. Effacez les cookies de ce site, puis réessayez."
        case .timeout: "La demande n'est pas arrivée à temps. Réessayez."
        default: "Cette demande n'est pas du HTTP que ce serveur puisse lire."
        }
    }
}
