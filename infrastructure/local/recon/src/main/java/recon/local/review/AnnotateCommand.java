package recon.local.review;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import recon.ledger.position.entry.AnnotationChange;
import recon.ledger.position.entry.AnnotationKey;
import recon.local.books.BooksOption;
import recon.local.books.OpenedBooks;
import recon.storage.position.Annotated;

/** {@code recon annotate}. */
@Command(
        name = "annotate",
        description = "Writes about a futures trade. What is given replaces what was written, the rest stays.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:it is written", "2:an option or the configuration is wrong; nothing was changed"})
public final class AnnotateCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Mixin
    @SuppressWarnings("NullAway.Init") // set by picocli
    private BooksOption folder;

    @Option(names = "--trade", required = true, description = "its binance_trade_id, as positions.csv has it")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String trade;

    @Option(names = "--stop-loss", description = "a price in the quote asset")
    private @Nullable BigDecimal stopLoss;

    @Option(names = "--take-profit", description = "a price in the quote asset")
    private @Nullable BigDecimal takeProfit;

    @Option(names = "--leverage", description = "how it was really leveraged")
    private @Nullable Integer leverage;

    @Option(names = "--margin-type", description = "CROSSED or ISOLATED")
    private @Nullable String marginType;

    @Option(names = "--notes")
    private @Nullable String notes;

    @Option(names = "--tags", split = ",", description = "with commas between them")
    private @Nullable List<String> tags;

    @Option(names = "--emotional-state")
    private @Nullable String emotionalState;

    @Option(names = "--chart-timeframe", description = "for instance 4h")
    private @Nullable String chartTimeframe;

    @Option(names = "--market-condition")
    private @Nullable String marketCondition;

    @Option(names = "--screenshots", split = ",", description = "references, with commas between them")
    private @Nullable List<String> screenshots;

    @Option(names = "--ai-quality-score")
    private @Nullable BigDecimal aiQualityScore;

    @Option(names = "--ai-confidence")
    private @Nullable BigDecimal aiConfidence;

    @Option(names = "--ai-model-version")
    private @Nullable String aiModelVersion;

    @Option(names = "--ai-analysis-generated-at", description = "2026-01-31T12:00:00Z")
    private @Nullable Instant aiAnalysisGeneratedAt;

    @Option(names = "--pre-trade-validation")
    private @Nullable String preTradeValidation;

    @Option(names = "--post-trade-analysis")
    private @Nullable String postTradeAnalysis;

    @Option(names = "--confluences-met", split = ",", description = "with commas between them")
    private @Nullable List<String> confluencesMet;

    @Option(names = "--market-context")
    private @Nullable String marketContext;

    @Option(names = "--clear", split = ",", description = "what is to be empty: stopLoss, tags, …")
    private @Nullable List<String> clear;

    @Override
    public Integer call() {
        PrintWriter printed = spec.commandLine().getOut();
        try {
            AnnotationKey key = AnnotationKey.of(trade);
            AnnotationChange change = change();
            try (OpenedBooks books = OpenedBooks.of(folder.books())) {
                if (books.accounts().stream().noneMatch(one -> one.id().equals(key.accountId()))) {
                    throw new IllegalArgumentException("no account of these books is called " + key.accountId());
                }
                Annotated written = books.annotations().write(key, change::after);
                printed.println("Written, for the " + written.version() + ". time, about " + trade + ".");
                if (books.entries().read(key.accountId()).orphans().contains(key)) {
                    printed.println("There is no such entry now. It is kept, and joined as soon as there is one.");
                }
                printed.flush();
                return 0;
            }
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    private AnnotationChange change() {
        return new AnnotationChange(
                Optional.ofNullable(stopLoss),
                Optional.ofNullable(takeProfit),
                Optional.ofNullable(leverage),
                Optional.ofNullable(marginType),
                Optional.ofNullable(notes),
                Optional.ofNullable(tags),
                Optional.ofNullable(emotionalState),
                Optional.ofNullable(chartTimeframe),
                Optional.ofNullable(marketCondition),
                Optional.ofNullable(screenshots),
                Optional.ofNullable(aiQualityScore),
                Optional.ofNullable(aiConfidence),
                Optional.ofNullable(aiModelVersion),
                Optional.ofNullable(aiAnalysisGeneratedAt),
                Optional.ofNullable(preTradeValidation),
                Optional.ofNullable(postTradeAnalysis),
                Optional.ofNullable(confluencesMet),
                Optional.ofNullable(marketContext),
                Optional.ofNullable(clear));
    }
}
