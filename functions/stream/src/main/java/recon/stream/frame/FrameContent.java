package recon.stream.frame;

import static java.util.Objects.requireNonNull;

import java.util.OptionalLong;

/** What a text frame turned out to be. */
public sealed interface FrameContent {
    /** The type of event that is queued; all others are only written down. */
    String REPORT = "executionReport";

    /**
     * A frame with an {@code event} object.
     *
     * @param subscription the number of the subscription; empty if there is none, or it is no whole number from 0
     * @param from where the object begins in the frame
     * @param to where it has ended
     * @param type the object's {@code e}; empty text if there is none
     */
    record Event(OptionalLong subscription, int from, int to, String type) implements FrameContent {
        public Event {
            requireNonNull(subscription, "subscription is null");
            requireNonNull(type, "type is null");
        }

        /** Whether it is an execution report. */
        public boolean report() {
            return type.equals(REPORT);
        }
    }

    /** An object without an event: an answer to a request, or an error. */
    record Answer() implements FrameContent {}

    /**
     * No JSON object, or one whose event is no object.
     *
     * @param why what was found, without any of the content
     */
    record Unreadable(String why) implements FrameContent {
        public Unreadable {
            requireNonNull(why, "why is null");
        }
    }
}
