package recon.storage.execution;

import static java.util.Objects.requireNonNull;

import java.util.List;

/** What a queue answered to one call. */
public sealed interface QueueReply {
    /**
     * It took the messages, but for these.
     *
     * @param refusals empty if it took all
     */
    record Answered(List<Consignment.Refusal> refusals) implements QueueReply {
        public Answered {
            refusals = List.copyOf(refusals);
        }
    }

    /**
     * The call as a whole was refused.
     *
     * @param code names the reason
     * @param text for people
     * @param soon whether the same call may succeed in a moment: the queue is overloaded or broken
     */
    record Refused(String code, String text, boolean soon) implements QueueReply {
        public Refused {
            requireNonNull(code, "code is null");
            requireNonNull(text, "text is null");
        }
    }
}
