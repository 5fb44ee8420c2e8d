package recon.binance.error;

/** Whether a JSON text ends inside one of its brackets or strings: it was cut, rather than written badly. */
final class Unclosed {
    private Unclosed() {}

    static boolean is(byte[] body) {
        int depth = 0;
        boolean text = false;
        boolean escaped = false;
        for (byte octet : body) {
            if (escaped) {
                escaped = false;
            } else if (text) {
                escaped = octet == '\\';
                text = octet != '"';
            } else if (octet == '"') {
                text = true;
            } else if (octet == '{' || octet == '[') {
                depth++;
            } else if (octet == '}' || octet == ']') {
                depth--;
            }
        }
        return text || depth > 0;
    }
}
