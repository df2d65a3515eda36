import Foundation
import GRDB
import HarkCore

/// The comparisons of the query language as SQL functions, so that both evaluations share one meaning.
enum QueryFunctions {
    static func install(in database: Database) {
        database.add(function: same)
        database.add(function: from)
    }

    /// `hark_same(column, value)`: equal in the language's sense.
    private static let same = DatabaseFunction("hark_same", argumentCount: 2, pure: true) { values in
        guard let left = String.fromDatabaseValue(values[0]), let right = String.fromDatabaseValue(values[1]) else {
            return false
        }
        return Query.key(left).utf8.elementsEqual(Query.key(right).utf8)
    }

    /// `hark_from(value, listed author, identity JSON)`.
    private static let from = DatabaseFunction("hark_from", argumentCount: 3, pure: true) { values in
        guard let value = String.fromDatabaseValue(values[0]), let listed = String.fromDatabaseValue(values[1]) else {
            return false
        }
        let identity = try String.fromDatabaseValue(values[2]).map {
            try JSONDecoder().decode(Author.self, from: Data($0.utf8))
        }
        return Query.isFrom(value, author: identity, listed: listed)
    }
}
