package recon.local.summary;

import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.ColumnData;
import com.github.freva.asciitable.HorizontalAlign;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/**
 * How every command shows a table: without borders, texts on the left, numbers on the right.
 *
 * @param widest where the lines of a text column are broken, in characters
 */
public record TextTable(int widest) {
    /** The table as a text of several lines, without a line end after the last. */
    public <T> String of(Collection<T> rows, List<ColumnData<T>> columns) {
        return AsciiTable.getTable(AsciiTable.NO_BORDERS, rows, columns);
    }

    /** A column of texts. */
    public <T> ColumnData<T> left(String header, Function<T, String> cell) {
        return column(header, HorizontalAlign.LEFT).maxWidth(widest).with(cell);
    }

    /** A column of numbers. */
    public <T> ColumnData<T> right(String header, Function<T, String> cell) {
        return column(header, HorizontalAlign.RIGHT).with(cell);
    }

    private static Column column(String header, HorizontalAlign align) {
        return new Column().header(header).dataAlign(align).headerAlign(align);
    }
}
