/** The dates of the table behind the picture, as the page has them. */

export type End = "f" | "o" | "u" | "a";

/** A date: the days it may cover (NaN: no bound), what is sure of it, how its ends are known. */
export interface Mark {
  readonly low: number;
  readonly high: number;
  readonly sure: readonly [number, number] | null;
  readonly start: End;
  readonly end: End;
  readonly day: boolean;
  readonly perhaps: boolean;
  readonly count: number;
  readonly lane: string;
  readonly when: string;
  readonly href: string;
}

/** Read the table; by the number of the lane. */
export function marksOf(table: HTMLTableElement): Map<number, Mark[]> {
  const found = new Map<number, Mark[]>();
  for (const row of table.querySelectorAll<HTMLTableRowElement>("tr[data-days]")) {
    const lane = Number(row.dataset.lane);
    const marks = found.get(lane) ?? [];
    marks.push(markOf(row));
    found.set(lane, marks);
  }
  return found;
}

function markOf(row: HTMLTableRowElement): Mark {
  const [low, high, sureLow, sureHigh, start, end, kind = ""] = (row.dataset.days ?? "").split(",");
  const link = row.querySelector("a");
  return {
    low: day(low),
    high: day(high),
    sure: kind.startsWith("s") ? [day(sureLow), day(sureHigh)] : null,
    start: start as End,
    end: end as End,
    day: kind.startsWith("d"),
    perhaps: kind.endsWith("p"),
    count: Number(row.cells[3]?.textContent),
    lane: row.cells[0]?.textContent ?? "",
    when: row.cells[1]?.textContent ?? "",
    href: link?.getAttribute("href") ?? "",
  };
}

function day(words: string | undefined): number {
  return words ? Number(words) : Number.NaN;
}
