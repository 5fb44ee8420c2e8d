package recon.local.live;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A span of time as a person writes it, {@code 30s}, {@code 5m}, {@code 2h}, or as ISO 8601 does, {@code PT30S}. */
final class SpanConverter implements ITypeConverter<Duration> {
    private static final Pattern SIMPLE = Pattern.compile("([0-9]{1,6})([smh])");

    @Override
    public Duration convert(String text) {
        Matcher simple = SIMPLE.matcher(text);
        Duration span = simple.matches() ? simple(Long.parseLong(simple.group(1)), simple.group(2)) : iso(text);
        if (!span.isPositive()) {
            throw wrong(text);
        }
        return span;
    }

    private static Duration simple(long number, String unit) {
        return switch (unit) {
            case "s" -> Duration.ofSeconds(number);
            case "m" -> Duration.ofMinutes(number);
            default -> Duration.ofHours(number);
        };
    }

    private static Duration iso(String text) {
        try {
            return Duration.parse(text);
        } catch (DateTimeParseException e) {
            throw wrong(text);
        }
    }

    private static TypeConversionException wrong(String text) {
        return new TypeConversionException("'" + text + "' is no span of time: write 30s, 5m, 2h or PT30S");
    }
}
