package org.audio.domain;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.audio.core.Audited;

@Entity
@Table(name = "m_audio")
public class Audio extends Audited {

  private String title;
}
