package dev.concertina.plan;

import dev.concertina.rule.Finding;

/** A plan with the finding that it answers: what the sequence for a whole change is made of. */
public record Proposal(Finding finding, Plan plan) {}
