import CLinux

/// What the C library keeps of the memory that a page gave back, for the next page.
///
/// Without it, a page's buffers, of some hundred kilobytes, are asked of the system and returned each time, and the system clears them anew.
enum HeapReserve {
    /// To be said before the first thread starts: each thread's heap then keeps up to this much.
    static func keep() {
        mallopt(M_TRIM_THRESHOLD, 16 << 20)
        mallopt(M_TOP_PAD, 1 << 20)
        mallopt(M_MMAP_THRESHOLD, 4 << 20)
    }
}
