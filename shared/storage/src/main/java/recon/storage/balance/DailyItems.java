package recon.storage.balance;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import recon.ledger.Wallet;
import recon.ledger.balance.DailyBalance;
import recon.ledger.balance.Debt;
import recon.storage.item.Digest;
import recon.storage.item.Item;
import recon.storage.item.Keys;

/** The closed day of one wallet: a header that names the generation that counts, and one item per asset. */
final class DailyItems {
    static final String HEADER = "header";
    static final String ROW = "row";
    private static final int VERSION_DIGITS = 8;
    private static final int HASH_DIGITS = 16;

    private DailyItems() {}

    static String partition(String accountId, LocalDate date) {
        return Keys.join(accountId, "day", date.toString());
    }

    static String headerSort(Wallet wallet) {
        return Keys.join(HEADER, wallet.name());
    }

    static String rowPrefix(Wallet wallet) {
        return Keys.prefix(ROW, wallet.name());
    }

    static String rowPrefix(Wallet wallet, String generation) {
        return Keys.prefix(ROW, wallet.name(), generation);
    }

    /** Where the rows of generations begin that are later than this one. */
    static String after(Wallet wallet, String generation) {
        long version = Long.parseLong(generation.substring(0, VERSION_DIGITS));
        return rowPrefix(wallet) + Keys.digits(version + 1, VERSION_DIGITS);
    }

    /** A name for these rows, the same whenever the rows are: version first, so that older ones are known as such. */
    static String generation(long version, List<DailyBalance> rows) {
        return Keys.digits(version, VERSION_DIGITS) + "-" + content(rows);
    }

    static String content(List<DailyBalance> rows) {
        return Digest.sha256(rows.stream()
                        .map(r -> new TreeMap<>(row("", r).values()).toString())
                        .sorted()
                        .collect(Collectors.joining("\n")))
                .substring(0, HASH_DIGITS);
    }

    static Item row(String generation, DailyBalance row) {
        return Item.at(
                        partition(row.accountId(), row.date()),
                        rowPrefix(row.wallet()) + Keys.join(generation, row.asset()))
                .text("generation", generation)
                .text("date", row.date().toString())
                .text("account_id", row.accountId())
                .text("wallet", row.wallet().name())
                .text("asset", row.asset())
                .amount("start_balance", row.start())
                .amount("transfers_in", row.transfersIn())
                .amount("transfers_out", row.transfersOut())
                .amount("trades_in", row.tradesIn())
                .amount("trades_out", row.tradesOut())
                .amount("fees", row.fees())
                .amount("cal_balance", row.calculated())
                .amount("raw_balance", row.actual())
                .known("raw_balance_source", row.source())
                .amount("snapshot_balance", row.snapshot())
                .amount("variance_in_asset", row.variance())
                .flag("carried", row.carried())
                .known("cause", row.cause())
                .amount("start_loan", owed(row.loan(), Debt::start))
                .amount("cal_loan", owed(row.loan(), Debt::calculated))
                .amount("raw_loan", row.loan().actual())
                .known("loan_cause", row.loan().cause())
                .amount("start_interest", owed(row.interest(), Debt::start))
                .amount("cal_interest", owed(row.interest(), Debt::calculated))
                .amount("raw_interest", row.interest().actual())
                .known("interest_cause", row.interest().cause())
                .amount("raw_unrealised_pnl", row.unrealisedPnl())
                .amount("usd_price", row.usdPrice())
                .build();
    }

    static DailyBalance read(Item item) {
        return new DailyBalance(
                LocalDate.parse(item.text("date")),
                item.text("account_id"),
                new Wallet(item.text("wallet")),
                item.text("asset"),
                item.amount("start_balance"),
                item.amount("transfers_in"),
                item.amount("transfers_out"),
                item.amount("trades_in"),
                item.amount("trades_out"),
                item.amount("fees"),
                item.amount("cal_balance"),
                item.maybeAmount("raw_balance"),
                item.maybeText("raw_balance_source").orElse(""),
                item.maybeAmount("snapshot_balance"),
                item.maybeAmount("variance_in_asset"),
                item.flag("carried"),
                item.maybeText("cause").orElse(""),
                debt(item, "loan"),
                debt(item, "interest"),
                item.maybeAmount("raw_unrealised_pnl"),
                item.maybeAmount("usd_price"));
    }

    /** Most rows owe nothing and keep no trace of it. */
    private static Optional<BigDecimal> owed(Debt debt, Function<Debt, BigDecimal> part) {
        return debt.none() ? Optional.empty() : Optional.of(part.apply(debt));
    }

    private static Debt debt(Item item, String name) {
        return item.maybeAmount("cal_" + name)
                .map(calculated -> new Debt(
                        item.amount("start_" + name),
                        calculated,
                        item.maybeAmount("raw_" + name),
                        item.maybeText(name + "_cause").orElse("")))
                .orElse(Debt.NONE);
    }
}
