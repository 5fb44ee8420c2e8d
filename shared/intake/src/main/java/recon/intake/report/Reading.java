package recon.intake.report;

import static java.util.Objects.requireNonNull;

import recon.binance.executionreport.ExecutionReport;
import recon.ledger.RawRef;
import recon.ledger.symbol.Symbol;
import recon.storage.execution.ExecutionMessage;
import recon.storage.execution.ReportedExecution;

/** What a message turned out to be. */
public sealed interface Reading {
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

        /** The name of its symbol. */
        public String symbol() {
            return report.execution().order().symbol();
        }

        /**
         * What is recorded of it.
         *
         * @param symbol its symbol
         * @param raw where it is archived
         */
        public ReportedExecution execution(Symbol symbol, RawRef raw) {
            return new ReportedExecution(
                    report.execution(),
                    symbol.baseAsset(),
                    symbol.quoteAsset(),
                    report.eventTime(),
                    message.receivedAt(),
                    raw);
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
