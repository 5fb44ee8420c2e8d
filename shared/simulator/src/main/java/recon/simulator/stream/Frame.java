package recon.simulator.stream;

import static java.util.Objects.requireNonNull;

/** What arrived at the customer's end. */
public sealed interface Frame {
    /** A text frame. */
    record Text(String text) implements Frame {
        public Text {
            requireNonNull(text, "text is null");
        }
    }

    /**
     * A binary frame.
     *
     * @param length bytes
     */
    record Binary(int length) implements Frame {}

    /**
     * A ping frame.
     *
     * @param payload as text, ISO 8859-1
     */
    record Ping(String payload) implements Frame {
        public Ping {
            requireNonNull(payload, "payload is null");
        }
    }

    /**
     * A pong frame.
     *
     * @param payload as text, ISO 8859-1
     */
    record Pong(String payload) implements Frame {
        public Pong {
            requireNonNull(payload, "payload is null");
        }
    }

    /** A close frame. */
    record Close(int code, String reason) implements Frame {
        public Close {
            requireNonNull(reason, "reason is null");
        }
    }

    /** The connection is gone without a word. */
    record Cut() implements Frame {}
}
