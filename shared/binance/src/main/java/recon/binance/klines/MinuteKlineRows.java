package recon.binance.klines;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import recon.binance.source.Fields;
import recon.binance.source.MalformedReply;
import recon.ledger.position.row.MinutePrice;

/** What a row of {@code GET /fapi/v1/klines} says, interval 1m: the last price of the minute. */
public final class MinuteKlineRows {
    private final ObjectReader reader;

    /** @param json as {@code ExchangeJson} makes it */
    public MinuteKlineRows(ObjectMapper json) {
        this.reader = requireNonNull(json, "json is null")
                .readerFor(KlineRow.class)
                .without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    }

    /**
     * The price that the parser has just come to.
     *
     * @param row its zero-based position
     * @param asset what is priced: the contract's base asset
     * @param in the contract's quote asset
     * @throws MalformedReply if something is missing that every candle has
     * @throws IOException if the answer ends or is no JSON
     */
    public MinutePrice read(JsonParser parser, int row, String asset, String in) throws IOException {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            parser.skipChildren();
            throw new MalformedReply(MinuteKlines.NAME, "row " + row + " is no candle");
        }
        int depth = parser.getParsingContext().getNestingDepth();
        KlineRow given;
        try {
            given = reader.readValue(parser);
        } catch (JsonMappingException e) {
            while (parser.getParsingContext().getNestingDepth() >= depth) {
                parser.nextToken();
            }
            throw new MalformedReply(MinuteKlines.NAME, "row " + row + " cannot be read at " + e.getPathReference());
        }
        Fields fields = new Fields(MinuteKlines.NAME, row);
        var close = fields.need(given.close(), "close");
        if (close.signum() <= 0) {
            throw new MalformedReply(MinuteKlines.NAME, "row " + row + " has a close that is not above zero");
        }
        return new MinutePrice(
                asset, in, fields.time(given.openTime(), "openTime").toEpochMilli(), close);
    }
}
