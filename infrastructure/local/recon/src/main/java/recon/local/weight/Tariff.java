package recon.local.weight;

/**
 * What the exchange charges for what is read of the spot wallet, from its documentation and not from the collector, so
 * that a mistake of the collector shows.
 */
enum Tariff {
    /** Once a run: nothing says how often a clock has to be read. */
    CLOCK("clock", Tariff.API, 1, 1),
    EXCHANGE_INFO("exchange-info", Tariff.API, 20, 1),
    ACCOUNT("spot-account", Tariff.API, 20, 1),
    TRADES("spot-trades", Tariff.API, 20, 1_000),
    /** Without a symbol. */
    OPEN_ORDERS("open-orders", Tariff.API, 80, 1),
    ORDERS("spot-orders", Tariff.API, 20, 1_000),
    CANDLES("klines", Tariff.API, 2, 1),
    RIGHTS("api-restrictions", "/sapi/v1/account/apiRestrictions", 1, 1),
    DEPOSITS("deposits", "/sapi/v1/capital/deposit/hisrec", 1, 1_000),
    WITHDRAWALS("withdrawals", "/sapi/v1/capital/withdraw/history", 18_000, 1_000),
    TRANSFERS("universal-transfers", "/sapi/v1/sub-account/universalTransfer", 1, 500),
    OWN_VIEW("sub-transfers", "/sapi/v1/sub-account/transfer/subUserHistory", 1, 500),
    SNAPSHOT("spot-snapshot", "/sapi/v1/accountSnapshot", 2_400, 30);

    /** The pool of all that is asked below {@code /api}. */
    static final String API = "api";

    private final String source;
    private final String pool;
    private final int weight;
    private final int page;

    Tariff(String source, String pool, int weight, int page) {
        this.source = source;
        this.pool = pool;
        this.weight = weight;
        this.page = page;
    }

    /** What reads it, by the name that the collector's tasks have. */
    String source() {
        return source;
    }

    /** {@link #API}, or the path of an endpoint that is counted by itself. */
    String pool() {
        return pool;
    }

    /** The weight of one request. */
    int weight() {
        return weight;
    }

    /** The weight of reading so many rows page by page, until a page is not full. */
    long reading(long rows) {
        return weight * (rows / page + 1);
    }
}
