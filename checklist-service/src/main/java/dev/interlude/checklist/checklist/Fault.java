package dev.interlude.checklist.checklist;

/**
 * What is wrong with a drafted step.
 *
 * @param index of the step among the drafts, from 0
 * @param member the member it is about
 * @param rule what should hold
 */
public record Fault(int index, String member, String rule) {}
