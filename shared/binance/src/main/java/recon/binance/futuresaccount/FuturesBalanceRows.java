package recon.binance.futuresaccount;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import recon.binance.source.Fields;
import recon.binance.source.MalformedReply;
import recon.binance.source.RowStream;
import recon.ledger.balance.AssetBalance;

/** What {@code GET /fapi/v3/account} says that the wallet holds; the rest of the answer is passed over. */
public final class FuturesBalanceRows {
    private static final String ASSETS = "assets";

    private final RowStream<AssetRow> rows;

    /** @param json as {@code ExchangeJson} makes it */
    public FuturesBalanceRows(ObjectMapper json) {
        this.rows = new RowStream<>(json, AssetRow.class, FuturesAccount.NAME);
    }

    /**
     * The balances of a whole answer, one for each asset.
     *
     * @param parser stands before the answer
     * @throws MalformedReply if it has no balances or one that cannot be read: then nobody knows what is zero
     * @throws IOException if it ends early or is no JSON
     */
    public List<AssetBalance> read(JsonParser parser) throws IOException {
        Optional<List<AssetBalance>> balances = Optional.empty();
        parser.nextToken();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            boolean assets = parser.currentName().equals(ASSETS);
            if (parser.nextToken() == JsonToken.START_ARRAY && assets) {
                balances = Optional.of(all(parser));
            } else {
                parser.skipChildren();
            }
        }
        return balances.orElseThrow(() -> new MalformedReply(FuturesAccount.NAME, "it has no " + ASSETS));
    }

    private List<AssetBalance> all(JsonParser parser) throws IOException {
        List<AssetBalance> balances = new ArrayList<>();
        for (int row = 0; parser.nextToken() != JsonToken.END_ARRAY; row++) {
            balances.add(balance(rows.read(parser, row), new Fields(FuturesAccount.NAME, row)));
        }
        return balances;
    }

    static AssetBalance balance(AssetRow row, Fields fields) {
        return new AssetBalance(
                fields.text(row.asset(), "asset"),
                fields.need(row.walletBalance(), "walletBalance"),
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                fields.need(row.unrealizedProfit(), "unrealizedProfit"));
    }
}
