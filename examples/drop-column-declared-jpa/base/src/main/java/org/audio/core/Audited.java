package org.audio.core;

import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import java.time.OffsetDateTime;

@MappedSuperclass
public abstract class Audited {

  @Id private Long id;

  @Column(name = "created_on_utc")
  private OffsetDateTime createdDate;
}
