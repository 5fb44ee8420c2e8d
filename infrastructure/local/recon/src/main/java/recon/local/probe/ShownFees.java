package recon.local.probe;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import recon.binance.futuresincome.FuturesIncomes;
import recon.binance.futurestrades.FuturesTrades;
import recon.binance.request.Reply;
import recon.binance.source.Cursor;
import recon.binance.source.Source;
import recon.collect.account.CollectedAccount;
import recon.intake.position.PositionAnswers;
import recon.intake.position.PositionList;
import recon.intake.position.PositionRowReader;
import recon.ledger.booking.FuturesIncome;
import recon.ledger.position.row.CommissionSign;
import recon.ledger.position.row.FuturesFill;
import recon.local.check.ExchangeUnreachable;

/** What fills in futures say that they cost. */
final class ShownFees {
    /** Of a page of income and one of fills. */
    private static final int MOST_ROWS = 2_000;

    private final Period period;

    ShownFees(Period period) {
        this.period = requireNonNull(period, "period is null");
    }

    /**
     * The fees of fills in one futures contract, as the fills sign them, where the income shows that they were paid; nothing
     * where the account has no such wallet or paid none. One page of each is enough.
     */
    List<BigDecimal> of(CollectedAccount account) {
        PositionAnswers answers = new PositionAnswers();
        PositionRowReader reader = new PositionRowReader(
                period.json(), account.account().id(), CommissionSign.PAID_IS_POSITIVE, answers, MOST_ROWS);
        page(PositionList.INCOME, new FuturesIncomes(period.json()), account, Cursor.START, reader);
        Map<String, Set<String>> paid = answers.income().stream()
                .filter(row ->
                        row.incomeType().equals("COMMISSION") && row.income().signum() < 0)
                .filter(row -> !row.tradeId().isEmpty())
                .collect(Collectors.groupingBy(
                        FuturesIncome::symbol,
                        TreeMap::new,
                        Collectors.mapping(FuturesIncome::tradeId, Collectors.toSet())));
        paid.keySet().stream()
                .findFirst()
                .ifPresent(contract -> page(
                        PositionList.TRADES,
                        new FuturesTrades(period.json()),
                        account,
                        Cursor.START.with(Cursor.SYMBOL, contract),
                        reader));
        return answers.rows().fills().stream()
                .filter(fill -> paid.getOrDefault(fill.symbol(), Set.of()).contains(Long.toString(fill.id())))
                .map(FuturesFill::commission)
                .toList();
    }

    private void page(
            PositionList list, Source source, CollectedAccount account, Cursor cursor, PositionRowReader reader) {
        Optional<Reply> reply = period.ask(source, account, cursor, period.scope(account, List.of()));
        if (reply.isPresent()) {
            try (JsonParser parser = period.json().createParser(reply.get().body())) {
                parser.nextToken();
                if (!PositionRowReader.begins(list, parser)) {
                    throw new ExchangeUnreachable(source.name() + " answered something else than a list");
                }
                reader.read(list, parser, Period.NOWHERE);
            } catch (IOException e) {
                throw new ExchangeUnreachable("the answer cannot be used: " + e.getMessage());
            }
        }
    }
}
