/** The attendance as the person means it: with what is on its way to the server, or waits for the net. */
import { useMemo, useState, useSyncExternalStore } from 'react'
import type { ActionArgs } from '#src/actions/index.ts'
import type { Refusal } from '#src/rules/refusal.ts'
import { useSession } from '../../context.ts'
import type { HeldMeeting } from '../useMeeting.ts'
import { type Attending, attendingOf } from './people.ts'

type Said = ActionArgs<'setAttendance'>['people'][number]

export function useAttendance({ meeting, forum, attendance }: HeldMeeting) {
  const { session } = useSession()
  const { acting } = session
  const queue = useSyncExternalStore(acting.subscribe, acting.queue)
  const [sending, setSending] = useState<readonly Said[]>([])
  const [refusals, setRefusals] = useState<readonly Refusal[]>([])
  const attending = useMemo(() => {
    const waiting = queue.flatMap(({ name, args }) => {
      const asked = args as ActionArgs<'setAttendance'>
      return name === 'setAttendance' && asked.meeting === meeting.key ? asked.people : []
    })
    return [...waiting, ...sending].reduce(
      (rows, said) =>
        rows.some(({ person }) => person.id === said.person.id)
          ? rows.map((row) => (row.person.id === said.person.id ? asSaid(said) : row))
          : [...rows, asSaid(said)],
      attendingOf(meeting, forum, attendance),
    )
  }, [meeting, forum, attendance, queue, sending])

  /** Shown at once; taken back when it is refused. */
  async function say(people: Said[]) {
    setSending((now) => [...now, ...people])
    const answer = await acting.act('setAttendance', { meeting: meeting.key, people })
    setSending((now) => now.filter((one) => !people.includes(one)))
    setRefusals('refusals' in answer ? answer.refusals : [])
  }
  return { attending, say, refusals }
}

const asSaid = ({ person, presence, capacity, part, standsInFor }: Said): Attending => ({
  person,
  presence,
  capacity,
  ...(part && { part }),
  ...(standsInFor && { standsInFor }),
})

/** What the server is told of a line. */
export const saidOf = (
  { person, capacity, part, standsInFor }: Attending,
  presence: Said['presence'],
): Said => ({ person, capacity, presence, part: part ?? null, standsInFor: standsInFor ?? null })
