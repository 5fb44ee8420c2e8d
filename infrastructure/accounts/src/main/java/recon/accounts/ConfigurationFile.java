package recon.accounts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import recon.binance.client.Hosts;
import recon.ledger.Account;
import recon.ledger.setting.LedgerSettings;
import recon.ledger.setting.Settlement;
import recon.storage.secret.CredentialReference;

/** Reads a configuration as a person writes it, in YAML. What is not understood is refused, never passed over. */
public final class ConfigurationFile {
    private static final Set<String> TOP =
            Set.of("exchange", "egress", "round-days", "settle-days", "ledger", "accounts");
    private static final Set<String> EXCHANGE = Set.of("spot", "futures");
    private static final Set<String> ACCOUNT = Set.of("uid", "email", "main", "credentials");
    private static final String ROUND = "in how many days every symbol is to be asked for once, 1 to 999";
    private static final long MOST_BYTES = 1 << 20;

    private ConfigurationFile() {}

    /**
     * Reads the file. Nothing but the file is touched.
     *
     * @throws ConfigurationError if it is missing, malformed or contradicts itself
     */
    public static Configuration read(Path file) {
        Entry top = new Entry(file, "", parse(file)).mapping(TOP);
        return new Configuration(
                file,
                hosts(top),
                top.find("egress").map(e -> e.text("a name for the address your requests come from")),
                roundDays(top),
                settlement(top),
                settings(top),
                accounts(top));
    }

    private static JsonNode parse(Path file) {
        try {
            if (!Files.isRegularFile(file)) {
                throw new ConfigurationError(file, "", "is no file: give the path of your accounts.yaml");
            }
            if (Files.size(file) > MOST_BYTES) {
                throw new ConfigurationError(file, "", "is larger than 1 MiB: this is no configuration");
            }
            return YAMLMapper.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build()
                    .readTree(Files.readString(file));
        } catch (JsonProcessingException e) {
            // The parser's own message quotes what it read.
            var place = e.getLocation();
            String where = place == null ? "" : "line " + place.getLineNr() + ", column " + place.getColumnNr();
            throw new ConfigurationError(
                    file, where, "is not YAML, or names a key twice: see the example in docs/operations.md");
        } catch (IOException e) {
            throw new ConfigurationError(
                    file, "", "cannot be read: " + e.getClass().getSimpleName());
        }
    }

    private static Hosts hosts(Entry top) {
        return top.find("exchange")
                .map(exchange -> exchange.mapping(EXCHANGE))
                .map(exchange -> new Hosts(
                        address(exchange, "spot", Hosts.PRODUCTION.spot()),
                        address(exchange, "futures", Hosts.PRODUCTION.futures())))
                .orElse(Hosts.PRODUCTION);
    }

    private static URI address(Entry exchange, String name, URI usual) {
        String wanted = "an address such as " + usual;
        return exchange.find(name)
                .map(entry -> {
                    try {
                        URI address = URI.create(entry.text(wanted));
                        if (address.getHost() != null && Set.of("http", "https").contains(address.getScheme())) {
                            return address;
                        }
                    } catch (IllegalArgumentException e) {
                        throw entry.error("is no address: write " + wanted);
                    }
                    throw entry.error("is no address: write " + wanted);
                })
                .orElse(usual);
    }

    private static OptionalInt roundDays(Entry top) {
        Optional<Entry> given = top.find("round-days");
        if (given.isEmpty()) {
            return OptionalInt.empty();
        }
        String days = given.get().text(ROUND);
        if (!days.matches("[1-9]\\d{0,2}")) {
            throw given.get().error("is not what it has to be: write " + ROUND);
        }
        return OptionalInt.of(Integer.parseInt(days));
    }

    private static Settlement settlement(Entry top) {
        Optional<Entry> given = top.find("settle-days");
        if (given.isEmpty()) {
            return Settlement.USUAL;
        }
        String days = given.get().text(Settlement.ALLOWED);
        try {
            return Settlement.parse(days);
        } catch (IllegalArgumentException e) {
            throw given.get().error("is not what it has to be: write " + Settlement.ALLOWED);
        }
    }

    private static LedgerSettings settings(Entry top) {
        Optional<Entry> ledger = top.find("ledger").map(entry -> entry.mapping(LedgerSettings.names()));
        Map<String, String> given = new HashMap<>();
        for (String name : LedgerSettings.names()) {
            ledger.flatMap(entry -> entry.find(name)).ifPresent(entry -> {
                String value = entry.text("what ./recon probe prints").toUpperCase(Locale.ROOT);
                Map<String, String> one = Map.of("recon.ledger." + name, value);
                try {
                    LedgerSettings.from(key -> Optional.ofNullable(one.get(key)));
                } catch (RuntimeException e) {
                    throw entry.error("cannot be " + value + ": write what ./recon probe prints");
                }
                given.putAll(one);
            });
        }
        return LedgerSettings.from(key -> Optional.ofNullable(given.get(key)));
    }

    private static List<ConfiguredAccount> accounts(Entry top) {
        List<Entry> entries = top.list("accounts", "a list of accounts, each with uid, email and credentials");
        List<ConfiguredAccount> accounts =
                entries.stream().map(ConfigurationFile::account).toList();
        Set<String> uids = new HashSet<>();
        Set<String> emails = new HashSet<>();
        boolean main = false;
        for (int i = 0; i < accounts.size(); i++) {
            ConfiguredAccount account = accounts.get(i);
            if (!uids.add(account.account().id())) {
                throw entries.get(i).at("uid").error("stands there twice: configure each account once");
            }
            if (!emails.add(account.account().email().toLowerCase(Locale.ROOT))) {
                throw entries.get(i).at("email").error("stands there twice: give each account its own");
            }
            if (main && account.main()) {
                throw entries.get(i).at("main").error("is true for a second account: only one is the main account");
            }
            main |= account.main();
        }
        return accounts;
    }

    private static ConfiguredAccount account(Entry given) {
        Entry entry = given.mapping(ACCOUNT);
        String uid = entry.text("uid", "the account's uid, a number");
        if (!uid.matches("\\d{1,19}")) {
            throw entry.at("uid").error("is no uid: write the number that the exchange shows as the account's id");
        }
        String email = entry.text("email", "the account's email, as reports should show it");
        String reference =
                entry.text("credentials", "where its key is kept: env:NAME, file:PATH or secrets-manager:NAME");
        try {
            return new ConfiguredAccount(
                    entry.key(), new Account(uid, email), entry.flag("main"), CredentialReference.parse(reference));
        } catch (IllegalArgumentException e) {
            throw entry.at("credentials").error(String.valueOf(e.getMessage()));
        }
    }
}
