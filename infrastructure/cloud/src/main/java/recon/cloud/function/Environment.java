package recon.cloud.function;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import recon.accounts.Configuration;
import recon.accounts.ConfiguredAccount;
import recon.binance.client.Hosts;
import recon.storage.aws.AwsSettings;

/** The environment variables of the functions: their settings in the spelling of MicroProfile Config. */
public final class Environment {
    /** Lambda takes no more, names and values together. */
    static final int MOST_BYTES = 4096;
    /** How the CDK writes what is not known before the stack is made. */
    private static final String UNKNOWN = "${Token[";
    /** The longest name of a bucket, which is not known before it is made. */
    private static final int LONGEST_UNKNOWN = 63;

    private Environment() {}

    /** What every function is given. */
    public static Map<String, String> common(AwsSettings settings, Configuration configuration) {
        Map<String, String> variables = new TreeMap<>();
        // Without it the runtime of Java 24 and later refuses what Quarkus does to its threads.
        variables.put("JAVA_TOOL_OPTIONS", "--add-opens=java.base/java.lang=ALL-UNNAMED");
        variables.put(variable("recon.aws.bucket"), settings.bucket());
        variables.put(variable("recon.aws.prefix"), settings.prefix());
        variables.put(variable("recon.aws.event-bus"), settings.eventBus());
        configuration.settings().notAssumed().forEach((name, value) -> variables.put(variable(name), value));
        return variables;
    }

    /**
     * What collect is given.
     *
     * @param egress names the address that its requests come from, if the configuration does not
     * @throws IllegalArgumentException if it is more than Lambda takes
     */
    public static Map<String, String> collect(AwsSettings settings, Configuration configuration, String egress) {
        Map<String, String> variables = common(settings, configuration);
        exchange(configuration.hosts(), variables);
        variables.put(
                variable("recon.collect.exchange.egress"),
                configuration.egress().orElse(egress));
        List<ConfiguredAccount> all = configuration.accounts();
        for (int i = 0; i < all.size(); i++) {
            ConfiguredAccount account = all.get(i);
            String prefix = "RECON_COLLECT_ACCOUNTS_" + i + "__";
            variables.put(prefix + "UID", account.account().id());
            variables.put(prefix + "EMAIL", account.account().email());
            variables.put(prefix + "MAIN", Boolean.toString(account.main()));
            variables.put(prefix + "CREDENTIALS", account.credentials().toString());
        }
        int bytes = variables.entrySet().stream()
                .mapToInt(e -> e.getKey().length() + length(e.getValue()))
                .sum();
        if (bytes > MOST_BYTES) {
            throw new IllegalArgumentException(all.size() + " accounts need " + bytes
                    + " bytes of environment, and Lambda takes " + MOST_BYTES
                    + ": name fewer accounts, or give their secrets shorter names");
        }
        return variables;
    }

    private static void exchange(Hosts hosts, Map<String, String> variables) {
        if (!hosts.equals(Hosts.PRODUCTION)) {
            variables.put(variable("recon.collect.exchange.spot"), hosts.spot().toString());
            variables.put(
                    variable("recon.collect.exchange.futures"), hosts.futures().toString());
        }
    }

    private static int length(String value) {
        return value.startsWith(UNKNOWN) ? LONGEST_UNKNOWN : value.getBytes(StandardCharsets.UTF_8).length;
    }

    private static String variable(String setting) {
        return setting.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }
}
