package recon.binance.accountsnapshot;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The answer of {@code GET /sapi/v1/accountSnapshot}, which has a code of its own: 200 if all is well. */
record SnapshotBody(@Nullable Integer code, @Nullable List<@Nullable SnapshotRow> snapshotVos) {}
