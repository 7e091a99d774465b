/**
 * What is dangerous, as data: rules are Markdown files that compare facts, and a finding is a rule
 * that holds for one operation.
 */
package dev.concertina.rule;
