/** What a meeting waits for once its data is here: composing an agenda, and a keystroke in the register of decisions. */
import { proposeAgenda } from '#src/rules/agenda.ts'
import { registerOf, searchRegister } from '#src/rules/deciding/register.ts'
import { agendaFacts, registerFacts } from './meetingFacts.ts'
import { heading, line, median, ms } from './report.ts'

const SIZE = { initiatives: 500, decisions: 5_000, actions: 10_000 }
const DECISIONS = 20_000
const RUNS = 9
/** The most that each may take: what was promised of it. */
const [MOST_COMPOSING_MS, MOST_KEYSTROKE_MS] = [100, 50]

export function printMeetings() {
  heading('meetings, data here already')
  const facts = agendaFacts(SIZE)
  const compose = () => took(() => proposeAgenda({ ...facts }))
  const first = compose()
  const { initiatives, decisions, actions } = SIZE
  printed(
    `agenda: ${initiatives}, ${decisions}, ${actions}`,
    Array.from({ length: RUNS }, compose),
    MOST_COMPOSING_MS,
  )
  line('  the first, before it is compiled', ms(first))
  const given = registerFacts(DECISIONS)
  const register = registerOf(given)
  line(`register of ${DECISIONS}, made`, ms(took(() => registerOf(given))))
  const [{ title, number, decidedBy } = { title: '', number: '', decidedBy: { name: '' } }] = given.decisions
  for (const typed of [title, number, `${decidedBy.name} ${title}`]) {
    const keys = Array.from(typed, (_, at) => typed.slice(0, at + 1))
    printed(
      `  a keystroke, ${keys.length} of them`,
      keys.map((text) => took(() => searchRegister(register, { text }))),
      MOST_KEYSTROKE_MS,
    )
  }
}

const took = (work: () => unknown) => {
  const started = performance.now()
  work()
  return performance.now() - started
}

const printed = (name: string, times: readonly number[], most: number) =>
  line(name, ms(median(times)), `greatest ${ms(Math.max(...times))}`, `budget ${ms(most)}`)
