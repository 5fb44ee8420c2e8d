package recon.binance.futuresdownloads;

import java.util.Arrays;

/** What a file has the rows of. The quota is shared with the download page of the web site. */
public enum DownloadKind {
    /** What {@code GET /fapi/v1/income} lists. */
    INCOME("income", 5),
    /** What {@code GET /fapi/v1/userTrades} lists. */
    TRADE("trade", 5),
    /** What {@code GET /fapi/v1/allOrders} lists. */
    ORDER("order", 10);

    private final String word;
    private final int quota;

    DownloadKind(String word, int quota) {
        this.word = word;
        this.quota = quota;
    }

    /** The one with this word. */
    public static DownloadKind of(String word) {
        return Arrays.stream(values())
                .filter(kind -> kind.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no download is called " + word));
    }

    /** How the exchange's paths name it. */
    public String word() {
        return word;
    }

    /** How many an account may ask for in a calendar month. */
    public int quota() {
        return quota;
    }
}
