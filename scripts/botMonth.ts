/** `npm run bot-month`: a month of reminders with faults and kills, over in minutes; the last line says what came of it, as JSON. */
import { monthOptions } from './botMonth/options.ts'
import { simulate } from './botMonth/simulate.ts'

const options = monthOptions(process.argv.slice(2))
const { result, lost, servers, failures, again } = await simulate(options, (day, delivered, attempts) =>
  console.log(`${day} ${delivered} delivered, ${attempts} attempts`),
)
for (const error of failures) console.error(error)
console.log(
  `${servers} servers started, ${failures.length} rounds failed, ${again} lines told again as perhaps seen`,
)
for (const line of lost.slice(0, 20)) console.log(`lost: ${line}`)
console.log(JSON.stringify(result))
