package recon.aggregate.fold;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import recon.intake.position.PositionList;
import recon.ledger.booking.FuturesIncome;
import recon.ledger.position.TruthfulExchange;
import recon.ledger.position.row.FundingRate;
import recon.ledger.position.row.FuturesFill;

/** The rows of an exchange as it would answer them, on pages of any size and in any order. */
final class Answers {
    private Answers() {}

    /** One answer. */
    record Answer(PositionList list, List<String> rows) {
        String body() {
            return "[" + String.join(",", rows) + "]";
        }
    }

    /** Everything, each list on one page. */
    static List<Answer> whole(TruthfulExchange exchange) {
        return List.of(
                new Answer(
                        PositionList.TRADES,
                        exchange.journal.fills.stream().map(Answers::row).toList()),
                new Answer(
                        PositionList.INCOME,
                        exchange.journal.income.stream().map(Answers::row).toList()),
                new Answer(
                        PositionList.FUNDING_RATES,
                        exchange.rates.stream().map(Answers::row).toList()));
    }

    /** Everything at least once: pages of any size that overlap at random, in any order. */
    static List<Answer> pages(TruthfulExchange exchange, Random random) {
        List<Answer> pages = new ArrayList<>();
        for (Answer all : whole(exchange)) {
            int end = 0;
            while (end < all.rows().size()) {
                int from = Math.max(0, end - random.nextInt(4));
                end = Math.min(all.rows().size(), end + 1 + random.nextInt(7));
                pages.add(new Answer(all.list(), all.rows().subList(from, end)));
            }
        }
        Collections.shuffle(pages, random);
        return pages;
    }

    /** A stretch of each list. */
    static Stream<Answer> window(TruthfulExchange exchange, Random random) {
        return whole(exchange).stream().map(all -> {
            int from = random.nextInt(all.rows().size() + 1);
            int end = from + random.nextInt(all.rows().size() - from + 1);
            return new Answer(all.list(), all.rows().subList(from, end));
        });
    }

    private static String row(FuturesFill fill) {
        return """
                {"symbol":"%s","id":%d,"orderId":%d,"side":"%s","price":"%s","qty":"%s","realizedPnl":"%s",
                 "commission":"%s","commissionAsset":"%s","time":%d,"positionSide":"%s","maker":%s}""".formatted(
                        fill.symbol(),
                        fill.id(),
                        fill.orderId(),
                        fill.buyer() ? "BUY" : "SELL",
                        fill.price().toPlainString(),
                        fill.quantity().toPlainString(),
                        fill.realizedPnl().toPlainString(),
                        fill.commission().toPlainString(),
                        fill.commissionAsset(),
                        fill.time(),
                        fill.positionSide(),
                        fill.maker());
    }

    private static String row(FuturesIncome row) {
        return """
                {"symbol":"%s","incomeType":"%s","income":"%s","asset":"%s","time":%d,"tranId":%d,"tradeId":"%s"}""".formatted(
                        row.symbol(),
                        row.incomeType(),
                        row.income().toPlainString(),
                        row.asset(),
                        row.time().toEpochMilli(),
                        row.tranId(),
                        row.tradeId());
    }

    private static String row(FundingRate rate) {
        return """
                {"symbol":"%s","fundingTime":%d,"fundingRate":"%s","markPrice":"%s"}""".formatted(
                        rate.symbol(),
                        rate.time(),
                        rate.rate().toPlainString(),
                        rate.markPrice().toPlainString());
    }
}
