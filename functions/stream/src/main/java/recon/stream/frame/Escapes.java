package recon.stream.frame;

/** Escapes in JSON strings. */
final class Escapes {
    private static final int UNICODE = 6;
    private static final int HEX = 16;

    private Escapes() {}

    /** How many bytes the escape that begins here has. */
    static int length(byte[] text, int at, int end) throws NotJson {
        if (at + 1 >= end) {
            throw new NotJson("a string does not end", at);
        }
        return switch (text[at + 1]) {
            case '"', '\\', '/', 'b', 'f', 'n', 'r', 't' -> 2;
            case 'u' -> {
                for (int i = at + 2; i < at + UNICODE; i++) {
                    if (i >= end || Character.digit(text[i], HEX) < 0) {
                        throw new NotJson("an escape that is none", at);
                    }
                }
                yield UNICODE;
            }
            default -> throw new NotJson("an escape that is none", at);
        };
    }

    /** The text without its escapes, which must be whole. */
    static String undone(String raw) {
        StringBuilder plain = new StringBuilder(raw.length());
        for (int i = 0; i < raw.length(); i++) {
            if (raw.charAt(i) != '\\') {
                plain.append(raw.charAt(i));
                continue;
            }
            char kind = raw.charAt(++i);
            switch (kind) {
                case 'b' -> plain.append('\b');
                case 'f' -> plain.append('\f');
                case 'n' -> plain.append('\n');
                case 'r' -> plain.append('\r');
                case 't' -> plain.append('\t');
                case 'u' -> {
                    plain.append((char) Integer.parseInt(raw, i + 1, i + UNICODE - 1, HEX));
                    i += UNICODE - 2;
                }
                default -> plain.append(kind);
            }
        }
        return plain.toString();
    }
}
