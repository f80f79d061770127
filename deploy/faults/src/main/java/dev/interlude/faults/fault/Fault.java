package dev.interlude.faults.fault;

/** Something that goes wrong while clients work. */
public interface Fault {

    /** As it is named on the command line: {@code kill-service}. */
    String name();

    /**
     * Does the harm, and brings back what it broke.
     *
     * @return what it hit, for the report
     */
    String strike(Site site);
}
