import CLibcurl
import HarkCore

/// Sets the options of a handle and remembers the first complaint, so that a long list reads as a list.
struct CurlOptions {
    let easy: UnsafeMutableRawPointer
    /// The first complaint of libcurl.
    private(set) var problem: CURLcode?
    /// Lists that must live as long as the handle.
    private(set) var lists: [UnsafeMutablePointer<curl_slist>] = []

    init(_ easy: UnsafeMutableRawPointer) { self.easy = easy }

    mutating func set(_ option: CURLoption, _ value: Int) { note(hark_curl_set_long(easy, option, value)) }

    mutating func set(_ option: CURLoption, _ value: String) { note(hark_curl_set_string(easy, option, value)) }

    /// Sets a list of strings; an empty one stays unset.
    mutating func set(_ option: CURLoption, _ values: [String]) {
        var list: UnsafeMutablePointer<curl_slist>?
        for value in values {
            guard let longer = curl_slist_append(list, value) else {
                note(CURLE_OUT_OF_MEMORY)
                break
            }
            list = longer
        }
        guard let list else { return }
        lists.append(list)
        note(hark_curl_set_list(easy, option, list))
    }

    /// Sets a request body; libcurl copies it.
    mutating func setBody(_ bytes: [UInt8]) {
        note(hark_curl_set_offset(easy, CURLOPT_POSTFIELDSIZE_LARGE, curl_off_t(bytes.count)))
        bytes.withUnsafeBytes { buffer in
            // An empty array may have no address, and libcurl would take a missing body for a callback.
            withUnsafePointer(to: UInt8(0)) { nothing in
                let start = buffer.baseAddress ?? UnsafeRawPointer(nothing)
                note(hark_curl_set_pointer(easy, CURLOPT_COPYPOSTFIELDS, UnsafeMutableRawPointer(mutating: start)))
            }
        }
    }

    /// Announces the size of what the read callback will hand out.
    mutating func setUpload(count: Int) {
        set(CURLOPT_UPLOAD, 1)
        note(hark_curl_set_offset(easy, CURLOPT_INFILESIZE_LARGE, curl_off_t(count)))
    }

    /// Lets libcurl's callbacks reach the job behind the pointer.
    mutating func connectCallbacks(to job: UnsafeMutableRawPointer) {
        note(hark_curl_set_pointer(easy, CURLOPT_WRITEDATA, job))
        note(hark_curl_set_pointer(easy, CURLOPT_HEADERDATA, job))
        note(hark_curl_set_pointer(easy, CURLOPT_READDATA, job))
        note(
            hark_curl_set_bytes(easy, CURLOPT_WRITEFUNCTION) { bytes, size, count, job in
                CurlOptions.job(job)?.receive(UnsafeRawBufferPointer(start: bytes, count: size * count)) ?? 0
            }
        )
        note(
            hark_curl_set_bytes(easy, CURLOPT_HEADERFUNCTION) { bytes, size, count, job in
                CurlOptions.job(job)?.receiveLine(UnsafeRawBufferPointer(start: bytes, count: size * count)) ?? 0
            }
        )
        note(
            hark_curl_set_bytes(easy, CURLOPT_READFUNCTION) { bytes, size, count, job in
                CurlOptions.job(job)?.send(into: UnsafeMutableRawBufferPointer(start: bytes, count: size * count)) ?? 0
            }
        )
    }

    /// What HTTP and mail have in common: time, no signals, TLS 1.2 or newer.
    mutating func setCommon(timeout: Span) {
        let limit = Int(max(timeout.milliseconds, 1))
        set(CURLOPT_NOSIGNAL, 1)
        set(CURLOPT_TIMEOUT_MS, limit)
        set(CURLOPT_CONNECTTIMEOUT_MS, min(limit, 10_000))
        set(CURLOPT_TCP_KEEPALIVE, 1)
        set(CURLOPT_SSLVERSION, Int(CURL_SSLVERSION_TLSv1_2))
        set(CURLOPT_FOLLOWLOCATION, 0)
    }

    private static func job(_ pointer: UnsafeMutableRawPointer?) -> CurlJob? {
        pointer.map { Unmanaged<CurlJob>.fromOpaque($0).takeUnretainedValue() }
    }

    mutating func note(_ result: CURLcode) {
        if result != CURLE_OK, problem == nil { problem = result }
    }
}
