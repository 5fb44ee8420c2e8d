package recon.local.live;

import static java.util.Objects.requireNonNull;

import java.util.function.Consumer;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.formatters.PatternFormatter;

/** Shows the warnings and alarms of our own parts, a line each: nobody reads a log beside the screen. */
final class Warnings extends Handler {
    /** Held, for a logger that nobody holds forgets its handlers. */
    private static final Logger OURS = Logger.getLogger("recon");

    private final Consumer<String> screen;

    private Warnings(Consumer<String> screen) {
        this.screen = requireNonNull(screen, "screen is null");
        setFormatter(new PatternFormatter("%s"));
        setLevel(Level.WARNING);
    }

    /** From now on. */
    static void to(Consumer<String> screen) {
        OURS.addHandler(new Warnings(screen));
    }

    @Override
    public void publish(LogRecord record) {
        if (isLoggable(record)) {
            getFormatter().format(record).lines().findFirst().ifPresent(screen);
        }
    }

    @Override
    public void flush() {
        // The screen does that by itself.
    }

    @Override
    public void close() {
        // Nothing is open.
    }
}
