package recon.local.positions;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import recon.binance.fundingrates.FundingRateRows;
import recon.binance.futuresincome.FuturesIncomeRows;
import recon.binance.futuresinfo.ContractRows;
import recon.binance.futuresorders.FuturesAlgoOrderRows;
import recon.binance.futuresorders.FuturesOrderRows;
import recon.binance.futurespositions.PositionRiskRows;
import recon.binance.futurestrades.FuturesTradeRows;
import recon.binance.source.MalformedReply;
import recon.ledger.position.row.CommissionSign;
import recon.ledger.position.row.FuturesOrder.Kind;

/**
 * Reads files of the shape {@code {"userTrades":[…],"allOrders":[…],"income":[…]}} row by row. What else the exchange says
 * of an account or a market is read under the names of its endpoints; other parts are passed over and counted.
 */
final class DumpReader {
    /** More would not fit into the memory of the command. */
    static final int MOST_ROWS = 2_000_000;

    private interface Row {
        void read(JsonParser parser, int row) throws IOException;
    }

    private final ObjectMapper json;
    private final Dump dump;
    private final int mostRows;
    private final Map<String, Row> lists = new HashMap<>();
    private final Row contracts;

    /**
     * A reader into one dump.
     *
     * @param json as {@code ExchangeJson} makes it
     * @param account whose rows they are: rows do not say it
     * @param mostRows how many may be kept
     */
    DumpReader(ObjectMapper json, String account, Dump dump, int mostRows) {
        this.json = json;
        this.dump = dump;
        this.mostRows = mostRows;
        FuturesTradeRows fills = new FuturesTradeRows(json, CommissionSign.PAID_IS_POSITIVE);
        FuturesOrderRows orders = new FuturesOrderRows(json, Kind.PLAIN);
        FuturesOrderRows forced = new FuturesOrderRows(json, Kind.FORCED);
        FuturesAlgoOrderRows conditional = new FuturesAlgoOrderRows(json);
        FuturesIncomeRows income = new FuturesIncomeRows(json);
        PositionRiskRows positions = new PositionRiskRows(json);
        FundingRateRows rates = new FundingRateRows(json);
        ContractRows listed = new ContractRows(json);
        lists.put("userTrades", (parser, row) -> dump.rows().fill(fills.read(parser, row, account)));
        lists.put("allOrders", (parser, row) -> dump.rows().order(orders.read(parser, row, account)));
        lists.put("forceOrders", (parser, row) -> dump.rows().order(forced.read(parser, row, account)));
        lists.put("allAlgoOrders", (parser, row) -> dump.rows().order(conditional.read(parser, row, account)));
        lists.put("income", (parser, row) -> dump.rows().income(income.read(parser, row, account)));
        lists.put(
                "positionRisk",
                (parser, row) -> positions.read(parser, row, account).ifPresent(dump::captured));
        lists.put("fundingRate", (parser, row) -> dump.rate(rates.read(parser, row)));
        contracts = (parser, row) -> dump.contract(listed.read(parser, row));
    }

    /**
     * Reads one file. What cannot be read is noted, and the rest is kept.
     *
     * @throws IllegalArgumentException if there is more than can be held
     */
    void read(Path file) {
        String name = String.valueOf(file.getFileName());
        try (JsonParser parser = json.createParser(Files.newInputStream(file))) {
            if (parser.nextToken() != JsonToken.START_OBJECT || !object(parser, name)) {
                dump.unread(new Unread(
                        "unknown_file",
                        name,
                        "is no object with userTrades, allOrders or income: give the answers under these names"));
            }
        } catch (JsonProcessingException e) {
            dump.unread(new Unread(
                    "broken_file",
                    name + " line "
                            + (e.getLocation() == null ? 0 : e.getLocation().getLineNr()),
                    "is not JSON from here on: what stands before it is used"));
        } catch (IOException e) {
            dump.unread(new Unread("broken_file", name, "cannot be read to its end: what was read is used"));
        }
    }

    private boolean object(JsonParser parser, String file) throws IOException {
        boolean known = false;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            Row row = lists.get(name);
            if (row != null && parser.currentToken() == JsonToken.START_ARRAY) {
                rows(parser, name, row, file);
                known = true;
            } else if (name.equals("exchangeInfo") && parser.currentToken() == JsonToken.START_OBJECT) {
                exchangeInfo(parser, file);
                known = true;
            } else if (row != null) {
                dump.unread(new Unread("unknown_list", file + " " + name, "is no array of rows"));
                known = true;
                parser.skipChildren();
            } else {
                dump.skipped(name);
                parser.skipChildren();
            }
        }
        return known;
    }

    private void exchangeInfo(JsonParser parser, String file) throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            boolean symbols = parser.currentName().equals("symbols");
            if (parser.nextToken() == JsonToken.START_ARRAY && symbols) {
                rows(parser, "exchangeInfo.symbols", contracts, file);
            } else {
                parser.skipChildren();
            }
        }
    }

    private void rows(JsonParser parser, String list, Row row, String file) throws IOException {
        int number = 0;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            try {
                row.read(parser, number);
            } catch (MalformedReply e) {
                dump.unread(new Unread(
                        "unusable_row", file + " " + list + "[" + number + "]", String.valueOf(e.getMessage())));
            }
            number++;
            if (dump.size() > mostRows) {
                throw new IllegalArgumentException("the files have more than " + mostRows
                        + " rows: give those of fewer contracts at a time, each whole");
            }
        }
    }
}
