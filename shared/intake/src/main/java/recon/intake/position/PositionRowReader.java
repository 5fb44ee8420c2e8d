package recon.intake.position;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
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

/** Reads lists of one account row by row. A row that cannot be used is noted, and the next one is read. */
public final class PositionRowReader {
    private interface Row {
        void read(JsonParser parser, int row) throws IOException;
    }

    private final ObjectMapper json;
    private final PositionAnswers answers;
    private final int mostRows;
    private final Map<PositionList, Row> lists = new EnumMap<>(PositionList.class);

    /**
     * A reader into these answers.
     *
     * @param json as {@code ExchangeJson} makes it
     * @param account whose rows they are: rows do not say it
     * @param mostRows how many may be kept
     */
    public PositionRowReader(
            ObjectMapper json, String account, CommissionSign sign, PositionAnswers answers, int mostRows) {
        requireNonNull(account, "account is null");
        this.json = requireNonNull(json, "json is null");
        this.answers = requireNonNull(answers, "answers is null");
        this.mostRows = mostRows;
        FuturesTradeRows fills = new FuturesTradeRows(json, sign);
        FuturesOrderRows orders = new FuturesOrderRows(json, Kind.PLAIN);
        FuturesOrderRows forced = new FuturesOrderRows(json, Kind.FORCED);
        FuturesAlgoOrderRows conditional = new FuturesAlgoOrderRows(json);
        FuturesIncomeRows income = new FuturesIncomeRows(json);
        PositionRiskRows positions = new PositionRiskRows(json);
        FundingRateRows rates = new FundingRateRows(json);
        ContractRows contracts = new ContractRows(json);
        lists.put(PositionList.TRADES, (parser, row) -> answers.rows().fill(fills.read(parser, row, account)));
        lists.put(PositionList.ORDERS, (parser, row) -> answers.rows().order(orders.read(parser, row, account)));
        lists.put(PositionList.FORCE_ORDERS, (parser, row) -> answers.rows().order(forced.read(parser, row, account)));
        lists.put(
                PositionList.ALGO_ORDERS,
                (parser, row) -> answers.rows().order(conditional.read(parser, row, account)));
        lists.put(PositionList.INCOME, (parser, row) -> answers.rows().income(income.read(parser, row, account)));
        lists.put(
                PositionList.POSITIONS,
                (parser, row) -> positions.read(parser, row, account).ifPresent(answers::captured));
        lists.put(PositionList.FUNDING_RATES, (parser, row) -> answers.rate(rates.read(parser, row)));
        lists.put(PositionList.CONTRACTS, (parser, row) -> answers.contract(contracts.read(parser, row)));
    }

    /** Whether the parser, which has just come to a value, stands where the rows of the list begin. */
    public static boolean begins(PositionList list, JsonParser parser) {
        return parser.currentToken()
                == (list == PositionList.CONTRACTS ? JsonToken.START_OBJECT : JsonToken.START_ARRAY);
    }

    /**
     * Reads a list where {@link #begins} holds; afterwards the parser stands at its end.
     *
     * @param place where it stands, for people
     * @return how many rows it has, those included that cannot be used
     * @throws TooManyRows if there is more than can be kept
     * @throws IOException if it ends early or is no JSON
     */
    public int read(PositionList list, JsonParser parser, String place) throws IOException {
        if (list != PositionList.CONTRACTS) {
            return rows(list, parser, place);
        }
        int rows = 0;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            boolean symbols = parser.currentName().equals("symbols");
            if (parser.nextToken() == JsonToken.START_ARRAY && symbols) {
                rows += rows(list, parser, place + ".symbols");
            } else {
                parser.skipChildren();
            }
        }
        return rows;
    }

    /**
     * Reads one row that is told field by field.
     *
     * @param fields texts by the names that the endpoint gives them; what is empty is not told
     * @param number its zero-based position
     * @param place where it stands, for people
     * @throws TooManyRows if there is more than can be kept
     */
    public void row(PositionList list, Map<String, String> fields, int number, String place) {
        ObjectNode object = json.createObjectNode();
        fields.forEach((name, text) -> {
            if (!text.isEmpty()) {
                object.put(name, text);
            }
        });
        try (JsonParser parser = json.treeAsTokens(object)) {
            parser.nextToken();
            row(requireNonNull(lists.get(list)), parser, number, place);
        } catch (IOException e) {
            throw new UncheckedIOException("a row in memory cannot be read", e);
        }
    }

    private int rows(PositionList list, JsonParser parser, String place) throws IOException {
        Row row = requireNonNull(lists.get(list));
        int number = 0;
        for (; parser.nextToken() != JsonToken.END_ARRAY; number++) {
            row(row, parser, number, place);
        }
        return number;
    }

    private void row(Row row, JsonParser parser, int number, String place) throws IOException {
        try {
            row.read(parser, number);
        } catch (MalformedReply e) {
            answers.unread(new Unread("unusable_row", place + "[" + number + "]", String.valueOf(e.getMessage())));
        }
        if (answers.size() > mostRows) {
            throw new TooManyRows(mostRows);
        }
    }
}
