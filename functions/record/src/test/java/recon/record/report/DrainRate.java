package recon.record.report;

import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.logging.Level;
import java.util.logging.Logger;
import recon.binance.executionreport.ExecutionReportReader;
import recon.binance.json.ExchangeJson;
import recon.ledger.symbol.Symbol;
import recon.ledger.symbol.SymbolListing;
import recon.record.symbol.ExchangeInfoRun;
import recon.record.symbol.SymbolDirectory;
import recon.storage.batch.QueuedMessage;
import recon.storage.execution.ExecutionTables;
import recon.storage.execution.ReportObjects;
import recon.storage.queue.DeadLetters;
import recon.storage.registry.Registry;
import recon.storage.schema.Schema;
import recon.storage.testing.Installation;
import recon.storage.work.Runs;

/** Measures how many reports a second one worker records on the embedded stack. Not a test: run it by hand. */
final class DrainRate {
    private static final Logger QUIET = Logger.getLogger("recon.record");
    private static final int BATCH = 1000;
    private static final int BATCHES = 60;
    private static final int EXECUTIONS_OF_AN_ORDER = 4;

    private DrainRate() {}

    public static void main(String[] arguments) {
        QUIET.setLevel(Level.WARNING);
        InstantSource clock = Clock.systemUTC();
        Installation stack = Installation.fresh();
        Registry registry = new Registry(stack.clients(), stack.settings());
        registry.listed(new SymbolListing(
                clock.instant(), List.of(new Symbol("ABCUSDT", "ABC", "USDT", "TRADING", true, false)), Map.of()));
        Recorder recorder = new Recorder(
                new ReportObjects(stack.clients(), stack.settings()),
                new ExecutionReportReader(ExchangeJson.mapper()),
                new SymbolDirectory(registry::symbols),
                new ExchangeInfoRun(new Runs(stack.clients(), stack.settings(), clock)),
                new ExecutionTables(stack.clients(), stack.settings()),
                events -> {},
                new RejectedReports(registry, new DeadLetters(stack.clients(), stack.settings(), Schema.RECORD)),
                clock);
        for (boolean twice : new boolean[] {false, true}) {
            long nanos = 0;
            int measured = 0;
            for (int batch = 0; batch < BATCHES; batch++) {
                List<QueuedMessage> messages = batch(batch + (twice ? BATCHES : 0), twice);
                long began = System.nanoTime();
                recorder.record(messages);
                if (batch >= BATCHES / 3) {
                    nanos += System.nanoTime() - began;
                    measured += messages.size();
                }
            }
            System.out.printf(
                    "%s: %d reports in %d ms, %d reports/s%n",
                    twice ? "each report twice in a batch" : "every report new",
                    measured,
                    Duration.ofNanos(nanos).toMillis(),
                    measured * 1_000_000_000L / nanos);
        }
        Runtime.getRuntime().halt(0);
    }

    /** Orders with four executions each, shuffled. */
    private static List<QueuedMessage> batch(int number, boolean twice) {
        int different = twice ? BATCH / 2 : BATCH;
        List<QueuedMessage> messages = new ArrayList<>(BATCH);
        for (int i = 0; i < BATCH; i++) {
            long execution = (long) number * BATCH + i % different + 1;
            messages.add(
                    Event.of(execution / EXECUTIONS_OF_AN_ORDER, execution, "TRADE", "PARTIALLY_FILLED", "5", "1", "10")
                            .traded("1", "10", "0.001", "ABC")
                            .message("m" + i, "a/" + i / different));
        }
        Collections.shuffle(messages, new Random(number));
        return messages;
    }
}
