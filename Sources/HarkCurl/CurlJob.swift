import CLibcurl
import HarkCore

/// One transfer on the loop's thread: the easy handle and the buffers that libcurl's callbacks fill.
///
/// Never leaves the thread. The loop keeps it alive while libcurl holds the pointer given to the callbacks.
final class CurlJob {
    /// More header bytes than this, and the transfer ends: no provider needs them.
    private static let linesLimit = 256 << 10

    /// libcurl's handle.
    let easy: UnsafeMutableRawPointer
    private let answer: CurlInbox.Answer
    private let errorText: UnsafeMutablePointer<CChar>
    private let responseLimit: Int
    /// Where the parts of a stream go, if this is one.
    private let handOn: (@Sendable ([UInt8]) -> Void)?
    private var lists: [UnsafeMutablePointer<curl_slist>] = []
    private var upload: [UInt8] = []
    private var uploaded = 0
    private var lines: [String] = []
    private var lineBytes = 0
    private var body: [UInt8] = []
    private var isTooLarge = false

    init?(id: Int, order: CurlOrder, answer: CurlInbox.Answer) {
        guard let easy = curl_easy_init() else { return nil }
        self.easy = easy
        self.answer = answer
        responseLimit = order.responseLimit
        handOn = if case .stream(_, let receive) = order { receive } else { nil }
        errorText = .allocate(capacity: Int(CURL_ERROR_SIZE))
        errorText.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE))
        _ = hark_curl_set_pointer(easy, CURLOPT_PRIVATE, UnsafeMutableRawPointer(bitPattern: id))
        _ = hark_curl_set_pointer(easy, CURLOPT_ERRORBUFFER, errorText)
    }

    deinit {
        curl_easy_cleanup(easy)
        for list in lists { curl_slist_free_all(list) }
        errorText.deallocate()
    }

    /// The id a handle was made with. Libcurl carries an integer, not an object.
    static func id(of easy: UnsafeMutableRawPointer) -> Int {
        var pointer: UnsafeMutableRawPointer?
        _ = hark_curl_get_pointer(easy, CURLINFO_PRIVATE, &pointer)
        return Int(bitPattern: pointer)
    }

    /// Sets every option; returns libcurl's complaint, if any.
    func prepare(_ order: CurlOrder, authorities: String?) -> CURLcode? {
        var options = CurlOptions(easy)
        options.connectCallbacks(to: Unmanaged.passUnretained(self).toOpaque())
        switch order {
        case .http(let request):
            options.setHTTP(request)
        case .stream(let request, _):
            options.setStream(request)
        case .mail(let mail, let access):
            upload = Array(mail.message.utf8)
            options.setMail(mail, at: access)
        }
        if let authorities { options.set(CURLOPT_CAINFO, authorities) }
        lists = options.lists
        return options.problem
    }

    /// Gives the caller its answer. Once.
    func finish(_ outcome: CurlOutcome) { answer.resume(returning: outcome) }

    /// What libcurl's result means for this job.
    func outcome(_ result: CURLcode) -> CurlOutcome {
        var sent = 0
        var status = 0
        _ = hark_curl_get_long(easy, CURLINFO_REQUEST_SIZE, &sent)
        _ = hark_curl_get_long(easy, CURLINFO_RESPONSE_CODE, &status)
        let ending: CurlOutcome.Ending =
            if isTooLarge { .tooLarge } else if result == CURLE_OK { .complete } else {
                .failed(result, detail(result))
            }
        return CurlOutcome(ending: ending, status: status, lines: lines, body: body, hasSent: sent > 0)
    }

    /// Whether the answer so far is a 2xx.
    private var isWelcome: Bool {
        var status = 0
        _ = hark_curl_get_long(easy, CURLINFO_RESPONSE_CODE, &status)
        return (200..<300).contains(status)
    }

    private func detail(_ result: CURLcode) -> String {
        let text = String(cString: errorText)
        return text.isEmpty ? String(cString: curl_easy_strerror(result)) : text
    }

    // MARK: - What libcurl's callbacks do

    /// Takes a part of the answer's body; anything but the count ends the transfer.
    func receive(_ bytes: UnsafeRawBufferPointer) -> Int {
        if let handOn, isWelcome {
            handOn([UInt8](bytes))
            return bytes.count
        }
        guard body.count + bytes.count <= responseLimit else {
            isTooLarge = true
            return 0
        }
        body.append(contentsOf: bytes)
        return bytes.count
    }

    /// Takes a header line; a status line begins the header of another answer (an interim one came before).
    func receiveLine(_ bytes: UnsafeRawBufferPointer) -> Int {
        let line = String(decoding: bytes, as: UTF8.self)
        if line.hasPrefix("HTTP/") { (lines, lineBytes) = ([], 0) }
        lineBytes += bytes.count
        guard lineBytes <= Self.linesLimit else {
            isTooLarge = true
            return 0
        }
        lines.append(line)
        return bytes.count
    }

    /// Hands out the next part of the upload; 0 at its end.
    func send(into buffer: UnsafeMutableRawBufferPointer) -> Int {
        let part = upload[uploaded...].prefix(buffer.count)
        buffer.copyBytes(from: part)
        uploaded += part.count
        return part.count
    }
}
