import Glibc

/// The socket of one accepted connection; never blocks.
struct ConnectionSocket {
    let descriptor: Int32

    /// What came of a transfer.
    enum Outcome {
        case count(Int)
        case wouldBlock
        /// The peer has finished sending, or the connection is broken.
        case ended
    }

    func receive(into buffer: UnsafeMutableRawBufferPointer) -> Outcome {
        outcome { recv(descriptor, buffer.baseAddress, buffer.count, 0) }
    }

    /// Sends a head and a body in one call, without the first bytes of the two taken together.
    func send(_ head: [UInt8], _ body: [UInt8], skipping skipped: Int) -> Outcome {
        head.withUnsafeBytes { head in
            body.withUnsafeBytes { body in
                let headLeft = UnsafeRawBufferPointer(rebasing: head.dropFirst(skipped))
                let bodyLeft = UnsafeRawBufferPointer(rebasing: body.dropFirst(max(0, skipped - head.count)))
                return withUnsafeTemporaryAllocation(of: iovec.self, capacity: 2) { parts in
                    parts[0] = iovec(iov_base: UnsafeMutableRawPointer(mutating: headLeft.baseAddress), iov_len: headLeft.count)
                    parts[1] = iovec(iov_base: UnsafeMutableRawPointer(mutating: bodyLeft.baseAddress), iov_len: bodyLeft.count)
                    var message = msghdr()
                    message.msg_iov = parts.baseAddress
                    message.msg_iovlen = 2
                    return outcome(endsAtZero: false) { sendmsg(descriptor, &message, Int32(MSG_NOSIGNAL)) }
                }
            }
        }
    }

    /// Tells the peer that nothing more is coming, and still listens.
    func finishSending() { shutdown(descriptor, Int32(SHUT_WR)) }

    func closeNow() { close(descriptor) }

    /// Closes, and throws away what the peer has not taken, which the kernel would keep for minutes otherwise.
    func cut() {
        var none = linger(l_onoff: 1, l_linger: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_LINGER, &none, socklen_t(MemoryLayout<linger>.size))
        close(descriptor)
    }

    private func outcome(endsAtZero: Bool = true, _ call: () -> Int) -> Outcome {
        while true {
            let count = call()
            if count > 0 || count == 0 && !endsAtZero { return .count(count) }
            if count == 0 { return .ended }
            if errno == EINTR { continue }
            return errno == EAGAIN ? .wouldBlock : .ended
        }
    }
}
