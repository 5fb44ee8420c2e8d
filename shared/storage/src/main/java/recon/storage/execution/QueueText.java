package recon.storage.execution;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What SQS takes as a message: UTF-8 of bounded length, without some characters. */
final class QueueText {
    /** A message and a whole batch had at most that much for years; AWS has raised it since, its stand-ins not all. */
    static final int MOST_BYTES = 262_144;
    /** What the attributes of a message count, at most. */
    static final int ATTRIBUTES = 512;

    private static final int SPACE = 0x20;
    private static final int ASCII = 0x80;

    private QueueText() {}

    /** The text, if SQS takes it. */
    static Optional<String> of(byte[] body) {
        if (body.length > MOST_BYTES - ATTRIBUTES) {
            return Optional.empty();
        }
        if (isPlain(body)) {
            return Optional.of(new String(body, StandardCharsets.ISO_8859_1));
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
            return isAllowed(text) ? Optional.of(text) : Optional.empty();
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** How many bytes a text has in UTF-8. */
    static int utf8Length(String text) {
        int length = text.length();
        for (int i = 0; i < text.length(); i++) {
            char one = text.charAt(i);
            length += one < ASCII ? 0 : one < 0x800 || Character.isSurrogate(one) ? 1 : 2;
        }
        return length;
    }

    /** Almost every report is: nothing but ASCII, and no control characters. */
    private static boolean isPlain(byte[] body) {
        for (byte one : body) {
            if (one < SPACE) {
                // So are all bytes of other characters: they are negative.
                return false;
            }
        }
        return true;
    }

    private static boolean isAllowed(String text) {
        for (int i = 0; i < text.length(); i++) {
            char one = text.charAt(i);
            boolean control = one < SPACE && one != '\t' && one != '\n' && one != '\r';
            if (control || one == '\ufffe' || one == '\uffff') {
                return false;
            }
        }
        return true;
    }
}
