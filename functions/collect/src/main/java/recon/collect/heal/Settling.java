package recon.collect.heal;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import recon.ledger.completeness.Gap;
import recon.ledger.order.Execution;
import recon.ledger.order.HealedFill;
import recon.ledger.order.OrderKey;
import recon.ledger.order.OrderState;
import recon.storage.execution.ExecutionBook;
import recon.storage.execution.OrderRecord;
import recon.storage.registry.ReconciliationError;

/** Settles findings that have mended themselves. */
final class Settling {
    private static final String NEW = "NEW";

    private final ExecutionBook book;
    private final ErrorBook errors;
    private final Instant now;

    Settling(ExecutionBook book, ErrorBook errors, Instant now) {
        this.book = requireNonNull(book, "book is null");
        this.errors = requireNonNull(errors, "errors is null");
        this.now = requireNonNull(now, "now is null");
    }

    private record Trade(OrderKey order, long trade) {}

    /** Says how many reports are lost still. */
    int settle(Listening listening, Collection<HealedFill> listed) {
        List<ReconciliationError> open = errors.all(listening.account()).stream()
                .filter(error -> error.resolvedAt().isEmpty())
                .toList();
        of(Findings.STREAM_GAP, open).forEach(gap -> gap(gap, listening));
        Set<Trade> trades = listed.stream()
                .map(fill -> new Trade(fill.order(), fill.tradeId()))
                .collect(toSet());
        of(Findings.TRADE_UNKNOWN, open).stream()
                .filter(error -> trades.contains(trade(error)))
                .forEach(error -> settle(error, "the exchange lists it by now"));
        healed(of(Findings.TRADE_HEALED, open));
        return lost(of(Findings.REPORT_LOST, open));
    }

    /** What is left of a gap is another one. */
    private void gap(ReconciliationError error, Listening listening) {
        Gap gap = Findings.gap(error);
        List<Gap> left = listening.gaps(gap.from(), gap.to());
        if (!left.equals(List.of(gap))) {
            left.forEach(each -> errors.put(Findings.gap(listening.account(), each, now)));
            settle(error, "what was received in it is recorded by now, but for what is named apart");
        }
    }

    /** Who healed them died before they were settled, or their orders were not known then. */
    private void healed(List<ReconciliationError> open) {
        Map<OrderKey, OrderState> orders = orders(open);
        for (ReconciliationError error : open) {
            Trade trade = trade(error);
            Optional.ofNullable(orders.get(trade.order()))
                    .filter(order -> order.healed().contains(trade.trade()) || order.allTradesSeen())
                    .ifPresent(order -> settle(error, Findings.FROM_MY_TRADES));
        }
    }

    private int lost(List<ReconciliationError> open) {
        Map<OrderKey, OrderState> orders = orders(open);
        int lost = 0;
        for (ReconciliationError error : open) {
            FindingId id = FindingId.of(error);
            if (Optional.ofNullable(orders.get(id.order()))
                    .filter(order -> came(id, order))
                    .isPresent()) {
                settle(error, "the report came later");
            } else {
                lost++;
            }
        }
        return lost;
    }

    private boolean came(FindingId id, OrderState order) {
        if (id.amends()) {
            return book.executions(id.order().account(), id.order().symbol(), id.day()).stream()
                    .anyMatch(one -> one.execution().executionId() == id.executionId());
        }
        return id.what().equals(NEW)
                ? order.kinds().containsKey(NEW)
                : order.latest().filter(Execution::closed).isPresent();
    }

    private Map<OrderKey, OrderState> orders(List<ReconciliationError> open) {
        return book
                .orders(open.stream().map(error -> FindingId.of(error).order()).collect(toSet()))
                .stream()
                .collect(toMap(OrderRecord::order, OrderRecord::state));
    }

    private static Trade trade(ReconciliationError error) {
        FindingId id = FindingId.of(error);
        return new Trade(id.order(), id.trade());
    }

    private static List<ReconciliationError> of(String type, List<ReconciliationError> open) {
        return open.stream().filter(error -> error.errorType().equals(type)).toList();
    }

    private void settle(ReconciliationError error, String notes) {
        errors.put(error.settled(now, notes));
    }
}
