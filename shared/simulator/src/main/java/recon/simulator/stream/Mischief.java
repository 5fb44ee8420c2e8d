package recon.simulator.stream;

import java.util.List;
import recon.simulator.draw.Draw;

/** Frames as nobody expects them. */
final class Mischief {
    private static final int HUGE = 2 * 1_024 * 1_024;
    private static final int NEVER_GIVEN = 70_000;
    private static final String TOMORROW = "eventOfTomorrow";
    /** Enum fields of which an unknown value leaves the rest of the report as true as before. */
    private static final List<String> ENUMS = List.of("\"o\":\"", "\"f\":\"", "\"V\":\"", "\"r\":\"");

    /** The same with a field and, in a report, an enum value that nobody knows. */
    String strange(Draw draw, String frame) {
        String known = draw.pick(ENUMS);
        int start = frame.startsWith("executionReport", frame.indexOf("\"e\":\"") + 5) ? frame.indexOf(known) : -1;
        String changed = frame;
        if (start >= 0) {
            int value = start + known.length();
            changed = frame.substring(0, value) + "UNHEARD_OF" + frame.substring(frame.indexOf('"', value));
        }
        return changed.substring(0, changed.length() - 2)
                + ",\"fieldOfTomorrow\":{\"kept\":[\"by the prudent\",1.10]}}}";
    }

    String unknownEvent(int subscription, long now) {
        return EventText.frame(
                subscription, "{\"e\":\"" + TOMORROW + "\",\"E\":" + now + ",\"x\":\"TRADE\",\"rows\":[{\"a\":1}]}");
    }

    String notJson(String frame) {
        return frame.substring(0, frame.length() * 2 / 3);
    }

    String huge(int subscription, long now) {
        return EventText.frame(
                subscription,
                "{\"e\":\"" + TOMORROW + "\",\"E\":" + now + ",\"padding\":\"" + "x".repeat(HUGE) + "\"}");
    }

    /** The same for a subscription that nobody has: there are fewer in the life of a session. */
    String readdressed(Draw draw, String frame) {
        return "{\"subscriptionId\":" + (NEVER_GIVEN + draw.below(1_000)) + frame.substring(frame.indexOf(','));
    }
}
