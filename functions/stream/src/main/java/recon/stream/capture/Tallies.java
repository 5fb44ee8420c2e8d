package recon.stream.capture;

import static java.util.Objects.requireNonNull;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import recon.stream.connection.LinkState;
import recon.stream.connection.StreamAccount;
import recon.stream.delivery.ExecutionQueue;
import recon.stream.delivery.QueueAnswer;
import recon.stream.report.Report;
import recon.stream.spool.Spool;

/** Counts reports account by account, by looking at what goes to the queue and to the disk. */
final class Tallies {
    private final Map<String, Tally> byUid = new HashMap<>();
    private long startedAt = Long.MIN_VALUE;

    Tallies(List<StreamAccount> accounts) {
        accounts.forEach(account -> byUid.put(account.uid(), new Tally()));
    }

    private static final class Tally {
        private long received;
        private long queued;
        private long spooled;
        private long recovered;
        private OptionalLong lastAt = OptionalLong.empty();
    }

    /** What was received before is of an earlier process. */
    void start(long now) {
        startedAt = now;
    }

    void received(Report report) {
        Tally tally = of(report);
        tally.received++;
        tally.lastAt = OptionalLong.of(report.receivedAt());
    }

    AccountStatus status(String uid, LinkState state, boolean refused) {
        Tally tally = requireNonNull(byUid.get(uid), "every account has a tally");
        return new AccountStatus(
                uid,
                state,
                refused,
                tally.received,
                tally.queued,
                // A batch that was sent again because its answer came late may count twice as queued.
                Math.max(0, tally.received - tally.queued - tally.spooled),
                tally.spooled,
                tally.recovered,
                tally.lastAt);
    }

    /** The queue, with its answers counted. */
    ExecutionQueue watch(ExecutionQueue queue) {
        return (batch, receipt) -> queue.send(batch, (now, answer) -> {
            count(batch, answer);
            receipt.answered(now, answer);
        });
    }

    private void count(List<Report> batch, QueueAnswer answer) {
        switch (answer) {
            case QueueAnswer.Accepted _ -> batch.forEach(this::queued);
            case QueueAnswer.Partly(Set<Integer> again, String _) -> {
                for (int i = 0; i < batch.size(); i++) {
                    if (!again.contains(i)) {
                        queued(batch.get(i));
                    }
                }
            }
            case QueueAnswer.Failed _ -> {
                // Nothing of it is known to be in the queue.
            }
        }
    }

    private void queued(Report report) {
        if (isOurs(report)) {
            of(report).queued++;
        } else {
            of(report).recovered++;
        }
    }

    /** The spool, with what goes in and out counted. */
    Spool watch(Spool spool) {
        return new Spool() {
            @Override
            public boolean append(Report report) {
                boolean kept = spool.append(report);
                if (kept && isOurs(report)) {
                    of(report).spooled++;
                }
                return kept;
            }

            @Override
            public List<Spooled> take(int most) {
                List<Spooled> taken = spool.take(most);
                for (Spooled each : taken) {
                    if (isOurs(each.report())) {
                        of(each.report()).spooled--;
                    }
                }
                return taken;
            }

            @Override
            public void done(long ticket) {
                spool.done(ticket);
            }

            @Override
            public boolean hasMore() {
                return spool.hasMore();
            }

            @Override
            public long bytes() {
                return spool.bytes();
            }
        };
    }

    private boolean isOurs(Report report) {
        return report.receivedAt() >= startedAt;
    }

    /** What lies on disk may be of an account that is not captured any more. */
    private Tally of(Report report) {
        return byUid.computeIfAbsent(report.account(), _ -> new Tally());
    }
}
