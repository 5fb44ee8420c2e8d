package recon.stream.delivery;

import static java.util.Objects.requireNonNull;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * Makes batches, keeps a bounded number of them on their way and sends again what was not accepted. While the queue
 * refuses, one batch at a time is tried, with pauses that grow.
 */
final class Outbox {
    private static final long NEVER = Long.MAX_VALUE;

    private final ExecutionQueue queue;
    private final QueueSettings settings;
    private final RandomGenerator random;
    private final Listener listener;
    private final Deque<Parcel> waiting = new ArrayDeque<>();
    private final Set<Flight> flights = new LinkedHashSet<>();
    private long held;
    private long sending;
    private int failures;
    private long notBefore = Long.MIN_VALUE;
    private boolean hurried;
    private boolean pumping;

    /** Who hears what comes of the parcels. */
    interface Listener {
        /** The queue has it. */
        void accepted(long now, Parcel parcel);

        /** The queue has not, and it will be sent again. */
        void refused(long now, int parcels, String why);
    }

    private static final class Flight {
        private final List<Parcel> parcels;
        private final long deadline;

        private Flight(List<Parcel> parcels, long deadline) {
            this.parcels = parcels;
            this.deadline = deadline;
        }
    }

    Outbox(ExecutionQueue queue, QueueSettings settings, RandomGenerator random, Listener listener) {
        this.queue = requireNonNull(queue, "queue is null");
        this.settings = requireNonNull(settings, "settings is null");
        this.random = requireNonNull(random, "random is null");
        this.listener = requireNonNull(listener, "listener is null");
    }

    /** Whether so many bytes more can be held. An empty outbox takes anything. */
    boolean fits(long bytes) {
        return held == 0 || held + bytes <= settings.buffered();
    }

    void add(long now, Parcel parcel) {
        waiting.addLast(parcel);
        held += parcel.report().size();
        pump(now);
    }

    /** From here on nothing waits for others. */
    void hurry(long now) {
        hurried = true;
        pump(now);
    }

    void tick(long now) {
        while (!flights.isEmpty() && flights.iterator().next().deadline <= now) {
            Flight late = flights.iterator().next();
            answered(now, late, new QueueAnswer.Failed("no answer in " + settings.patience()));
        }
        pump(now);
    }

    long nextDue() {
        long due = flights.isEmpty() ? NEVER : flights.iterator().next().deadline;
        if (!waiting.isEmpty() && flights.size() < allowed()) {
            due = Math.min(due, Math.max(notBefore, ripeAt()));
        }
        return due;
    }

    /** Bytes that wait or are on their way. */
    long held() {
        return held;
    }

    /** Reports that wait or are on their way. */
    long size() {
        return waiting.size() + sending;
    }

    int inFlight() {
        return flights.size();
    }

    boolean isEmpty() {
        return waiting.isEmpty() && flights.isEmpty();
    }

    /** Whether the last answer was a refusal. */
    boolean isRefused() {
        return failures > 0;
    }

    /** Takes out everything; what is on its way may still arrive, but nobody waits for the answer. */
    List<Parcel> takeAll() {
        List<Parcel> all = new ArrayList<>();
        flights.forEach(flight -> all.addAll(flight.parcels));
        all.addAll(waiting);
        flights.clear();
        waiting.clear();
        held = 0;
        sending = 0;
        return all;
    }

    private int allowed() {
        return failures > 0 ? 1 : settings.inFlight();
    }

    /** When the next batch is to be sent. What comes again has waited already. */
    private long ripeAt() {
        return hurried || waiting.size() >= settings.batch()
                ? Long.MIN_VALUE
                : waiting.getFirst().report().receivedAt() + settings.linger().toMillis();
    }

    private void pump(long now) {
        // An answer that comes at once calls again: one loop is enough.
        if (pumping) {
            return;
        }
        pumping = true;
        try {
            while (!waiting.isEmpty() && flights.size() < allowed() && notBefore <= now && ripeAt() <= now) {
                send(now, next());
            }
        } finally {
            pumping = false;
        }
    }

    private List<Parcel> next() {
        List<Parcel> batch = new ArrayList<>(settings.batch());
        long bytes = 0;
        while (!waiting.isEmpty() && batch.size() < settings.batch()) {
            int size = waiting.getFirst().report().size();
            if (!batch.isEmpty() && bytes + size > settings.batchBytes()) {
                break;
            }
            bytes += size;
            batch.add(waiting.removeFirst());
        }
        return batch;
    }

    private void send(long now, List<Parcel> parcels) {
        Flight flight = new Flight(parcels, now + settings.patience().toMillis());
        flights.add(flight);
        sending += parcels.size();
        queue.send(parcels.stream().map(Parcel::report).toList(), (when, answer) -> answered(when, flight, answer));
    }

    private void answered(long now, Flight flight, QueueAnswer answer) {
        if (!flights.remove(flight)) {
            // Sent again meanwhile: consumers expect repeats.
            return;
        }
        sending -= flight.parcels.size();
        switch (answer) {
            case QueueAnswer.Accepted _ -> {
                failures = 0;
                notBefore = Long.MIN_VALUE;
                flight.parcels.forEach(parcel -> accepted(now, parcel));
            }
            case QueueAnswer.Partly(Set<Integer> positions, String why) -> {
                List<Parcel> again = new ArrayList<>();
                for (int i = 0; i < flight.parcels.size(); i++) {
                    if (positions.contains(i)) {
                        again.add(flight.parcels.get(i));
                    } else {
                        accepted(now, flight.parcels.get(i));
                    }
                }
                again(now, again, why);
            }
            case QueueAnswer.Failed(String why) -> again(now, flight.parcels, why);
        }
        pump(now);
    }

    private void accepted(long now, Parcel parcel) {
        held -= parcel.report().size();
        listener.accepted(now, parcel);
    }

    private void again(long now, List<Parcel> parcels, String why) {
        failures++;
        notBefore = now + settings.pauses().draw(failures, random);
        parcels.reversed().forEach(waiting::addFirst);
        listener.refused(now, parcels.size(), why);
    }
}
