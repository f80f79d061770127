package dev.interlude.planner.view.policies;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A scope that has a policy of its own. */
@Entity
@Table(name = "policy_row")
class PolicyRow {
    @Id String id;
    @Column int version;
}
