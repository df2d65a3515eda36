#if canImport(Glibc)
    import CMalloc
#endif

/// The memory of this process.
enum ProcessMemory {
    /// Hands freed memory back to the system; without this, the allocator of glibc keeps what a start or a busy hour took.
    static func giveBack() {
        #if canImport(Glibc)
            malloc_trim(0)
        #endif
    }
}
