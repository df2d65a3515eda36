import Hummingbird

/// Routes whose answers take their time.
func streamRouter() -> Router<BasicRequestContext> {
    let router = Router()
    router.get("/slow") { _, _ in
        Response(
            status: .ok,
            body: ResponseBody { writer in
                for part in ["one ", "two ", "three"] { try await writer.write(ByteBuffer(string: part)) }
                try await writer.finish(nil)
            }
        )
    }
    router.get("/silent") { _, _ in
        Response(
            status: .ok,
            body: ResponseBody { writer in
                try await writer.write(ByteBuffer(string: "hello"))
                try await Task.sleep(for: .seconds(50))
                try await writer.finish(nil)
            }
        )
    }
    router.get("/refused") { _, _ in
        Response(status: .forbidden, body: .init(byteBuffer: ByteBuffer(string: "no")))
    }
    return router
}
