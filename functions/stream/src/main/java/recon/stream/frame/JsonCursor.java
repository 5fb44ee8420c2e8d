package recon.stream.frame;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.OptionalLong;

/** Walks through JSON text as bytes without keeping anything of it. Literals and numbers are not looked at closely. */
final class JsonCursor {
    /** Nothing the exchange sends is half as deep. */
    private static final int DEEPEST = 200;
    /** More digits may not fit a long. */
    private static final int MOST_DIGITS = 18;

    private static final int LAST_CONTROL = 0x1f;

    private final byte[] text;
    private final int end;
    private int at;
    private int stringFrom;
    private int stringTo;
    private boolean escaped;

    JsonCursor(byte[] text, int from, int to) {
        this.text = text;
        this.at = from;
        this.end = to;
    }

    int at() {
        return at;
    }

    /** The next byte that is not white space, still to be read. */
    byte peek() throws NotJson {
        for (; at < end; at++) {
            byte next = text[at];
            if (next != ' ' && next != '\n' && next != '\r' && next != '\t') {
                return next;
            }
        }
        throw new NotJson("the text ends too early", at);
    }

    /** Whether nothing but white space follows. */
    boolean atEnd() {
        try {
            peek();
            return false;
        } catch (NotJson e) {
            return true;
        }
    }

    /** Enters an object; says whether it has a field. */
    boolean enterObject() throws NotJson {
        take('{');
        return !took('}');
    }

    /** After a value: whether another field follows, or else the object has ended. */
    boolean nextField() throws NotJson {
        if (took(',')) {
            return true;
        }
        take('}');
        return false;
    }

    /** Reads the name of a field, for {@link #stringIs}. */
    void name() throws NotJson {
        string();
        take(':');
    }

    /** Whether the string read last is this one. */
    boolean stringIs(byte[] wanted) {
        return escaped
                ? stringText().equals(new String(wanted, StandardCharsets.UTF_8))
                : Arrays.equals(text, stringFrom, stringTo, wanted, 0, wanted.length);
    }

    /** The string read last. */
    String stringText() {
        String raw = new String(text, stringFrom, stringTo - stringFrom, StandardCharsets.UTF_8);
        return escaped ? Escapes.undone(raw) : raw;
    }

    /** Reads a string. */
    void string() throws NotJson {
        take('"');
        stringFrom = at;
        escaped = false;
        for (; at < end; at++) {
            byte next = text[at];
            if (next == '"') {
                stringTo = at++;
                return;
            }
            if (next == '\\') {
                escaped = true;
                at += Escapes.length(text, at, end) - 1;
            } else if (next >= 0 && next <= LAST_CONTROL) {
                throw new NotJson("a control character in a string", at);
            }
        }
        throw new NotJson("a string does not end", at);
    }

    /** Reads a value; a number if it is a whole one from 0. */
    OptionalLong wholeNumber() throws NotJson {
        peek();
        int from = at;
        skip();
        int digits = at - from;
        long number = 0;
        for (int i = from; i < at; i++) {
            if (text[i] < '0' || text[i] > '9' || digits > MOST_DIGITS) {
                return OptionalLong.empty();
            }
            number = number * 10 + (text[i] - '0');
        }
        return OptionalLong.of(number);
    }

    /** Reads a value of any kind. */
    void skip() throws NotJson {
        skip(0);
    }

    private void skip(int depth) throws NotJson {
        if (depth > DEEPEST) {
            throw new NotJson("deeper than " + DEEPEST + " levels", at);
        }
        switch (peek()) {
            case '{' -> {
                for (boolean more = enterObject(); more; more = nextField()) {
                    name();
                    skip(depth + 1);
                }
            }
            case '[' -> {
                take('[');
                boolean more = !took(']');
                while (more) {
                    skip(depth + 1);
                    more = took(',');
                    if (!more) {
                        take(']');
                    }
                }
            }
            case '"' -> string();
            default -> bare();
        }
    }

    private void bare() throws NotJson {
        int from = at;
        while (at < end && isBare(text[at])) {
            at++;
        }
        if (at == from) {
            throw new NotJson("no value", at);
        }
    }

    private static boolean isBare(byte one) {
        return (one >= '0' && one <= '9')
                || (one >= 'a' && one <= 'z')
                || one == '-'
                || one == '+'
                || one == '.'
                || one == 'E';
    }

    private boolean took(char wanted) throws NotJson {
        if (peek() == wanted) {
            at++;
            return true;
        }
        return false;
    }

    private void take(char wanted) throws NotJson {
        if (!took(wanted)) {
            throw new NotJson("not the expected '" + wanted + "'", at);
        }
    }
}
