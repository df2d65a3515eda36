import Foundation
import HarkLearning

/// The figures of an evaluation.
enum EvaluationPage {
    static func render(_ evaluation: Evaluation, style: Style) -> String {
        var page = Page(style)
        page.line([.init(evaluation.task.rawValue, .strong), .init(sentence(evaluation))])
        page.line([.init(String(format: "%.0f messages per second", evaluation.messagesPerSecond))])
        var text = page.text
        let parts =
            evaluation.bySource.map { ("source " + $0.key, $0.value) }.sorted { $0.0 < $1.0 }
            + evaluation.byLanguage.map { ("language " + $0.key, $0.value) }.sorted { $0.0 < $1.0 }
        text += Table(
            columns: ["OF", "N", "ACCURACY", "MACRO-F1", "QWK", "ECE", "UNSURE"].map { .init(title: $0) },
            rows: parts.map { name, part in
                [
                    .init(name), .init(String(part.n)), .init(figure(part.accuracy)), .init(figure(part.macroF1)),
                    .init(figure(part.qwk)), .init(figure(part.ece)), .init(figure(part.unsureCoverage)),
                ]
            }
        ).render(style)
        text += Table(
            columns: ["CLASS", "N", "PRECISION", "RECALL", "F1"].map { .init(title: $0) }
                + evaluation.task.classes.map { .init(title: "CALLED " + $0.uppercased()) },
            rows: evaluation.task.classes.map { name in classRow(name, evaluation) }
        ).render(style)
        return text
    }

    private static func classRow(_ name: String, _ evaluation: Evaluation) -> [Table.Cell] {
        let score = evaluation.perClass[name]
        return [
            .init(name), .init(String(score?.n ?? 0)), .init(figure(score?.precision)), .init(figure(score?.recall)),
            .init(figure(score?.f1)),
        ] + evaluation.task.classes.map { .init(String(evaluation.confusion[name]?[$0] ?? 0)) }
    }

    /// The figures in one line.
    static func sentence(_ evaluation: Evaluation) -> String {
        var words = [
            "n \(evaluation.n)", "accuracy \(figure(evaluation.accuracy))", "macro-F1 \(figure(evaluation.macroF1))",
        ]
        if let qwk = evaluation.qwk { words.append("QWK \(figure(qwk))") }
        if let raised = evaluation.criticalRaised { words.append("critical raised \(figure(raised))") }
        if let ece = evaluation.ece { words.append("calibration error \(figure(ece))") }
        if let unsure = evaluation.unsureCoverage { words.append("unsure \(figure(unsure))") }
        return words.joined(separator: ", ")
    }

    private static func figure(_ value: Double?) -> String { value.map { String(format: "%.3f", $0) } ?? "" }
}
