package recon.stream.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import recon.binance.client.Credentials;
import recon.storage.watermark.Watermark;
import recon.stream.capture.Capture;
import recon.stream.capture.CaptureSettings;
import recon.stream.capture.Ports;
import recon.stream.connection.Connector;
import recon.stream.connection.SocketEnd;
import recon.stream.connection.SocketListener;
import recon.stream.connection.StreamAccount;
import recon.stream.delivery.ExecutionQueue;
import recon.stream.delivery.QueueAnswer;
import recon.stream.notice.Alarm;
import recon.stream.notice.Count;
import recon.stream.notice.Counters;
import recon.stream.notice.Notices;
import recon.stream.notice.Reject;
import recon.stream.report.Report;
import recon.stream.spool.Spool;

/** A capture on virtual time, with an exchange, a queue and a store of watermarks that do what a test says. */
public final class Stage implements Notices {
    public static final long START = 1_767_312_000_000L;
    private static final int MOST_TICKS = 200_000;
    private static final long PING_EVERY = 20_000;

    public long now = START;
    public long exchangeAhead;
    public final List<Line> lines = new ArrayList<>();
    public final Map<String, String> refusals = new HashMap<>();
    public final List<String> history = new ArrayList<>();
    public Optional<SocketEnd> turnsAway = Optional.empty();
    public int attempts;
    public boolean linesAnswer = true;

    public final Queue queue = new Queue();
    public final Queue bridge = new Queue();
    public final Counters counters = new Counters();
    public final Map<String, Watermark> marks = new LinkedHashMap<>();
    public boolean marksAreKept = true;

    public final List<Alarm> alarms = new ArrayList<>();
    public final List<String> others = new ArrayList<>();
    public final List<Reject> rejects = new ArrayList<>();
    public boolean keepsRejects = true;
    private Capture capture;

    /** A queue that accepts, fails, refuses some, or keeps its callers waiting. */
    public static final class Queue implements ExecutionQueue {
        public final List<List<Report>> batches = new ArrayList<>();
        public final List<Report> accepted = new ArrayList<>();
        public final Deque<Runnable> waiting = new ArrayDeque<>();
        public Set<Integer> refuses = Set.of();
        public boolean away;
        public boolean silent;
        private Stage stage;

        @Override
        public void send(List<Report> batch, Receipt receipt) {
            batches.add(batch);
            if (silent) {
                waiting.add(() -> accept(batch, receipt));
            } else if (away) {
                receipt.answered(stage.now, new QueueAnswer.Failed("away"));
            } else if (!refuses.isEmpty()) {
                Set<Integer> refused = refuses;
                refuses = Set.of();
                for (int i = 0; i < batch.size(); i++) {
                    if (!refused.contains(i)) {
                        accepted.add(batch.get(i));
                    }
                }
                receipt.answered(stage.now, new QueueAnswer.Partly(refused, "some"));
            } else {
                accept(batch, receipt);
            }
        }

        private void accept(List<Report> batch, Receipt receipt) {
            accepted.addAll(batch);
            receipt.answered(stage.now, new QueueAnswer.Accepted());
        }

        public void answerAll() {
            while (!waiting.isEmpty()) {
                waiting.remove().run();
            }
        }

        public List<String> bodies() {
            return accepted.stream()
                    .map(report -> new String(report.body(), UTF_8))
                    .toList();
        }
    }

    public Stage() {
        queue.stage = this;
        bridge.stage = this;
    }

    /** Puts the capture together, without starting it. */
    public Capture capture(CaptureSettings settings, Spool spool, boolean bridged, String... uids) {
        return capture(
                settings,
                spool,
                bridged,
                this::open,
                Stream.of(uids)
                        .map(uid -> new StreamAccount(uid, Credentials.hmac("key-" + uid, "secret")))
                        .toList());
    }

    /** The same over connections of another kind. */
    public Capture capture(
            CaptureSettings settings, Spool spool, boolean bridged, Connector connector, List<StreamAccount> accounts) {
        capture = new Capture(
                settings,
                accounts,
                new Ports(
                        connector,
                        queue,
                        bridged ? Optional.of(bridge) : Optional.empty(),
                        spool,
                        (written, receipt) -> {
                            if (marksAreKept) {
                                written.forEach(mark -> marks.put(mark.account() + " " + mark.connection(), mark));
                            }
                            receipt.answered(now, marksAreKept);
                        },
                        this,
                        counters,
                        new Random(7)));
        return capture;
    }

    /** The same, with a spool in memory, started. */
    public Capture start(CaptureSettings settings, String... uids) {
        capture(settings, new MemorySpool(Long.MAX_VALUE), false, uids);
        capture.start(now);
        return capture;
    }

    private void open(SocketListener listener) {
        attempts++;
        if (turnsAway.isPresent()) {
            listener.closed(now, turnsAway.get());
            return;
        }
        Line line = new Line(this, listener);
        line.answersSubscriptions = linesAnswer;
        lines.add(line);
        listener.opened(now, line);
    }

    public Line line(int number) {
        return lines.get(number);
    }

    public Line lastLine() {
        return lines.getLast();
    }

    public long count(Count count) {
        return counters.get(count);
    }

    public List<Alarm.Kind> alarmKinds() {
        return alarms.stream().map(Alarm::kind).toList();
    }

    /** The watermark of an account on a line. */
    public Watermark mark(String uid) {
        return marks.entrySet().stream()
                .filter(each -> each.getKey().startsWith(uid + " "))
                .reduce((first, second) -> second)
                .orElseThrow()
                .getValue();
    }

    /** Lets time pass; what is due happens when it is, and pings come every 20 s. */
    public void pass(long ms) {
        long end = now + ms;
        for (int i = 0; i < MOST_TICKS; i++) {
            long ping = START + ((now - START) / PING_EVERY + 1) * PING_EVERY;
            long next = Math.max(now, Math.min(ping, capture.nextDue()));
            if (next > end) {
                now = end;
                return;
            }
            now = next;
            if (now == ping) {
                List.copyOf(lines).stream()
                        .filter(line -> line.pings && !line.closed)
                        .forEach(Line::ping);
            }
            capture.tick(now);
        }
        throw new IllegalStateException("the capture is never done with what is due");
    }

    @Override
    public void alarm(Alarm alarm) {
        alarms.add(alarm);
    }

    @Override
    public void note(String what) {
        history.add(what);
    }

    @Override
    public void other(String account, String type, String ids) {
        others.add(account + " " + type + " " + ids);
    }

    @Override
    public boolean keep(Reject reject) {
        return keepsRejects && rejects.add(reject);
    }
}
