package recon.simulator.world;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import recon.simulator.SimulatedAccount;
import recon.simulator.draw.Draw;
import recon.simulator.event.AccountEvent;
import recon.simulator.event.AccountPosition;
import recon.simulator.event.BalanceUpdate;
import recon.simulator.event.ExecutionReport;

/**
 * What subscribers will be told, put in order day by day. What happened in an order's life is noted as it becomes known,
 * which is not the order of the stamps; numbers are given once a day is over.
 */
final class Journal {
    private static final int LATEST_MS = 4;

    private final long seed;
    private final List<SimulatedAccount> accounts;
    private final History history;
    private final Numbers numbers;
    private final long effectDelayMs;
    private final long[] lastSent;
    private final PriorityQueue<Entry> entries =
            new PriorityQueue<>(Comparator.comparingLong(Entry::due).thenComparingLong(Entry::sequence));
    private long sequence;

    private record Entry(long due, long sequence, int account, AccountEvent event, Optional<Docket> docket) {}

    Journal(long seed, List<SimulatedAccount> accounts, History history, Numbers numbers, long effectDelayMs) {
        this.seed = seed;
        this.accounts = accounts;
        this.history = history;
        this.numbers = numbers;
        this.effectDelayMs = effectDelayMs;
        this.lastSent = new long[accounts.size()];
    }

    /** An order is known from here on. */
    void opened(Docket docket) {
        history.add(accounts.get(docket.account()).uid(), docket);
    }

    /** A step in an order's life, and the assets it may have changed. */
    void reported(Docket docket, ExecutionReport draft, List<String> assets) {
        long at = draft.transactionTime();
        note(docket.account(), at, draft, Optional.of(docket));
        if (!assets.isEmpty()) {
            boolean moved = draft.fill().isPresent() || draft.prevention().isPresent();
            position(docket.account(), moved ? at + effectDelayMs : at, at, assets);
        }
    }

    /** A deposit, a withdrawal or a transfer has taken effect. */
    void moved(int account, String asset, long at, BigDecimal amount) {
        tell(account, at, new BalanceUpdate(at, asset, amount, at));
        position(account, at, at, List.of(asset));
    }

    /** Anything else. */
    void tell(int account, long due, AccountEvent event) {
        note(account, due, event, Optional.empty());
    }

    /** Numbers and keeps everything that was due before the instant. */
    void closeDay(long end) {
        for (Entry next = entries.peek(); next != null && next.due < end; next = entries.peek()) {
            entries.remove();
            keep(next);
        }
    }

    private void position(int account, long due, long at, List<String> assets) {
        tell(account, due, new AccountPosition(due, at, assets));
    }

    private void note(int account, long due, AccountEvent event, Optional<Docket> docket) {
        entries.add(new Entry(due, sequence++, account, event, docket));
    }

    private void keep(Entry entry) {
        long late = Draw.of(seed, "event time", entry.account, entry.due).below(LATEST_MS);
        long sent = Math.max(lastSent[entry.account], entry.due + late);
        lastSent[entry.account] = sent;
        AccountEvent event = entry.event instanceof ExecutionReport report
                ? report.numbered(numbers.execution(report.symbol()), sent)
                : entry.event.sentAt(sent);
        if (event instanceof ExecutionReport report) {
            entry.docket.ifPresent(docket -> docket.file(report));
        }
        history.add(accounts.get(entry.account).uid(), event);
    }
}
