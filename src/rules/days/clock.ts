/** Times of the day as `13:00` (a workbook may have `13.00`), counted in minutes. No clock: times are arguments. */

const TIME = /^([01]?\d|2[0-3])[:.]([0-5]\d)$/

/** Minutes since midnight; `undefined` when the text is no time. */
export function minutesOf(time: string | undefined): number | undefined {
  const [, hours, minutes] = TIME.exec(time?.trim() ?? '') ?? []
  return hours === undefined ? undefined : Number(hours) * 60 + Number(minutes)
}

/** `13:05`; after midnight it goes on from 00:00. */
export function timeOf(minutes: number): string {
  const day = ((Math.round(minutes) % 1440) + 1440) % 1440
  return `${String(Math.floor(day / 60)).padStart(2, '0')}:${String(day % 60).padStart(2, '0')}`
}

/** So many minutes later; `undefined` when the text is no time. */
export function later(time: string | undefined, minutes: number): string | undefined {
  const from = minutesOf(time)
  return from === undefined ? undefined : timeOf(from + minutes)
}
