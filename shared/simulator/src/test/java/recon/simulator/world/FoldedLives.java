package recon.simulator.world;

import static recon.simulator.world.ContractsPropertyTest.add;
import static recon.simulator.world.ContractsPropertyTest.plain;
import static recon.simulator.world.ContractsPropertyTest.signed;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import recon.simulator.futures.ContractFill;

/** The lives of positions once more, from the fills alone, each in one line. */
final class FoldedLives {
    private FoldedLives() {}

    /** In any order. */
    static List<String> of(List<ContractFill> fills) {
        List<String> lives = new ArrayList<>();
        Map<String, Life> open = new HashMap<>();
        List<ContractFill> byId = fills.stream()
                .sorted(Comparator.comparingLong(ContractFill::id))
                .toList();
        for (ContractFill fill : byId) {
            String key = fill.symbol() + fill.side();
            BigDecimal left = signed(fill);
            Life life = open.get(key);
            BigDecimal unpaid = fill.commission();
            if (life != null && life.amount.signum() != left.signum()) {
                BigDecimal closing = left.abs().min(life.amount.abs());
                BigDecimal share = fill.commission().multiply(closing).divide(fill.qty(), 8, RoundingMode.HALF_EVEN);
                life.out(fill, closing, share);
                unpaid = unpaid.subtract(share);
                left = left.signum() > 0 ? left.subtract(closing) : left.add(closing);
                if (life.amount.signum() == 0) {
                    lives.add(life.text());
                    open.remove(key);
                }
            }
            if (left.signum() != 0) {
                open.computeIfAbsent(key, _ -> new Life(fill)).in(fill, left, unpaid);
            }
        }
        open.values().forEach(life -> lives.add(life.text()));
        return lives;
    }

    private static final class Life {
        private final ContractFill first;
        private final SortedMap<String, BigDecimal> paid = new TreeMap<>();
        private long last;
        private boolean bought;
        private BigDecimal amount = BigDecimal.ZERO;
        private BigDecimal in = BigDecimal.ZERO;
        private BigDecimal inValue = BigDecimal.ZERO;
        private BigDecimal out = BigDecimal.ZERO;
        private BigDecimal outValue = BigDecimal.ZERO;

        private Life(ContractFill first) {
            this.first = first;
        }

        private void in(ContractFill fill, BigDecimal qty, BigDecimal fee) {
            add(paid, fill.commissionAsset(), fee);
            last = fill.id();
            bought = qty.signum() > 0;
            amount = amount.add(qty);
            in = in.add(qty.abs());
            inValue = inValue.add(qty.abs().multiply(fill.price()));
        }

        private void out(ContractFill fill, BigDecimal qty, BigDecimal fee) {
            add(paid, fill.commissionAsset(), fee);
            last = fill.id();
            amount = bought ? amount.subtract(qty) : amount.add(qty);
            out = out.add(qty);
            outValue = outValue.add(qty.multiply(fill.price()));
        }

        private String text() {
            return String.join(
                    " ",
                    first.symbol(),
                    first.side().name(),
                    bought ? "LONG" : "SHORT",
                    first.id() + "-" + last,
                    plain(in),
                    plain(inValue),
                    plain(out),
                    plain(outValue),
                    paid.toString());
        }
    }
}
