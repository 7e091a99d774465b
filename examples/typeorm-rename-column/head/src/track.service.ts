import { Track } from './track.entity';

export function minutes(track: Track) {
  return track.lengthMs / 60_000;
}
