/// Makes one report, on whichever thread; nil where the task it runs in is cancelled.
package typealias ReportJob = @Sendable () -> Report?
