package recon.binance.futuressettings;

import org.jspecify.annotations.Nullable;

/** {@code GET /fapi/v1/positionSide/dual}: true is hedge mode. */
record ModeBody(@Nullable Boolean dualSidePosition) {}
