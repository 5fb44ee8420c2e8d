package recon.simulator.world;

import java.util.Optional;
import recon.simulator.draw.Draw;
import recon.simulator.market.Market;
import recon.simulator.market.Symbol;

/** Plans a day's trading of one account: the everyday orders, and the special ones that every world has. */
final class Trading {
    private static final int LARGEST_BURST = 14;

    private final long seed;
    private final int accounts;
    private final int tradesPerDay;
    private final long firstDayMs;
    private final Market market;
    private final Desk desk;
    private final Agenda agenda;
    private final Moments moments;

    Trading(
            long seed,
            int accounts,
            int tradesPerDay,
            long firstDayMs,
            Market market,
            Desk desk,
            Agenda agenda,
            Moments moments) {
        this.seed = seed;
        this.accounts = accounts;
        this.tradesPerDay = tradesPerDay;
        this.firstDayMs = firstDayMs;
        this.market = market;
        this.desk = desk;
        this.agenda = agenda;
        this.moments = moments;
    }

    void plan(long dayStart, int account) {
        Draw draw = Draw.of(seed, "trading", dayStart, account);
        int left = tradesPerDay - special(draw, dayStart, account);
        if (left >= 8) {
            int parts = Math.min(left / 4, draw.between(4, LARGEST_BURST));
            note(draw, dayStart, (own, at) -> desk.anyOrder(own, account, parts, true, at));
            left -= parts;
        }
        if (left >= 2 && draw.chance(60)) {
            note(draw, dayStart, (own, at) -> desk.selfTrade(own, account, at));
            left -= 2;
        }
        if (left >= 2 && draw.chance(70) && !market.passing().isEmpty()) {
            note(draw, dayStart, (own, at) -> desk.passThrough(own, account, at));
            left -= 2;
        }
        while (left > 0) {
            int parts = Math.min(left, draw.between(1, 3));
            note(draw, dayStart, (own, at) -> desk.anyOrder(own, account, parts, false, at));
            left -= parts;
        }
    }

    private interface Intent {
        void at(Draw draw, long ms);
    }

    private void note(Draw draw, long dayStart, Intent intent) {
        Draw own = Draw.of(draw.next(), "intent");
        agenda.note(moments.fill(draw, dayStart), at -> intent.at(own, at));
    }

    /** Orders in the symbols that a test wants to find traded; returns how many. */
    private int special(Draw draw, long dayStart, int account) {
        int count = 0;
        if (tradesPerDay == 0) {
            return count;
        }
        if (Math.floorMod(dayStart / Agenda.DAY_MS, (long) accounts) == account) {
            count += eitherWay(draw, dayStart, account, market.foreign(), true);
        }
        if (account == 0 && dayStart < firstDayMs) {
            for (Symbol symbol : market.gone()) {
                count += eitherWay(draw, dayStart, account, symbol, false);
            }
        }
        Optional<Symbol> closing = market.closing().filter(_ -> account == 0 && dayStart <= firstDayMs);
        if (closing.isPresent()) {
            count += eitherWay(draw, dayStart, account, closing.get(), true);
        }
        return count;
    }

    private int eitherWay(Draw draw, long dayStart, int account, Symbol symbol, boolean buy) {
        Draw own = Draw.of(draw.next(), "special");
        long at = moments.notQuiet(dayStart + Agenda.DAY_MS / 8 + draw.below((int) (Agenda.DAY_MS / 2)));
        agenda.note(at, ms -> {
            if (!desk.order(own, account, symbol, buy, 1, false, ms)) {
                desk.order(own, account, symbol, !buy, 1, false, ms);
            }
        });
        return 1;
    }
}
