package recon.stream.notice;

import static java.util.Objects.requireNonNull;

/**
 * Something a person has to see.
 *
 * @param kind what kind of thing
 * @param what happened and what to do; no key, no amount
 */
public record Alarm(Kind kind, String what) {
    /** Kinds of alarm. */
    public enum Kind {
        /** The exchange does not accept a key. */
        KEY_REFUSED,
        /** An account cannot be subscribed for another reason. */
        NOT_SUBSCRIBED,
        /** A frame was kept that nobody can use. */
        REJECTED,
        /** A frame that nobody can use could not be kept. */
        REJECT_LOST,
        /** The queue does not take reports. */
        QUEUE_AWAY,
        /** Reports go to disk. */
        SPOOLING,
        /** Nothing more can be kept: connections are closed on purpose. */
        CLOSED_ON_PURPOSE,
        /** Reports were given up for the bridge. */
        BRIDGE_SHED,
        /** The task ended with reports that are neither queued nor kept. */
        LEFT_BEHIND,
        /** Watermarks cannot be written. */
        WATERMARKS,
        /** A part of the spool cannot be read. */
        SPOOL_DAMAGED
    }

    public Alarm {
        requireNonNull(kind, "kind is null");
        requireNonNull(what, "what is null");
    }
}
