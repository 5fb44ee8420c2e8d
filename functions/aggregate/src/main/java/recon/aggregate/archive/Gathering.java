package recon.aggregate.archive;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import recon.binance.futuresaccount.FuturesAccount;
import recon.binance.futuresdownloads.DownloadedFile;
import recon.binance.futuressettings.FuturesMode;
import recon.binance.futuressettings.FuturesSymbolConfig;
import recon.binance.futuressettings.SymbolSettingRows;
import recon.binance.klines.MinuteKlineRows;
import recon.binance.klines.MinuteKlines;
import recon.binance.source.MalformedReply;
import recon.intake.position.PositionAnswers;
import recon.intake.position.PositionList;
import recon.intake.position.PositionRowReader;
import recon.intake.position.Unread;
import recon.ledger.booking.FuturesIncome;
import recon.ledger.position.PositionStream;
import recon.ledger.position.row.CommissionSign;
import recon.ledger.position.row.FuturesFill;
import recon.ledger.position.row.PositionMode;
import recon.ledger.symbol.Contract;

/** One reading of all that the archive holds of the positions of one account. */
final class Gathering {
    private static final String MARKET = "exchange";
    private static final String SYMBOL = "symbol";
    private static final List<PositionList> OF_ACCOUNT = List.of(
            PositionList.TRADES,
            PositionList.ORDERS,
            PositionList.ALGO_ORDERS,
            PositionList.FORCE_ORDERS,
            PositionList.INCOME);

    /** A row shows at the exchange a while after its stamp; what is older and not there is missing. */
    private static final Duration LATE = Duration.ofHours(1);

    private interface Rows {
        void read(JsonParser parser) throws IOException;
    }

    private final ObjectMapper json;
    private final String account;
    private final CommissionSign sign;
    private final ArchivedPositions.Most most;
    private final PositionAnswers answers;
    private final AnswerWalk walk;
    private final PositionRowReader reader;
    private final SettingHistory settings = new SettingHistory();
    private final ShownPositions positions = new ShownPositions();
    private final ShownWallets wallets;
    private final NavigableMap<Instant, PositionMode> modes = new TreeMap<>();
    private final Coverage coverage = new Coverage();
    private final DownloadedRows downloads;
    private Instant tradesAsked = Instant.MIN;
    private Instant incomeAsked = Instant.MIN;

    Gathering(
            AnswerWalk walk,
            PositionAnswers answers,
            ObjectMapper json,
            String account,
            CommissionSign sign,
            ArchivedPositions.Most most) {
        this.json = json;
        this.account = account;
        this.sign = sign;
        this.most = most;
        this.walk = walk;
        this.answers = answers;
        this.reader = new PositionRowReader(json, account, sign, answers, most.rows());
        this.wallets = new ShownWallets(json);
        this.downloads = new DownloadedRows(json, account, sign, coverage, most.rows());
    }

    Gathered of(Map<String, Contract> contracts) {
        contracts.values().forEach(answers::contract);
        OF_ACCOUNT.forEach(list -> walk.each(list.source(), account, answer -> list(list, answer)));
        walk.each(DownloadedFile.SOURCE, account, downloads::read);
        downloads.into(answers);
        walk.each(PositionList.POSITIONS.source(), account, this::positions);
        walk.each(FuturesAccount.NAME, account, this::wallet);
        walk.each(FuturesSymbolConfig.NAME, account, this::settings);
        walk.each(FuturesMode.NAME, account, this::mode);
        List<FuturesFill> fills = answers.rows().fills();
        List<FuturesIncome> income = answers.rows().income(PositionStream.INCOME_ORDER);
        Set<String> traded = new HashSet<>();
        fills.forEach(fill -> traded.add(fill.symbol()));
        income.forEach(row -> traded.add(row.symbol()));
        walk.each(PositionList.FUNDING_RATES.source(), MARKET, answer -> {
            if (answer.parameter(SYMBOL).map(traded::contains).orElse(true)) {
                list(PositionList.FUNDING_RATES, answer);
            }
        });
        walk.each(MinuteKlines.NAME, MARKET, answer -> minutes(answer, contracts));
        positions.captures(fills, income).forEach(answers::captured);
        mode(fills).ifPresent(answers::mode);
        Optional<Instant> completeSince = coverage.since();
        return new Gathered(
                answers,
                settings,
                wallets.between(completeSince, notLate(incomeAsked)),
                completeSince,
                witnessed(),
                walk.objects());
    }

    private void list(PositionList list, Answer answer) {
        array(answer, parser -> {
            int rows = reader.read(list, parser, answer.key());
            if (list == PositionList.TRADES) {
                tradesAsked(answer, rows);
            } else if (list == PositionList.INCOME) {
                incomeAsked(answer, rows);
            }
        });
    }

    /** A collection may have been cut: up to when fills are known says the page alone that leaves room for more. */
    private void tradesAsked(Answer answer, int rows) {
        Instant until = answer.time("endTime")
                .filter(end -> end.isBefore(answer.sentAt()))
                .orElse(answer.sentAt());
        if (answer.full(rows)) {
            tradesAsked = later(tradesAsked, Instant.EPOCH);
        } else {
            answer.parameter(SYMBOL).ifPresent(symbol -> positions.tradesAsked(symbol, until));
            tradesAsked = later(tradesAsked, until);
        }
    }

