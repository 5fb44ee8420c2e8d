package recon.simulator.world;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import recon.simulator.draw.Draw;
import recon.simulator.event.OrderStatus;
import recon.simulator.futures.PositionSide;
import recon.simulator.market.Contract;

/** What people do in contracts: they open, add, close in parts or whole, and turn round. */
final class ContractDesk {
    private static final int LEAST_DOLLARS = 50;
    private static final int LONGEST_REST_MS = 20 * 60_000;
    private static final int BETWEEN_PARTS_MS = 40_000;
    private static final int LONGEST_LIFE_MS = 10 * 86_400_000;
    private static final int SECOND_MS = 1_000;
    private static final BigDecimal HALF = new BigDecimal("0.5");

    private final Scene scene;
    private final Positions positions;
    private final ContractBroker broker;
    private final Brackets brackets;

    ContractDesk(Scene scene, Positions positions, ContractBroker broker, Brackets brackets) {
        this.scene = scene;
        this.positions = positions;
        this.broker = broker;
        this.brackets = brackets;
    }

    /** Anything, in any contract. */
    void order(Draw draw, int account, long at) {
        Contract contract = draw.pick(Contract.all());
        PositionSide side = side(draw, account);
        if (!scene.market().settlement().open(contract, at)) {
            return;
        }
        int kind = draw.below(100);
        if (kind < 14) {
            rest(draw, account, contract, side, at);
        } else if (kind < 22) {
            roundTrip(draw, account, contract, side, at);
        } else {
            trade(draw, account, contract, side, at);
        }
    }

    /** A position in a contract where the account has none, on whichever side. */
    void open(Draw draw, int account, Contract contract, long at) {
        boolean there = positions.current(scene.uid(account)).stream()
                .anyMatch(position -> position.symbol().equals(contract.symbol()));
        if (!there) {
            take(draw, opening(draw, account, contract, side(draw, account), at), at);
        }
    }

    private void trade(Draw draw, int account, Contract contract, PositionSide side, long at) {
        BigDecimal there =
                positions.current(scene.uid(account), contract.symbol(), side).amount();
        int kind = draw.below(100);
        if (there.signum() == 0) {
            place(draw, opening(draw, account, contract, side, at), at);
        } else if (kind < 35) {
            ContractIntent all = closing(draw, account, contract, side, there);
            if (draw.chance(20)) {
                twice(draw, all, at);
            } else {
                place(draw, all, at);
            }
        } else if (kind < 55) {
            BigDecimal part = contract.quantity(there.multiply(BigDecimal.valueOf(draw.between(20, 80), 2)));
            place(draw, closing(draw, account, contract, side, part.signum() == 0 ? there : part), at);
        } else if (kind < 80 || side != PositionSide.BOTH) {
            BigDecimal more = size(draw, account, contract, at);
            place(draw, ContractIntent.change(account, contract, side, there.signum() > 0 ? more : more.negate()), at);
        } else {
            BigDecimal more = size(draw, account, contract, at);
            BigDecimal turned = there.signum() > 0 ? more.negate() : more;
            place(draw, ContractIntent.change(account, contract, side, turned.subtract(there)), at);
        }
    }

    /** An order that is to close rests, and then its owner loses patience: one of the two comes too late. */
    private void twice(Draw draw, ContractIntent all, long at) {
        make(draw, all, at);
        Draw own = Draw.of(draw.next(), "impatience");
        scene.agenda().note(QuietTimes.around(at + draw.between(SECOND_MS, LONGEST_REST_MS)), ms -> take(own, all, ms));
    }

    /** In and out within one millisecond. */
    private void roundTrip(Draw draw, int account, Contract contract, PositionSide side, long at) {
        ContractIntent in = opening(draw, account, contract, side, at);
        if (in.quantity().signum() > 0 && !broker.position(in).open()) {
            take(draw, in, at);
            BigDecimal there = broker.position(in).amount();
            if (there.signum() != 0) {
                take(draw, ContractIntent.change(account, contract, side, there.negate()), at);
            }
        }
    }

    /** An order so far from the market that it is never filled: taken back soon, or after days. */
    private void rest(Draw draw, int account, Contract contract, PositionSide side, long at) {
        BigDecimal dollars = broker.dollars(account).multiply(BigDecimal.valueOf(draw.between(5, 25), 2));
        BigDecimal mark = positions.mark(contract.symbol(), at);
        BigDecimal qty = contract.quantity(dollars.divide(mark, MathContext.DECIMAL64));
        ContractIntent intent = opening(draw, account, contract, side, qty);
        boolean stays = draw.chance(40)
                && !contract.symbol().equals(scene.market().settlement().symbol());
        if (qty.signum() > 0) {
            BigDecimal far = BigDecimal.valueOf(intent.buy() ? draw.between(850, 930) : draw.between(1_080, 1_150), 3);
            ContractTicket ticket = broker.take(
                    intent,
                    OrderForm.limit(contract.price(mark.multiply(far)), Clerk.name(draw), OrderForm.Charging.MAKER),
                    at);
            long end = at + draw.between(SECOND_MS, stays ? LONGEST_LIFE_MS : LONGEST_REST_MS);
            scene.agenda().note(end, ms -> ticket.end(ms, OrderStatus.CANCELED));
        }
    }

