package recon.record.report;

import static java.util.Objects.requireNonNull;

import recon.binance.executionreport.ExecutionReport;
import recon.storage.execution.ExecutionMessage;

/** What a message turned out to be. */
sealed interface Reading {
    /**
     * A report.
     *
     * @param message how it came
     * @param report what it says
     */
    record Understood(ExecutionMessage message, ExecutionReport report) implements Reading {
        public Understood {
            requireNonNull(message, "message is null");
            requireNonNull(report, "report is null");
        }
    }

    /**
     * Nothing that can ever be recorded.
     *
     * @param account whose, as far as it says; else {@code exchange}
     * @param reason for people
     */
    record Unusable(String account, String reason) implements Reading {
        public Unusable {
            requireNonNull(account, "account is null");
            requireNonNull(reason, "reason is null");
        }
    }
}
