package md.portar.gateway.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;

/** Records that are not ids: an id record has a static {@code GRAMMAR} that its constructor checks. */
final class WithoutGrammar extends DescribedPredicate<JavaClass> {
    WithoutGrammar() {
        super("without a grammar");
    }

    @Override
    public boolean test(JavaClass type) {
        return type.getAllFields().stream().noneMatch(field -> field.getName().equals("GRAMMAR"));
    }
}
