package recon.cloud.account;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The operator's file as it is written: anything may be missing. */
final class YamlAccounts {
    private static final YAMLMapper MAPPER = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private YamlAccounts() {}

    static AccountsFile read(String text) throws JsonProcessingException {
        File file = Optional.ofNullable(MAPPER.readValue(text, File.class))
                .orElseThrow(() -> new IllegalArgumentException("the file is empty"));
        List<ConfiguredAccount> accounts = new ArrayList<>();
        for (Account account : given("the list accounts", file.accounts())) {
            accounts.add(account(account, accounts.size() + 1));
        }
        Map<String, String> ledger = new TreeMap<>();
        Optional.ofNullable(file.ledger())
                .orElse(Map.of())
                .forEach((name, value) -> ledger.put(name, given("ledger: the value of " + name, value)));
        return new AccountsFile(accounts, ledger);
    }

    private static ConfiguredAccount account(@Nullable Account account, int position) {
        try {
            Account written = given("everything", account);
            return new ConfiguredAccount(
                    given("uid", written.uid()),
                    given("email", written.email()),
                    written.main(),
                    CredentialsReference.parse(given("credentials", written.credentials())));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("account " + position + ": " + e.getMessage(), e);
        }
    }

    private static <T> T given(String name, @Nullable T value) {
        return Optional.ofNullable(value).orElseThrow(() -> new IllegalArgumentException(name + " is missing"));
    }

    private record File(
            @Nullable List<@Nullable Account> accounts,
            @Nullable Map<String, @Nullable String> ledger) {}

    private record Account(
            @Nullable String uid,
            @Nullable String email,
            boolean main,
            @Nullable String credentials) {}
}