    private void place(Draw draw, ContractIntent intent, long at) {
        if (intent.quantity().signum() == 0) {
            return;
        }
        boolean opens = !broker.position(intent).open();
        long last = draw.chance(40) ? make(draw, intent, at) : take(draw, intent, at);
        if (opens && draw.chance(45)) {
            Draw own = Draw.of(draw.next(), "bracket");
            scene.agenda().note(last, ms -> brackets.protect(own, intent, ms));
        }
    }

    /** An order that rests, and is filled when the price comes to it. Returns when the last fill is due. */
    private long make(Draw draw, ContractIntent intent, long at) {
        Contract contract = intent.contract();
        long first = QuietTimes.around(at + draw.between(SECOND_MS, LONGEST_REST_MS));
        BigDecimal price = positions.mark(contract.symbol(), first);
        ContractTicket ticket = broker.take(
                intent,
                OrderForm.limit(
                        price,
                        Clerk.name(draw),
                        draw.chance(50) ? OrderForm.Charging.MAKER : OrderForm.Charging.MAKER_IN_BNB),
                at);
        List<BigDecimal> parts = parts(draw, contract, intent.quantity());
        boolean burst = draw.chance(35);
        boolean cut = parts.size() > 1 && draw.chance(25);
        long due = first;
        for (BigDecimal part : cut ? parts.subList(1, parts.size()) : parts) {
            scene.agenda().note(due, ms -> broker.fill(ticket, ms, part, price));
            due = burst ? due : QuietTimes.around(due + draw.between(1, BETWEEN_PARTS_MS));
        }
        scene.agenda().note(due + draw.between(SECOND_MS, LONGEST_REST_MS), ms -> ticket.end(ms, OrderStatus.CANCELED));
        return due;
    }

    /** An order that is filled at once, in one millisecond. */
    private long take(Draw draw, ContractIntent intent, long at) {
        if (intent.quantity().signum() == 0) {
            return at;
        }
        Contract contract = intent.contract();
        BigDecimal mark = positions.mark(contract.symbol(), at);
        boolean market = draw.chance(70);
        OrderForm.Charging charging = draw.chance(50) ? OrderForm.Charging.TAKER : OrderForm.Charging.TAKER_IN_BNB;
        ContractTicket ticket = broker.take(
                intent,
                market
                        ? OrderForm.market(Clerk.name(draw), charging)
                        : OrderForm.immediate(mark, Clerk.name(draw), charging),
                at);
        List<BigDecimal> parts = parts(draw, contract, intent.quantity());
        boolean cut = !market && parts.size() > 1 && draw.chance(40);
        BigDecimal price = mark;
        for (BigDecimal part : cut ? parts.subList(1, parts.size()) : parts) {
            broker.fill(ticket, at, part, price);
            price = market && draw.chance(50) ? price.add(contract.tick()) : price;
        }
        ticket.end(at, OrderStatus.EXPIRED);
        return at;
    }

    private static List<BigDecimal> parts(Draw draw, Contract contract, BigDecimal qty) {
        List<BigDecimal> parts = new ArrayList<>();
        BigDecimal left = qty;
        for (int more = draw.below(3); more > 0; more--) {
            BigDecimal part = contract.quantity(left.multiply(HALF));
            if (part.signum() > 0 && part.compareTo(left) < 0) {
                parts.add(part);
                left = left.subtract(part);
            }
        }
        parts.add(left);
        return parts;
    }

    private ContractIntent opening(Draw draw, int account, Contract contract, PositionSide side, long at) {
        return opening(draw, account, contract, side, size(draw, account, contract, at));
    }

    private static ContractIntent opening(
            Draw draw, int account, Contract contract, PositionSide side, BigDecimal qty) {
        boolean buy = switch (side) {
            case BOTH -> draw.chance(50);
            case LONG -> true;
            case SHORT -> false;
        };
        return ContractIntent.change(account, contract, side, buy ? qty : qty.negate());
    }

    private static ContractIntent closing(
            Draw draw, int account, Contract contract, PositionSide side, BigDecimal part) {
        ContractIntent intent = ContractIntent.change(account, contract, side, part.negate());
        return draw.chance(40) ? intent.reducing() : intent;
    }

    /** How much more may be opened; all that is open stays below what the wallet holds. */
    private BigDecimal size(Draw draw, int account, Contract contract, long at) {
        BigDecimal wallet = broker.dollars(account);
        BigDecimal room = wallet.subtract(positions.notional(scene.uid(account), at));
        BigDecimal wanted =
                wallet.multiply(BigDecimal.valueOf(draw.between(5, 25), 2)).min(room);
        return wanted.intValue() < LEAST_DOLLARS
                ? BigDecimal.ZERO
                : contract.quantity(wanted.divide(positions.mark(contract.symbol(), at), MathContext.DECIMAL64));
    }

    private PositionSide side(Draw draw, int account) {
        boolean bought = draw.chance(50);
        if (!positions.hedged(scene.uid(account))) {
            return PositionSide.BOTH;
        }
        return bought ? PositionSide.LONG : PositionSide.SHORT;
    }
}
