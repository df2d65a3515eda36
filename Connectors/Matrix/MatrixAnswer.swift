import HarkCore

/// What `/sync` answers.
struct SyncAnswer: Decodable, Sendable {
    struct Timeline: Decodable, Sendable {
        var events: [Lenient<MatrixEvent>]?
        @Tolerated var limited: Bool?
        @Tolerated var prev_batch: String?
    }
    struct Events: Decodable, Sendable {
        var events: [Lenient<MatrixEvent>]?
    }
    struct Joined: Decodable, Sendable {
        var timeline: Timeline?
        @Tolerated var state: Events?
    }
    struct Invited: Decodable, Sendable {
        @Tolerated var invite_state: Events?
    }
    struct Rooms: Decodable, Sendable {
        var join: [String: Lenient<Joined>]?
        @Tolerated var invite: [String: Lenient<Invited>]?
        var leave: [String: Lenient<Joined>]?
    }
    struct AccountData: Decodable, Sendable {
        var events: [Lenient<AccountEvent>]?
    }
    /// Only `m.direct` is looked at: rooms by the person they are shared with.
    struct AccountEvent: Decodable, Sendable {
        var type: String
        var rooms: [String: [String]]

        private enum CodingKeys: String, CodingKey {
            case type, content
        }

        init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: CodingKeys.self)
            type = try container.decode(String.self, forKey: .type)
            rooms = type == "m.direct" ? container.ifReadable([String: [String]].self, .content) ?? [:] : [:]
        }
    }

    var next_batch: String?
    var rooms: Rooms?
    @Tolerated var account_data: AccountData?
}

/// What `/messages` answers.
struct MessagesAnswer: Decodable, Sendable {
    var chunk: [Lenient<MatrixEvent>]?
    var start: String?
    var end: String?
}

/// What `/notifications` answers: events with their rooms.
struct NotificationsAnswer: Decodable, Sendable {
    struct Notification: Decodable, Sendable {
        var event: MatrixEvent
        var room_id: String?
    }
    var notifications: [Lenient<Notification>]?
}

/// What an error says.
struct MatrixRefusal: Decodable, Sendable {
    var errcode: String?
    var error: String?
    var retry_after_ms: Int64?
    var soft_logout: Bool?

    private enum CodingKeys: String, CodingKey {
        case errcode, error, retry_after_ms, soft_logout
    }

    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        errcode = container.ifReadable(String.self, .errcode)
        error = container.ifReadable(String.self, .error)
        retry_after_ms = container.ifReadable(Int64.self, .retry_after_ms)
        soft_logout = container.ifReadable(Bool.self, .soft_logout)
    }
}
