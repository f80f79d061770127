package dev.interlude.checklist.evidence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The bytes of a file, by their SHA-256, hexadecimal. */
@Entity
@Table(name = "evidence_file")
public class EvidenceFile {

    @Id String sha256;

    @Column byte[] content;
}
