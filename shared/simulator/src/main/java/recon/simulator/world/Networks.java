package recon.simulator.world;

import java.util.List;
import recon.simulator.draw.Draw;

/** Chains and addresses, made up. */
final class Networks {
    private static final String HEX = "0123456789abcdef";

    private Networks() {}

    static String of(Draw draw, String coin) {
        return switch (coin) {
            case "USDT" -> draw.pick(List.of("TRX", "ETH", "BSC"));
            case "BNB" -> "BSC";
            case "LINK" -> "ETH";
            default -> coin;
        };
    }

    static String address(Draw draw) {
        return "0x" + draw.text(HEX, 40);
    }
}
