package recon.binance.owntransfers;

import java.util.List;
import java.util.stream.Stream;
import recon.binance.source.Lane;
import recon.binance.source.Scope;

/** The types of {@code GET /sapi/v1/asset/transfer}: it is asked once for each, and once for each isolated pair. */
final class TransferTypes {
    static final String TYPE = "type";
    static final String FROM_SYMBOL = "fromSymbol";
    static final String TO_SYMBOL = "toSymbol";

    private static final List<String> PLAIN = List.of(
            "MAIN_UMFUTURE",
            "MAIN_CMFUTURE",
            "MAIN_MARGIN",
            "UMFUTURE_MAIN",
            "UMFUTURE_MARGIN",
            "CMFUTURE_MAIN",
            "CMFUTURE_MARGIN",
            "MARGIN_MAIN",
            "MARGIN_UMFUTURE",
            "MARGIN_CMFUTURE",
            "MAIN_FUNDING",
            "FUNDING_MAIN",
            "FUNDING_UMFUTURE",
            "UMFUTURE_FUNDING",
            "MARGIN_FUNDING",
            "FUNDING_MARGIN",
            "FUNDING_CMFUTURE",
            "CMFUTURE_FUNDING",
            "MAIN_OPTION",
            "OPTION_MAIN",
            "UMFUTURE_OPTION",
            "OPTION_UMFUTURE",
            "MARGIN_OPTION",
            "OPTION_MARGIN",
            "FUNDING_OPTION",
            "OPTION_FUNDING",
            "MAIN_PORTFOLIO_MARGIN",
            "PORTFOLIO_MARGIN_MAIN");

    private TransferTypes() {}

    /** All lanes: the rows do not name the pair of an isolated wallet, so that each is asked for by itself. */
    static List<Lane> lanes(Scope scope) {
        List<String> pairs = scope.known().isolatedPairs().stream().sorted().toList();
        Stream<Lane> plain = PLAIN.stream().map(type -> Lane.of(TYPE, type));
        Stream<Lane> out = pairs.stream()
                .map(pair -> Lane.of(TYPE, "ISOLATEDMARGIN_MARGIN").and(FROM_SYMBOL, pair));
        Stream<Lane> in = pairs.stream()
                .map(pair -> Lane.of(TYPE, "MARGIN_ISOLATEDMARGIN").and(TO_SYMBOL, pair));
        Stream<Lane> across = pairs.stream()
                .flatMap(from -> pairs.stream()
                        .filter(to -> !to.equals(from))
                        .map(to -> Lane.of(TYPE, "ISOLATEDMARGIN_ISOLATEDMARGIN")
                                .and(FROM_SYMBOL, from)
                                .and(TO_SYMBOL, to)));
        return Stream.of(plain, out, in, across).flatMap(lanes -> lanes).toList();
    }
}
