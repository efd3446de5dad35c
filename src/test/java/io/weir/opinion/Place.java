package io.weir.opinion;

/**
 * Where an event stands.
 *
 * @param source a stream; a form and a case of the regression; the vectors of the specification; or the rule that the event was made for
 * @param number of the line, or of the event of a case or a rule; counted from 1
 */
public record Place(String source, int number) {
    @Override
    public String toString() {
        return source + ":" + number;
    }
}
