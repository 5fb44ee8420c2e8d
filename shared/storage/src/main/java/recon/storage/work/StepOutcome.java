package recon.storage.work;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Map;

/** What came of one step. */
public sealed interface StepOutcome {
    /**
     * There is more to do.
     *
     * @param cursor where the next step goes on
     * @param totals what this step adds to the task's totals
     */
    record Proceed(Map<String, String> cursor, Map<String, Long> totals) implements StepOutcome {
        public Proceed {
            cursor = Map.copyOf(cursor);
            totals = Map.copyOf(totals);
        }
    }

    /**
     * It cannot go on now.
     *
     * @param cursor where the next step goes on
     * @param notBefore when
     * @param reason why, for people
     * @param error whether it counts as an attempt
     * @param totals what this step adds to the task's totals all the same
     */
    record PutBack(
            Map<String, String> cursor, Instant notBefore, String reason, boolean error, Map<String, Long> totals)
            implements StepOutcome {
        public PutBack {
            cursor = Map.copyOf(cursor);
            totals = Map.copyOf(totals);
            requireNonNull(notBefore, "notBefore is null");
            requireNonNull(reason, "reason is null");
        }
    }

    /**
     * It is all done.
     *
     * @param cursor where it ended
     * @param totals what this step adds to the task's totals
     */
    record Done(Map<String, String> cursor, Map<String, Long> totals) implements StepOutcome {
        public Done {
            cursor = Map.copyOf(cursor);
            totals = Map.copyOf(totals);
        }
    }

    /**
     * It cannot be done.
     *
     * @param reason why, for people
     */
    record Failed(String reason) implements StepOutcome {
        public Failed {
            requireNonNull(reason, "reason is null");
        }
    }

    /**
     * It was not done, and nothing that was promised is missing because of it.
     *
     * @param totals what this step adds to the task's totals
     * @param reason why, for people
     */
    record Skipped(Map<String, Long> totals, String reason) implements StepOutcome {
        public Skipped {
            totals = Map.copyOf(totals);
            requireNonNull(reason, "reason is null");
        }
    }
}
