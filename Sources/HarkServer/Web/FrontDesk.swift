import HarkCore
import Hummingbird
import Logging

/// What every request passes: it is measured, every error leaves as a problem, every answer carries the safe headers.
struct FrontDesk: RouterMiddleware {
    let table: EndpointTable
    let meter: Meter

    func handle(
        _ request: Request,
        context: RequestScope,
        next: (Request, RequestScope) async throws -> Response
    ) async throws -> Response {
        let started = ContinuousClock.now
        var response: Response
        do {
            response = try await next(request, context)
        } catch {
            response = problem(for: error, request: request, context: context).response()
        }
        response.headers[.cacheControl] = "no-store"
        response.headers[.xContentTypeOptions] = "nosniff"
        response.headers[.requestID] = context.id
        meter.request(
            route: route(of: context),
            method: request.method.rawValue,
            code: response.status.code,
            seconds: started.duration(to: .now) / .seconds(1)
        )
        return response
    }

    /// The template, never the address: labels must not grow with what strangers send.
    private func route(of context: RequestScope) -> String {
        context.endpointPath.flatMap { $0 == "NotFound" ? nil : $0 } ?? "none"
    }

    private func problem(for error: any Error, request: Request, context: RequestScope) -> Problem {
        switch error {
        case let problem as Problem:
            return problem
        case let failure as Failure:
            if failure.code == .internalError || failure.code == .storage { log(failure, context) }
            return Problem(failure, requestID: context.id)
        case let error as HTTPError where error.status == .notFound:
            let methods = table.methods(for: request.uri.path)
            return methods.isEmpty
                ? Problem(Failure(.notFound, "there is nothing at this address"), requestID: context.id)
                : .methodNotAllowed(methods, requestID: context.id)
        default:
            log(error, context)
            return Problem(Failure(.internalError, ""), requestID: context.id)
        }
    }

    private func log(_ error: any Error, _ context: RequestScope) {
        context.logger.error("request failed", metadata: ["error": "\(error)"])
    }
}
