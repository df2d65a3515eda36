import Testing

/// Flows from payload to screen against the real binary. One after the other, because each starts processes that would
/// fight for the processor; what mostly waits stands in ``PatientFlows``.
@Suite(.serialized, .timeLimit(.minutes(5)))
enum Flows {}

/// Flows that mostly wait for retries and time limits; they run beside the others.
@Suite(.timeLimit(.minutes(3)))
enum PatientFlows {}
