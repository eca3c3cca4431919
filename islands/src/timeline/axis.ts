/** The axis: days to places, with empty stretches drawn short as the page's picture has them. */

import { bisectRight } from "d3-array";
import { utcTicks } from "d3-time";

const DAY = 86_400_000;
const EPOCH = 719_163; // the day (ordinal) of 1970-01-01
const APART = 90; // pixels between ticks, at least
const SHORT = 0.3; // a stretch with less than this share of the widest day is one drawn short

const MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");

export interface Tick {
  readonly day: number;
  readonly label: string;
  readonly strong: boolean;
}

export class Axis {
  readonly place: (day: number) => number;
  /** Pixels that a day takes where no stretch is drawn short. */
  readonly perDay: number;
  readonly folds: readonly number[];
  private readonly kept: readonly (readonly [number, number])[];
  private readonly day: (place: number) => number;

  constructor(stops: string) {
    const pairs = stops.split(" ").map((stop) => stop.split(":").map(Number) as [number, number]);
    const days = pairs.map(([day]) => day);
    const places = pairs.map(([, place]) => place);
    this.place = (day) => between(days, places, day);
    this.day = (place) => between(places, days, place);
    const gaps = pairs.slice(1).map((stop, i) => gap(pairs[i] ?? stop, stop));
    this.perDay = Math.max(...gaps.map((one) => one.rate));
    const isShort = (one: Gap) => one.rate < this.perDay * SHORT;
    this.folds = gaps.filter(isShort).map((one) => (one.low + one.high) / 2);
    this.kept = gaps.filter((one) => !isShort(one)).map((one) => [one.low, one.high]);
  }

  /** Give ticks at round dates between two places, none where the axis is drawn short. */
  ticks(from: number, to: number, closer: number): Tick[] {
    const ticks: Tick[] = [];
    for (const [low, high] of this.kept) {
      const first = Math.max(low, this.day(from));
      const last = Math.min(high, this.day(to));
      const wide = (this.place(last) - this.place(first)) * closer;
      if (last <= first || wide < APART / 2) continue;
      const most = Math.max(1, Math.floor(wide / APART));
      const dates = utcTicks(dateOf(first), dateOf(last), most);
      ticks.push(...labelled(dates.filter((date) => date.getUTCHours() === 0)));
    }
    return ticks;
  }
}

interface Gap {
  readonly low: number;
  readonly high: number;
  readonly rate: number;
}

function gap([low, from]: [number, number], [high, to]: [number, number]): Gap {
  return { low, high, rate: (to - from) / Math.max(1, high - low) };
}

/** Read off a line through points; beyond the ends, the end. */
function between(from: readonly number[], to: readonly number[], at: number): number {
  const i = Math.min(Math.max(1, bisectRight(from, at)), from.length - 1);
  const [low = 0, high = 0] = [from[i - 1], from[i]];
  const [a = 0, b = 0] = [to[i - 1], to[i]];
  const part = high > low ? Math.min(1, Math.max(0, (at - low) / (high - low))) : 0;
  return a + part * (b - a);
}

function dateOf(day: number): Date {
  return new Date((day - EPOCH) * DAY);
}

function labelled(dates: Date[]): Tick[] {
  let year = Number.NaN;
  return dates.map((date) => {
    const newYear = date.getUTCFullYear() !== year;
    year = date.getUTCFullYear();
    const firstOfYear = date.getUTCMonth() === 0 && date.getUTCDate() === 1;
    const month = `${MONTHS[date.getUTCMonth()]}`;
    const named = date.getUTCDate() === 1 ? month : `${date.getUTCDate()} ${month}`;
    const label = firstOfYear ? `${year}` : newYear ? `${named} ${year}` : named;
    return { day: Math.round(date.getTime() / DAY) + EPOCH, label, strong: newYear };
  });
}
