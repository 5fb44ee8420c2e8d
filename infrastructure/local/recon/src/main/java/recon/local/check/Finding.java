package recon.local.check;

import static java.util.Objects.requireNonNull;

/**
 * One thing that was looked at.
 *
 * @param level how it stands
 * @param subject what was looked at: a key of the configuration or a host
 * @param text what was found, and what to do about it
 */
public record Finding(Level level, String subject, String text) {
    /** How it stands. */
    public enum Level {
        OK("ok"),
        /** Work can go on; somebody should know. */
        WARNING("warning"),
        /** Work must not begin before the configuration or a key is mended. */
        REFUSED("refused"),
        /** The exchange did not answer as the exchange does. */
        UNREACHABLE("unreachable");

        private final String word;

        Level(String word) {
            this.word = word;
        }

        /** As people read it. */
        public String word() {
            return word;
        }
    }

    public Finding {
        requireNonNull(level, "level is null");
        requireNonNull(subject, "subject is null");
        requireNonNull(text, "text is null");
    }
}
