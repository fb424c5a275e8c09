/** `npm run holidays`: writes the table of Swedish public holidays anew. */
import { writeFileSync } from 'node:fs'
import { printHolidays } from './docs/holidays.ts'

writeFileSync(new URL('../src/rules/days/holidays.ts', import.meta.url), printHolidays())
