package recon.ledger.position;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

/** Sums by asset. Nearly always there is one, so that it stands in a field. */
final class AssetSums {
    private String asset = "";
    private BigDecimal sum = BigDecimal.ZERO;
    private Map<String, BigDecimal> others = Map.of();

    void add(String of, BigDecimal amount) {
        if (asset.isEmpty()) {
            asset = of;
        }
        if (asset.equals(of)) {
            sum = sum.add(amount);
        } else {
            if (others.isEmpty()) {
                others = new LinkedHashMap<>();
            }
            others.merge(of, amount, BigDecimal::add);
        }
    }

    void add(Map<String, BigDecimal> more) {
        more.forEach(this::add);
    }

    BigDecimal of(String one) {
        return asset.equals(one) ? sum : others.getOrDefault(one, BigDecimal.ZERO);
    }

    Map<String, BigDecimal> byAsset() {
        if (others.isEmpty()) {
            return asset.isEmpty() ? Map.of() : Map.of(asset, sum);
        }
        Map<String, BigDecimal> all = new LinkedHashMap<>(others);
        all.put(asset, sum);
        return all;
    }
}
