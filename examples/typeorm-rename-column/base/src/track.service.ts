import { Track } from './track.entity';

export function minutes(track: Track) {
  return track.length / 60;
}
