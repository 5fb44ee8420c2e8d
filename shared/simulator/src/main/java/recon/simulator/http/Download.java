package recon.simulator.http;

import static java.util.Objects.requireNonNull;

/**
 * A history that an account has asked for as a file.
 *
 * @param id names it to who polls
 * @param token names its file
 * @param kind what rows
 * @param uid whose
 * @param from first stamp, epoch ms
 * @param to last stamp, epoch ms
 * @param requested when it was asked for; rows that were shown by then are in it
 * @param ready from when on the file is there
 */
record Download(String id, String token, Kind kind, String uid, long from, long to, long requested, long ready) {
    private static final long KEPT_MS = 7 * Window.DAY_MS;

    /** Whose rows a file has. */
    enum Kind {
        /** What {@code income} lists. */
        INCOME("income", 5),
        /** What {@code userTrades} lists. */
        TRADE("trade", 5),
        /** What {@code allOrders} lists. */
        ORDER("order", 10);

        private final String word;
        private final int quota;

        Kind(String word, int quota) {
            this.word = word;
            this.quota = quota;
        }

        String path() {
            return "/fapi/v1/" + word + "/asyn";
        }

        /** How many an account may ask for in a calendar month. */
        int quota() {
            return quota;
        }
    }

    Download {
        requireNonNull(id, "id is null");
        requireNonNull(token, "token is null");
        requireNonNull(kind, "kind is null");
        requireNonNull(uid, "uid is null");
    }

    /** Until when the file is there, epoch ms. */
    long expires() {
        return ready + KEPT_MS;
    }
}
