package recon.stream.frame;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.OptionalLong;

/**
 * Tells what a text frame is by walking over its bytes once: no object tree, nothing copied. Fields may come in any
 * order; of two with one name the last counts.
 */
public final class FrameScanner {
    private static final byte[] SUBSCRIPTION = "subscriptionId".getBytes(US_ASCII);
    private static final byte[] EVENT = "event".getBytes(US_ASCII);
    private static final byte[] TYPE = "e".getBytes(US_ASCII);
    private static final byte[] REPORT = FrameContent.REPORT.getBytes(US_ASCII);

    private FrameScanner() {}

    /** What the frame is; never fails. */
    public static FrameContent scan(byte[] frame) {
        try {
            return whole(frame);
        } catch (NotJson e) {
            return new FrameContent.Unreadable(String.valueOf(e.getMessage()));
        }
    }

    private static FrameContent whole(byte[] frame) throws NotJson {
        JsonCursor cursor = new JsonCursor(frame, 0, frame.length);
        OptionalLong subscription = OptionalLong.empty();
        boolean found = false;
        boolean object = false;
        int from = 0;
        int to = 0;
        String type = "";
        for (boolean more = cursor.enterObject(); more; more = cursor.nextField()) {
            cursor.name();
            if (cursor.stringIs(EVENT)) {
                found = true;
                object = cursor.peek() == '{';
                from = cursor.at();
                type = object ? type(cursor) : skipped(cursor);
                to = cursor.at();
            } else if (cursor.stringIs(SUBSCRIPTION)) {
                subscription = cursor.wholeNumber();
            } else {
                cursor.skip();
            }
        }
        if (!cursor.atEnd()) {
            return new FrameContent.Unreadable("something follows the object");
        }
        if (found && !object) {
            return new FrameContent.Unreadable("the event is no object");
        }
        return found ? new FrameContent.Event(subscription, from, to, type) : new FrameContent.Answer();
    }

    private static String skipped(JsonCursor cursor) throws NotJson {
        cursor.skip();
        return "";
    }

    private static String type(JsonCursor cursor) throws NotJson {
        String type = "";
        for (boolean more = cursor.enterObject(); more; more = cursor.nextField()) {
            cursor.name();
            boolean isType = cursor.stringIs(TYPE);
            if (isType && cursor.peek() == '"') {
                cursor.string();
                type = cursor.stringIs(REPORT) ? FrameContent.REPORT : cursor.stringText();
            } else {
                type = isType ? "" : type;
                cursor.skip();
            }
        }
        return type;
    }
}
