package recon.simulator.world;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import recon.simulator.event.OrderStatus;
import recon.simulator.futures.ContractFill;
import recon.simulator.futures.IncomeRow;
import recon.simulator.futures.PositionFlag;
import recon.simulator.market.Contract;

/** Takes orders in contracts and executes their fills: the row, the income, the position and its story. */
final class ContractBroker {
    private final Scene scene;
    private final Positions positions;
    private final ContractFees fees;
    private final Stories stories;
    private final List<Watcher> watchers = new ArrayList<>();

    /** Who is told that a position has ended. */
    interface Watcher {
        void ended(Stories.Key key, long at);
    }

    ContractBroker(Scene scene, Positions positions) {
        this.scene = scene;
        this.positions = positions;
        this.fees = new ContractFees(scene);
        this.stories = new Stories(scene.history().contracts());
    }

    void watched(Watcher watcher) {
        watchers.add(watcher);
    }

    Stories stories() {
        return stories;
    }

    Stories.Key key(ContractIntent intent) {
        return new Stories.Key(scene.uid(intent.account()), intent.contract().symbol(), intent.side());
    }

    Position position(ContractIntent intent) {
        Stories.Key key = key(intent);
        return positions.current(key.uid(), key.symbol(), key.side());
    }

    ContractTicket take(ContractIntent intent, OrderForm form, long at) {
        String symbol = intent.contract().symbol();
        ContractTicket ticket = new ContractTicket(intent, form, scene.numbers().contractOrder(symbol), at);
        scene.history().contracts().orders().add(scene.uid(intent.account()), ticket.stages());
        return ticket;
    }

    /** Fills a part of an order if it lives and the account can bear it; else the order is at its end. Tells which. */
    boolean fill(ContractTicket ticket, long at, BigDecimal qty, BigDecimal price) {
        ContractIntent intent = ticket.intent();
        Position before = position(intent);
        BigDecimal signed = intent.signed(qty);
        BigDecimal closed = before.closedBy(signed);
        BigDecimal dollars = qty.multiply(price);
        BigDecimal profit = before.profit(closed, price);
        ContractFees.Fee fee = fees.of(ticket, dollars, at);
        if (ticket.ended()) {
            return false;
        }
        boolean allowed = before.stays(signed)
                && (!intent.reduceOnly() || closed.abs().compareTo(qty) == 0)
                && (ticket.form().forced() || scene.market().settlement().open(intent.contract(), at));
        if (!allowed || !affordable(intent.account(), profit, fee)) {
            ticket.end(at, OrderStatus.EXPIRED);
            return false;
        }
        ContractFill row = new ContractFill(
                intent.contract().symbol(),
                scene.numbers().trade("contract " + intent.contract().symbol(), at),
                ticket.id(),
                intent.buy(),
                intent.side(),
                price,
                qty,
                dollars,
                profit,
                fee.amount(),
                fee.asset(),
                ticket.form().charging().maker(),
                at);
        scene.history().contracts().fills().add(scene.uid(intent.account()), row);
        book(intent, row);
        ticket.filled(at, qty, dollars);
        Position after = before.after(at, signed, price);
        positions.changed(scene.uid(intent.account()), after);
        tell(intent, row, fee, closed.abs(), closed.compareTo(before.amount()) == 0);
        return true;
    }

    /** What a fill of so many dollars would cost. */
    BigDecimal fee(ContractTicket ticket, BigDecimal dollars, long at) {
        return fees.of(ticket, dollars, at).amount();
    }

    /** The position has changed without a fill. */
    void moved(ContractIntent intent, BigDecimal left, long at) {
        Stories.Key key = key(intent);
        Position before = position(intent);
        stories.of(key)
                .ifPresent(story ->
                        story.moved(at, left.abs().subtract(before.amount().abs())));
        positions.changed(key.uid(), before.moved(at, left));
        if (left.signum() == 0) {
            end(key, at);
        }
    }

    /** Moves the wallet and writes it down. */
    void book(int account, IncomeRow row) {
        scene.wallets().move(account, Wallet.FUTURES, row.asset(), row.time(), row.amount());
        scene.history().income().add(scene.uid(account), row);
    }

    /** What the wallet has of the margin asset. */
    BigDecimal dollars(int account) {
        return scene.wallets().spendable(account, Wallet.FUTURES, Contract.MARGIN_ASSET);
    }

    /** The fee is taken before the profit is given. */
    private boolean affordable(int account, BigDecimal profit, ContractFees.Fee fee) {
        BigDecimal paid =
                fee.asset().equals(Contract.MARGIN_ASSET) ? fee.amount().max(BigDecimal.ZERO) : BigDecimal.ZERO;
        return dollars(account).subtract(paid).add(profit.min(BigDecimal.ZERO)).signum() >= 0;
    }

    /** Fee and profit of one fill share their number; where one is zero there is no row of it. */
    private void book(ContractIntent intent, ContractFill row) {
        long tranId = scene.numbers().own("income");
        String trade = Long.toString(row.id());
        if (row.commission().signum() != 0) {
            book(
                    intent.account(),
                    new IncomeRow(
                            row.symbol(),
                            IncomeRow.COMMISSION,
                            row.commission().negate(),
                            row.commissionAsset(),
                            row.time(),
                            tranId,
                            trade));
        }
        if (row.realizedPnl().signum() != 0) {
            book(
                    intent.account(),
                    new IncomeRow(
                            row.symbol(),
                            IncomeRow.PROFIT,
                            row.realizedPnl(),
                            Contract.MARGIN_ASSET,
                            row.time(),
                            tranId,
                            trade));
        }
    }

    private void tell(ContractIntent intent, ContractFill row, ContractFees.Fee fee, BigDecimal closed, boolean whole) {
        Stories.Key key = key(intent);
        BigDecimal opened = row.qty().subtract(closed);
        boolean flip = closed.signum() > 0 && opened.signum() > 0;
        BigDecimal closing =
                closed.signum() == 0 ? BigDecimal.ZERO : flip ? fee.share(closed, row.qty()) : fee.amount();
        if (closed.signum() > 0) {
            PositionStory story = stories.of(key).orElseThrow();
            story.left(row.time(), row.id(), closed, row.price(), row.realizedPnl(), closing, fee.asset());
            if (flip) {
                story.marked(row.time(), PositionFlag.CLOSED_BY_FLIP);
            }
            if (whole) {
                end(key, row.time());
            }
        }
        if (opened.signum() > 0) {
            PositionStory story = stories.of(key).orElseGet(() -> stories.begun(key, intent.buy()));
            story.entered(
                    row.time(), row.id(), opened, row.price(), fee.amount().subtract(closing), fee.asset());
            if (flip) {
                story.marked(row.time(), PositionFlag.OPENED_BY_FLIP);
            }
        }
    }

    private void end(Stories.Key key, long at) {
        stories.ended(key, at);
        watchers.forEach(watcher -> watcher.ended(key, at));
    }
}
