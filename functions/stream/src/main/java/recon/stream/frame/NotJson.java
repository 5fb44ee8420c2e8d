package recon.stream.frame;

/** The text is no JSON. Says where and what, never shows the text. */
final class NotJson extends Exception {
    NotJson(String what, int at) {
        super(what + " at byte " + at, null, false, false);
    }
}
