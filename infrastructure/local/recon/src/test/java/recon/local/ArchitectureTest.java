package recon.local;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The house rules that a compiler does not know. */
class ArchitectureTest {
    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("recon");

    private static final String[] MONEY = {
        "recon.ledger..",
        "recon.binance..",
        "recon.storage..",
        "recon.intake..",
        "recon.collect..",
        "recon.reconcile..",
        "recon.aggregate..",
        "recon.record..",
        "recon.resync..",
        "recon.bridge.."
    };
    /** The capture itself, as far as it is driven from outside. */
    private static final String[] DRIVEN = {
        "recon.stream.capture..",
        "recon.stream.connection..",
        "recon.stream.delivery..",
        "recon.stream.frame..",
        "recon.stream.report..",
        "recon.stream.watermark.."
    };

    private static final Set<String> BINDING =
            Set.of("readValue", "treeToValue", "convertValue", "writeValue", "writeValueAsBytes", "writeValueAsString");
    private static final Set<String> FLOATING = Set.of("double", "float", "java.lang.Double", "java.lang.Float");

    static Stream<ArchRule> rules() {
        return Stream.of(
                classes()
                        .that()
                        .resideInAPackage("recon.ledger..")
                        .should()
                        .onlyDependOnClassesThat()
                        .resideInAnyPackage("recon.ledger..", "java..", "org.jspecify.annotations..")
                        .because("the domain is pure"),
                noClasses()
                        .that()
                        .resideInAPackage("recon.binance..")
                        .should()
                        .dependOnClassesThat(resideInAPackage("recon..")
                                .and(not("recon.binance.."))
                                .and(not("recon.ledger.."))),
                noClasses()
                        .that()
                        .resideInAPackage("recon.storage..")
                        .should()
                        .dependOnClassesThat(resideInAPackage("recon..")
                                .and(not("recon.storage.."))
                                .and(not("recon.ledger.."))),
                noClasses()
                        .that()
                        .resideInAPackage("recon.intake..")
                        .should()
                        .dependOnClassesThat(resideInAPackage("recon..")
                                .and(not("recon.intake.."))
                                .and(not("recon.ledger.."))
                                .and(not("recon.binance.."))
                                .and(not("recon.storage..")))
                        .because("what a page means is the same for all functions"),
                noClasses()
                        .that()
                        .resideInAnyPackage("recon.resync..", "recon.aggregate..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage("recon.binance.client..")
                        .because("they read the archive and ask nobody"),
                noClasses()
                        .that()
                        .resideInAPackage("recon.accounts..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(
                                "recon.collect..",
                                "recon.reconcile..",
                                "recon.aggregate..",
                                "recon.resync..",
                                "recon.local..")
                        .because("the cloud reads the same file, and has no function on its class path"),
                noClasses()
                        .that()
                        .resideInAPackage("recon.simulator..")
                        .should()
                        .dependOnClassesThat(resideInAPackage("recon..").and(not("recon.simulator.."))),
                noClasses()
                        .that()
                        .resideOutsideOfPackages("recon.simulator..", "recon.local..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("recon.simulator..", "recon.local.."),
                SlicesRuleDefinition.slices()
                        .matching("recon.(collect|reconcile|aggregate|record|resync|stream|bridge)..")
                        .should()
                        .notDependOnEachOther()
                        .because("each function is deployed alone"),
                noClasses()
                        .that()
                        .resideInAnyPackage("recon.reconcile..", "recon.bridge..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage("recon.binance.."),
                noClasses()
                        .that()
                        .resideInAnyPackage(DRIVEN)
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("io.vertx..", "io.quarkus..", "java.util.concurrent..")
                        .orShould()
                        .dependOnClassesThat()
                        .areAssignableTo(Thread.class)
                        .because("the capture has no thread of its own"),
                noClasses()
                        .that()
                        .resideInAnyPackage("recon.stream..", "recon.binance.userstream..")
                        .should()
                        .callMethodWhere(describe(
                                "bind JSON to a type",
                                call -> call.getTargetOwner().isAssignableTo(ObjectMapper.class)
                                        && BINDING.contains(call.getName())))
                        .because("the stream registers no type for a native image"),
                noClasses()
                        .that()
                        .resideOutsideOfPackages("recon.storage..", "recon.local.stack..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage("software.amazon..")
                        .because("storage is the only place that knows AWS"),
                classes().that().resideInAnyPackage(MONEY).should(beFreeOfFloatingPoint()),
                noClasses()
                        .that()
                        .resideInAnyPackage(MONEY)
                        .should()
                        .callMethod(Instant.class, "now")
                        .orShould()
                        .callMethod(System.class, "currentTimeMillis")
                        .because("there is one injected clock"),
                noClasses()
                        .that()
                        .resideInAPackage("recon.stream..")
                        .should()
                        .callMethod(Instant.class, "now")
                        .orShould()
                        .callMethod(System.class, "currentTimeMillis")
                        .orShould()
                        .callMethod(System.class, "nanoTime")
                        .because("the capture is told the time"));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void houseRuleHolds(ArchRule rule) {
        rule.check(OURS);
    }

    /** A rule that never looks at anything would hold as well. */
    @Test
    void floatingPointIsFound_whereItIs() {
        JavaClasses guilty = new ClassFileImporter().importClasses(Guilty.class);
        ConditionEvents events = ConditionEvents.Factory.create();
        guilty.forEach(suspect -> beFreeOfFloatingPoint().check(suspect, events));
        org.assertj.core.api.Assertions.assertThat(events.getViolating()).hasSizeGreaterThanOrEqualTo(3);
    }

    /** What nobody may write near money. */
    record Guilty(double field) {
        BigDecimal converted() {
            return BigDecimal.valueOf(field);
        }

        long rounded(BigDecimal amount) {
            return (long) amount.doubleValue();
        }
    }

    private static DescribedPredicate<JavaClass> not(String packages) {
        return DescribedPredicate.not(resideInAPackage(packages));
    }

    /** Fields, parameters, results and calls; the bounds of a random back-off included. */
    private static ArchCondition<JavaClass> beFreeOfFloatingPoint() {
        return new ArchCondition<>("be free of double and float") {
            @Override
            public void check(JavaClass suspect, ConditionEvents events) {
                Stream<String> fields = suspect.getFields().stream()
                        .filter(field -> FLOATING.contains(field.getRawType().getName()))
                        .map(field -> "field " + field.getFullName());
                Stream<String> signatures = suspect.getCodeUnits().stream()
                        .filter(unit ->
                                FLOATING.contains(unit.getRawReturnType().getName())
                                        || unit.getRawParameterTypes().stream()
                                                .anyMatch(type -> FLOATING.contains(type.getName())))
                        .map(unit -> "signature " + unit.getFullName());
                Stream<String> calls = suspect.getCodeUnitCallsFromSelf().stream()
                        .filter(call -> FLOATING.contains(
                                        call.getTarget().getRawReturnType().getName())
                                || call.getTarget().getRawParameterTypes().stream()
                                        .anyMatch(type -> FLOATING.contains(type.getName())))
                        .map(call -> call.getDescription());
                Stream.of(fields, signatures, calls)
                        .flatMap(found -> found)
                        .forEach(found -> events.add(SimpleConditionEvent.violated(suspect, found)));
            }
        };
    }
}
