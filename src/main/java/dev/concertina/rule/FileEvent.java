package dev.concertina.rule;

/**
 * Something about a file as a whole, or about a suppression in it, that rules may look at.
 *
 * @param kind {@code migration}, {@code suppression} or {@code not-analysed}
 * @param what for a migration {@code edited}, {@code renamed}, {@code deleted}, {@code
 *     duplicate-version}, {@code two-heads} {@code model-ahead}, {@code model-behind}, {@code
 *     model-behind-required}, {@code out-of-order}, {@code unlisted} or {@code stale-sum}; for a
 *     file that is not read the kind again; for a suppression {@code unknown}, {@code unused},
 *     {@code expired} or {@code without-reason}
 * @param checksummed whether the framework refuses to run after an edit
 * @param detail the old name, the version, the reason, the rule: what the sentence needs
 * @param related the other file, or null
 */
public record FileEvent(
    String kind,
    String what,
    String framework,
    boolean checksummed,
    String detail,
    Finding.Related related) {}
