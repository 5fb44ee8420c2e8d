package recon.storage.item;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Keys made of parts, such that different parts never make the same key. */
public final class Keys {
    private Keys() {}

    /** The parts, joined by {@code #}; a {@code #} inside a part is escaped. */
    public static String join(String... parts) {
        StringBuilder key = new StringBuilder();
        for (int i = 0; i < parts.length; i++) {
            key.append(i == 0 ? "" : "#").append(parts[i].replace("%", "%25").replace("#", "%23"));
        }
        return key.toString();
    }

    /** The parts of a key made by {@link #join}. */
    public static List<String> split(String key) {
        return Pattern.compile("#")
                .splitAsStream(key)
                .map(p -> p.replace("%23", "#").replace("%25", "%"))
                .toList();
    }

    /** The beginning of every key that has these parts first and at least one more. */
    public static String prefix(String... parts) {
        return join(parts) + "#";
    }

    /** A moment as 13 digits of epoch milliseconds: text order is time order for 1970 to 2286. */
    public static String moment(Instant time) {
        return digits(time.toEpochMilli(), 13);
    }

    /** A number of at most that many digits, filled up with zeros: text order is number order. */
    public static String digits(long value, int width) {
        String digits = String.format(Locale.ROOT, "%0" + width + "d", value);
        if (value < 0 || digits.length() > width) {
            throw new IllegalArgumentException("does not fit " + width + " digits: " + value);
        }
        return digits;
    }
}
