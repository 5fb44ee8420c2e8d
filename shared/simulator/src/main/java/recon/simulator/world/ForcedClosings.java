package recon.simulator.world;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import recon.simulator.draw.Draw;
import recon.simulator.event.OrderStatus;
import recon.simulator.futures.IncomeRow;
import recon.simulator.futures.PositionFlag;
import recon.simulator.market.Contract;
import recon.simulator.market.Settlement;

/** What the exchange does to positions: liquidation, deleveraging, settlement; and what moves without a fill. */
final class ForcedClosings {
    private static final BigDecimal CLEARANCE_RATE = new BigDecimal("0.0125");
    private static final int LATEST_CLEARANCE_MS = 2_000;
    private static final int MONEY_SCALE = 8;
    private static final BigDecimal HALF = new BigDecimal("0.5");

    private final Scene scene;
    private final Positions positions;
    private final ContractBroker broker;

    ForcedClosings(Scene scene, Positions positions, ContractBroker broker) {
        this.scene = scene;
        this.positions = positions;
        this.broker = broker;
    }

    /** The margin of a position is used up: it is sold badly, and the insurance fund takes its share. */
    void liquidate(Draw draw, int account, long at) {
        pick(draw, account).ifPresent(position -> {
            PositionStory story = story(account, position);
            BigDecimal price = moved(position, at, "0.985", "1.015");
            String name = "autoclose-" + at + draw.text("0123456789", 6);
            ContractTicket ticket =
                    close(draw, part(draw, account, position, 80), name, price, OrderForm.Charging.TAKER, at);
            if (done(ticket)) {
                story.marked(at, PositionFlag.LIQUIDATED);
                forced(account, ForcedClosing.LIQUIDATION, ticket);
                BigDecimal dollars = ticket.stages().last().quote();
                scene.agenda()
                        .note(
                                at + draw.below(LATEST_CLEARANCE_MS),
                                ms -> clear(account, position.symbol(), story, dollars, ms));
            }
        });
    }

    /** A position that has won is closed against somebody's liquidation. */
    void deleverage(Draw draw, int account, long at) {
        pick(draw, account).ifPresent(position -> {
            PositionStory story = story(account, position);
            BigDecimal price = moved(position, at, "1.002", "0.998");
            OrderForm.Charging charging = draw.chance(50) ? OrderForm.Charging.FREE : OrderForm.Charging.TAKER;
            ContractTicket ticket =
                    close(draw, part(draw, account, position, 60), "adl_autoclose", price, charging, at);
            if (done(ticket)) {
                story.marked(at, PositionFlag.DELEVERAGED);
                forced(account, ForcedClosing.ADL, ticket);
            }
        });
    }

    /** The contract is at its end: whatever is open in it is closed at the mark price. */
    void settle(Draw draw, int account, long at) {
        Settlement settlement = scene.market().settlement();
        positions.current(scene.uid(account)).stream()
                .filter(position -> position.symbol().equals(settlement.symbol()))
                .forEach(position -> {
                    PositionStory story = story(account, position);
                    String name = "settlement_autoclose-" + at + draw.text("0123456789", 4);
                    OrderForm.Charging charging = draw.chance(50) ? OrderForm.Charging.FREE : OrderForm.Charging.TAKER;
                    ContractTicket ticket = close(
                            draw,
                            part(draw, account, position, 100),
                            name,
                            positions.mark(position.symbol(), at),
                            charging,
                            at);
                    if (done(ticket)) {
                        story.marked(at, PositionFlag.SETTLED);
                    }
                });
    }

    /** Half of a position, or all of it, goes to somebody else's account without a fill. */
    void move(Draw draw, int account, long at) {
        pick(draw, account).ifPresent(position -> {
            ContractIntent going = part(draw, account, position, 50);
            broker.moved(going, position.amount().add(going.signed(going.quantity())), at);
        });
    }

    private Optional<Position> pick(Draw draw, int account) {
        List<Position> open = positions.current(scene.uid(account));
        return open.isEmpty() ? Optional.empty() : Optional.of(draw.pick(open));
    }

    private ContractTicket close(
            Draw draw, ContractIntent intent, String name, BigDecimal price, OrderForm.Charging charging, long at) {
        ContractTicket ticket = broker.take(intent, OrderForm.immediate(price, name, charging), at);
        BigDecimal half = intent.contract().quantity(intent.quantity().multiply(HALF));
        if (draw.chance(50) && half.signum() > 0) {
            broker.fill(ticket, at, half, price);
            broker.fill(ticket, at, intent.quantity().subtract(half), price);
        } else {
            broker.fill(ticket, at, intent.quantity(), price);
        }
        ticket.end(at, OrderStatus.EXPIRED);
        return ticket;
    }

    /** All of it in so many cases of a hundred, else half. */
    private ContractIntent part(Draw draw, int account, Position position, int wholes) {
        BigDecimal half = half(position);
        BigDecimal qty = draw.chance(wholes) || half.signum() == 0 ? position.amount() : half;
        return ContractIntent.change(account, contract(position), position.side(), qty.negate());
    }

    private void clear(int account, String symbol, PositionStory story, BigDecimal dollars, long at) {
        BigDecimal taken = dollars.multiply(CLEARANCE_RATE)
                .setScale(MONEY_SCALE, RoundingMode.HALF_EVEN)
                .min(broker.dollars(account));
        if (taken.signum() > 0) {
            broker.book(
                    account,
                    new IncomeRow(
                            symbol,
                            IncomeRow.CLEARANCE,
                            taken.negate(),
                            Contract.MARGIN_ASSET,
                            at,
                            scene.numbers().own("insurance"),
                            ""));
            story.cleared(at, taken.negate());
        }
    }

    private void forced(int account, String type, ContractTicket ticket) {
        scene.history().contracts().forced().add(scene.uid(account), new ForcedClosing(type, ticket.stages()));
    }

    private static boolean done(ContractTicket ticket) {
        return ticket.stages().last().executed().signum() > 0;
    }

    private PositionStory story(int account, Position position) {
        return broker.stories()
                .of(new Stories.Key(scene.uid(account), position.symbol(), position.side()))
                .orElseThrow();
    }

    /** The mark price, worse or better for who is long or short. */
    private BigDecimal moved(Position position, long at, String ofLong, String ofShort) {
        BigDecimal mark = positions.mark(position.symbol(), at);
        return contract(position)
                .price(mark.multiply(new BigDecimal(position.amount().signum() > 0 ? ofLong : ofShort)));
    }

    private static BigDecimal half(Position position) {
        return contract(position).quantity(position.amount().multiply(HALF));
    }

    private static Contract contract(Position position) {
        return Contract.named(position.symbol()).orElseThrow();
    }
}
