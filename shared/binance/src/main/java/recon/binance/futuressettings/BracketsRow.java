package recon.binance.futuressettings;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One contract of {@code GET /fapi/v1/leverageBracket}. */
record BracketsRow(@Nullable String symbol, @Nullable List<@Nullable BracketRow> brackets) {}
