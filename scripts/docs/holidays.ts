/** Prints `src/rules/days/holidays.ts`: what the library of holidays knows of Sweden, year by year. */
import Holidays from 'date-holidays'

const [FIRST, LAST] = [2020, 2040]

/**
 * Public holidays by law (https://www.riksdagen.se/sv/dokument-och-lagar/dokument/svensk-forfattningssamling/lag-1989253-om-allmanna-helgdagar_sfs-1989-253/)
 * and, as `bank`, the eves that offices keep as well: of midsummer, Christmas and New Year.
 */
const kept = new Set(['public', 'bank'])

const calendar = new Holidays('SE')

/** `01-01 01-06 …` of a year. */
function daysOf(year: number): string {
  const days = calendar
    .getHolidays(year)
    .filter(({ type }) => kept.has(type))
    .map(({ date }) => date.slice('2026-'.length, '2026-01-01'.length))
  return [...new Set(days)].sort().join(' ')
}

/** The whole file, formatted. */
export function printHolidays(): string {
  const years = Array.from({ length: LAST - FIRST + 1 }, (_, i) => FIRST + i)
  return `/** Swedish public holidays ${FIRST}–${LAST}, and the eves that offices keep; made by \`npm run holidays\`, never by hand. */
import type { Day } from '#src/lists/columns.ts'

const byYear: Record<string, string> = {
${years.map((year) => `  ${year}: '${daysOf(year)}',`).join('\n')}
}

/** Of years beyond the table nothing is known: then only weekends are no working days. */
export const holidays: ReadonlySet<Day> = new Set(
  Object.entries(byYear).flatMap(([year, days]) => days.split(' ').map((day) => \`\${year}-\${day}\`)),
)
`
}