    /** Likewise: a page that is full, or has one type alone, says that everything before it was read. */
    private void incomeAsked(Answer answer, int rows) {
        boolean more = answer.full(rows) || answer.parameter("incomeType").isPresent();
        Instant until = more ? answer.time("startTime").orElse(Instant.EPOCH).minusMillis(1) : answer.until();
        positions.incomeAsked(until);
        incomeAsked = later(incomeAsked, until);
        answer.from().filter(from -> !until.isBefore(from)).ifPresent(from -> coverage.add(from, until));
    }

    /** Where one of the two was never asked for, the other one says what is missing. */
    private Instant witnessed() {
        Instant last = later(tradesAsked, incomeAsked);
        boolean both = !tradesAsked.equals(Instant.MIN) && !incomeAsked.equals(Instant.MIN);
        Instant asked = !both ? last : tradesAsked.isBefore(incomeAsked) ? tradesAsked : incomeAsked;
        return notLate(asked);
    }

    private static Instant notLate(Instant asked) {
        return asked.equals(Instant.MIN) ? Instant.EPOCH : asked.minus(LATE);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private void positions(Answer answer) {
        PositionAnswers shown = new PositionAnswers();
        long before = answers.unusable();
        array(
                answer,
                parser -> new PositionRowReader(json, account, sign, shown, most.rows())
                        .read(PositionList.POSITIONS, parser, answer.key()));
        shown.unread().forEach(answers::unread);
        positions.shown(answer.sentAt(), answer.receivedAt(), shown.captures(), answers.unusable() == before);
    }

    private void wallet(Answer answer) {
        parsed(answer, parser -> {
            try {
                wallets.read(answer, parser);
            } catch (MalformedReply e) {
                answers.unread(new Unread("unusable_capture", answer.key(), String.valueOf(e.getMessage())));
            }
        });
    }

    private void settings(Answer answer) {
        settings.asked(answer.receivedAt());
        SymbolSettingRows rows = new SymbolSettingRows(json);
        each(answer, (parser, row) -> {
            SymbolSettingRows.SymbolSetting said = rows.read(parser, row);
            settings.said(answer.receivedAt(), said.symbol(), said.setting());
        });
    }

    private void mode(Answer answer) {
        parsed(answer, parser -> {
            while (parser.nextToken() != null) {
                if (parser.currentToken() == JsonToken.FIELD_NAME
                        && parser.currentName().equals("dualSidePosition")
                        && parser.nextToken().isBoolean()) {
                    modes.put(
                            answer.receivedAt(),
                            parser.currentToken() == JsonToken.VALUE_TRUE ? PositionMode.HEDGE : PositionMode.ONE_WAY);
                }
            }
        });
    }

    /** The mode may have been changed later: what was said first after the last fill counts. */
    private Optional<PositionMode> mode(List<FuturesFill> fills) {
        return fills.isEmpty()
                ? Optional.empty()
                : Optional.ofNullable(modes.ceilingEntry(
                                Instant.ofEpochMilli(fills.getLast().time())))
                        .map(Map.Entry::getValue);
    }

    private void minutes(Answer answer, Map<String, Contract> contracts) {
        Optional<Contract> contract = answer.parameter(SYMBOL).map(contracts::get);
        if (contract.isEmpty()) {
            answers.unread(new Unread("unknown_contract", answer.key(), "prices of a contract that is not listed"));
            return;
        }
        MinuteKlineRows rows = new MinuteKlineRows(json);
        each(
                answer,
                (parser, row) -> answers.price(rows.read(
                        parser, row, contract.get().baseAsset(), contract.get().quoteAsset())));
    }

    private interface Row {
        void read(JsonParser parser, int row) throws IOException;
    }

    private void each(Answer answer, Row rows) {
        array(answer, parser -> {
            for (int row = 0; parser.nextToken() != JsonToken.END_ARRAY; row++) {
                try {
                    rows.read(parser, row);
                } catch (MalformedReply e) {
                    answers.unread(
                            new Unread("unusable_row", answer.key() + "[" + row + "]", String.valueOf(e.getMessage())));
                }
            }
        });
    }

    private void array(Answer answer, Rows rows) {
        parsed(answer, parser -> {
            if (parser.nextToken() == JsonToken.START_ARRAY) {
                rows.read(parser);
            } else {
                answers.unread(new Unread("unknown_list", answer.key(), "is no array of rows"));
            }
        });
    }

    private void parsed(Answer answer, Rows rows) {
        try (JsonParser parser = json.createParser(answer.response().body())) {
            rows.read(parser);
        } catch (JsonProcessingException e) {
            answers.unread(new Unread(
                    "broken_answer", answer.key(), "is not JSON to its end: what stands before the break is used"));
        } catch (IOException e) {
            throw new UncheckedIOException("bytes in memory cannot be read: " + answer.key(), e);
        }
    }
}
