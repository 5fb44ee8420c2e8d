package recon.storage.execution;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A batch on its way to a queue, without any call: which messages go together, which reports have to be archived because
 * the queue does not take them as they are, and what came of it. Who drives it archives what is {@link #unfit}, makes the
 * calls that are {@link #next}, tells what came of each, and is done when there is neither.
 */
public final class Consignment {
    private static final int MOST = 10;
    /** Part of every code that says no more than: later. */
    static final String THROTTLED = "Throttl";

    /** What a queue says of messages that it will never take as they are. */
    private static final Set<String> CONTENT =
            Set.of("InvalidMessageContents", "InvalidParameterValue", "BatchRequestTooLong");

    private final List<OutgoingExecution> batch;
    private final Map<Integer, ExecutionMessage> waiting = new TreeMap<>();
    private final Set<Integer> unfit = new TreeSet<>();
    private final Set<Integer> again = new TreeSet<>();
    private int pointers;
    private String why = "";

    /**
     * What goes to the queue in one call.
     *
     * @param position of the report in the batch, from 0
     */
    public record Entry(int position, ExecutionMessage message) {
        public Entry {
            requireNonNull(message, "message is null");
        }
    }

    /**
     * What a queue said of one message that it did not take.
     *
     * @param position of the report in the batch
     * @param ours whether the queue says that we are at fault
     * @param code names the reason
     * @param text for people
     */
    public record Refusal(int position, boolean ours, String code, String text) {
        public Refusal {
            requireNonNull(code, "code is null");
            requireNonNull(text, "text is null");
        }
    }

    /** @param batch 1 to 10 reports */
    public Consignment(List<OutgoingExecution> batch) {
        if (batch.isEmpty() || batch.size() > MOST) {
            throw new IllegalArgumentException("a batch has 1 to " + MOST + " reports, not " + batch.size());
        }
        this.batch = List.copyOf(batch);
        for (int i = 0; i < batch.size(); i++) {
            OutgoingExecution report = batch.get(i);
            Optional<String> text = QueueText.of(report.body());
            if (text.isPresent()) {
                waiting.put(i, report.message(text.get(), false));
            } else {
                unfit.add(i);
            }
        }
    }

    /** The positions of the reports that are to be archived now. */
    public List<Integer> unfit() {
        return List.copyOf(unfit);
    }

    /** The report at a position. */
    public OutgoingExecution report(int position) {
        return batch.get(position);
    }

    /** An unfit report is in the archive: a pointer to it goes into the queue. */
    public void archived(int position, String key) {
        if (!unfit.remove(position)) {
            throw new IllegalArgumentException("nobody asked to archive the report at " + position);
        }
        waiting.put(position, batch.get(position).message(key, true));
        pointers++;
    }

    /** The messages of the next call, as many as a call may carry; none if nothing waits to be sent. */
    public List<Entry> next() {
        List<Entry> call = new ArrayList<>();
        int size = 0;
        for (Iterator<Map.Entry<Integer, ExecutionMessage>> each =
                        waiting.entrySet().iterator();
                each.hasNext(); ) {
            Map.Entry<Integer, ExecutionMessage> one = each.next();
            size += QueueText.ATTRIBUTES + QueueText.utf8Length(one.getValue().body());
            if (size > QueueText.MOST_BYTES && !call.isEmpty()) {
                break;
            }
            call.add(new Entry(one.getKey(), one.getValue()));
            each.remove();
        }
        return call;
    }

    /** A call was answered: all of its messages are in the queue but these. */
    public void answered(List<Entry> call, Collection<Refusal> refusals) {
        for (Refusal refusal : refusals) {
            boolean pointer = call.stream()
                    .filter(entry -> entry.position() == refusal.position())
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(
                            "the queue refuses the message " + refusal.position() + ", which was not sent"))
                    .message()
                    .archived();
            if (refusal.ours() && !refusal.code().contains(THROTTLED) && !pointer) {
                // It will never be taken as it is.
                unfit.add(refusal.position());
            } else {
                again.add(refusal.position());
            }
            why = refusal.code() + " " + refusal.text();
        }
    }

    /**
     * A call failed as a whole.
     *
     * @param code names the reason
     * @return whether that is settled herewith: the queue does not take the content, so that each report of the call has
     *     to be archived. Which one was at fault the queue does not say. Else the whole batch has failed.
     */
    public boolean refused(List<Entry> call, String code) {
        if (CONTENT.stream().noneMatch(code::endsWith)) {
            return false;
        }
        answered(
                call,
                call.stream()
                        .map(entry -> new Refusal(entry.position(), true, code, "of the whole batch"))
                        .toList());
        return true;
    }

    /** What came of the batch, once nothing is unfit and nothing is next. */
    public SendOutcome outcome() {
        return new SendOutcome(again, again.isEmpty() ? "" : why, pointers);
    }
}
