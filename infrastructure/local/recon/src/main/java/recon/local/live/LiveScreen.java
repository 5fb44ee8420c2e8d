package recon.local.live;

import static java.util.Objects.requireNonNull;

import java.io.Console;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;

/** Shows some lines again and again: in place on a terminal, one after the other elsewhere. Safe for use by several threads. */
final class LiveScreen {
    private static final String ESCAPE = "\u001b[";
    private static final String UP = "A";
    private static final String CLEAR_LINE = ESCAPE + "2K";
    /** A line that is too long is cut, for one that goes on below could not be written over. */
    private static final String CUT = ESCAPE + "?7l";

    private static final String WRAP = ESCAPE + "?7h";

    private final PrintWriter out;
    private final boolean terminal;
    private int shown;

    LiveScreen(PrintWriter out, boolean terminal) {
        this.out = requireNonNull(out, "out is null");
        this.terminal = terminal;
    }

    /** Whether a person sits before this process. Where nobody does, JDK 25 has no console, and others have one. */
    static boolean isTerminal() {
        return Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
    }

    /** Whether lines are written over. */
    boolean rewrites() {
        return terminal;
    }

    /** Shows them; the same number each time. */
    synchronized void show(List<String> lines) {
        if (!terminal) {
            lines.stream().filter(line -> !line.isBlank()).forEach(out::println);
            out.flush();
            return;
        }
        if (shown > 0) {
            out.print(ESCAPE + shown + UP);
        }
        out.print(CUT);
        lines.forEach(line -> out.print("\r" + CLEAR_LINE + line + "\n"));
        out.print(WRAP);
        out.flush();
        shown = lines.size();
    }

    /** A line that stays; what is shown next begins below it. */
    synchronized void say(String line) {
        out.println(line);
        out.flush();
        shown = 0;
    }
}
