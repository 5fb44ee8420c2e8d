package recon.simulator.world;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import recon.simulator.draw.Draw;

/** Borrows and repays in one kind of margin wallet; interest accrues by the hour and is owed until it is repaid. */
final class Loans implements DayPlan {
    private static final long HOUR_MS = 3_600_000;
    private static final int MONEY_SCALE = 8;
    private static final int LEAST_DOLLARS = 60;
    private static final int LONGEST_PENDING_MS = 120_000;
    private static final BigDecimal MOST_OWED = new BigDecimal("0.6");

    private final Scene scene;
    private final MarginDesk.Account desk;
    private final Flows flows;

    Loans(Scene scene, MarginDesk.Account desk, Flows flows) {
        this.scene = scene;
        this.desk = desk;
        this.flows = flows;
    }

    @Override
    public void plan(long dayStart, int account) {
        String wallet = desk.wallet(account);
        for (long at = dayStart; at < dayStart + Agenda.DAY_MS; at += HOUR_MS) {
            scene.agenda().note(at, ms -> accrueAll(account, wallet, ms));
        }
        Draw draw = Draw.of(scene.seed(), "loans " + wallet, dayStart, account);
        int count = draw.between(1, 3);
        for (int i = 0; i < count; i++) {
            Draw own = Draw.of(draw.next(), "loan");
            scene.agenda().note(scene.moments().any(own, dayStart), at -> act(own, account, wallet, at));
        }
    }

    private void act(Draw draw, int account, String wallet, long at) {
        Purse purse = scene.wallets().purse(account, wallet);
        List<String> owed = purse.borrowed().assets().stream()
                .filter(asset -> purse.owes(asset).signum() > 0)
                .toList();
        if (!owed.isEmpty() && draw.chance(50)) {
            repay(draw, account, wallet, draw.pick(owed), at);
        } else {
            borrow(draw, account, wallet, draw.pick(desk.lendable(account)), at);
        }
    }

    private void borrow(Draw draw, int account, String wallet, String asset, long at) {
        Purse purse = scene.wallets().purse(account, wallet);
        BigDecimal held = dollars(purse.balance(), at);
        BigDecimal owed = dollars(purse.borrowed(), at);
        BigDecimal room = held.subtract(owed).multiply(MOST_OWED).subtract(owed);
        int dollars = room.multiply(BigDecimal.valueOf(draw.between(20, 60), 2)).intValue();
        if (dollars < LEAST_DOLLARS) {
            return;
        }
        BigDecimal amount = scene.amounts().worth(asset, dollars, at);
        LoanRow row = row(draw, true, asset, amount, BigDecimal.ZERO, at, wallet);
        scene.history().loans().add(scene.uid(account), row);
        if (row.success()) {
            purse.owe(asset, at, amount, BigDecimal.ZERO);
            flows.move(account, wallet, "BORROW", flows.tranId(row.txId()), asset, amount, at);
            accrue(account, wallet, asset, amount, "ON_BORROW", at);
        }
    }

    /** Interest is paid first. */
    private void repay(Draw draw, int account, String wallet, String asset, long at) {
        Purse purse = scene.wallets().purse(account, wallet);
        BigDecimal most = purse.owes(asset).min(purse.holds(asset));
        BigDecimal amount = draw.chance(50)
                ? most
                : most.multiply(BigDecimal.valueOf(draw.between(20, 70), 2)).setScale(MONEY_SCALE, RoundingMode.DOWN);
        if (amount.signum() <= 0) {
            return;
        }
        BigDecimal interest = amount.min(purse.interest().total(asset));
        LoanRow row = row(draw, false, asset, amount.subtract(interest), interest, at, wallet);
        scene.history().loans().add(scene.uid(account), row);
        if (row.success()) {
            purse.owe(asset, at, row.principal().negate(), interest.negate());
            flows.move(account, wallet, "REPAY", flows.tranId(row.txId()), asset, amount.negate(), at);
        }
    }

    private LoanRow row(
            Draw draw,
            boolean borrow,
            String asset,
            BigDecimal principal,
            BigDecimal interest,
            long at,
            String wallet) {
        return new LoanRow(
                scene.numbers().own("loan"),
                borrow,
                draw.chance(70) ? "MANUAL" : "AUTO",
                asset,
                principal,
                interest,
                at,
                draw.chance(10) ? at + draw.below(LONGEST_PENDING_MS) : at,
                !draw.chance(10),
                Wallet.pairOrEmpty(wallet));
    }

    private void accrueAll(int account, String wallet, long at) {
        Purse purse = scene.wallets().purse(account, wallet);
        for (String asset : purse.borrowed().assets()) {
            BigDecimal principal = purse.borrowed().total(asset);
            if (principal.signum() > 0) {
                accrue(account, wallet, asset, principal, "PERIODIC", at);
            }
        }
    }

    private void accrue(int account, String wallet, String asset, BigDecimal principal, String type, long at) {
        long day = Math.floorDiv(at, Agenda.DAY_MS);
        BigDecimal rate = BigDecimal.valueOf(
                Draw.of(scene.seed(), "interest " + asset, day).between(30, 90), 7);
        BigDecimal interest = principal.multiply(rate).setScale(MONEY_SCALE, RoundingMode.UP);
        scene.wallets().purse(account, wallet).owe(asset, at, BigDecimal.ZERO, interest);
        scene.history()
                .interest()
                .add(
                        scene.uid(account),
                        new InterestRow(
                                scene.numbers().own("interest"),
                                at,
                                asset,
                                principal,
                                interest,
                                rate,
                                type,
                                Wallet.pairOrEmpty(wallet)));
    }

    private BigDecimal dollars(Book book, long at) {
        return book.assets().stream()
                .map(asset -> scene.amounts().dollars(asset, book.total(asset), at))
                .reduce(BigDecimal.ZERO, (sum, each) -> sum.add(each, MathContext.DECIMAL64));
    }
}
