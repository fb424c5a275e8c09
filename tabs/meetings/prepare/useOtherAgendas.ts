/** What other meetings' agendas and minutes that aren't verified carry about the same initiatives: read while an agenda is prepared. */
import { useEffect, useMemo, useState } from 'react'
import { type AgendaItem, agendaItems, type Meeting, meetings } from '#src/lists/meetings.ts'
import { type AskedElsewhere, elsewhere, type Elsewhere } from '#src/rules/meetings/onOtherAgendas.ts'
import { useSession } from '../../context.ts'

interface Read {
  items: readonly AgendaItem[]
  meetings: ReadonlyMap<string, Meeting>
}

/** A read for each initiative: of a very long agenda the first are looked at. */
const MOST_LOOKED_AT = 60

const none = (): Elsewhere[] => []

/** Answers nothing until it has been read, nor when it can't be: it is a warning beside the work. `here`: the meeting's key. */
export function useOtherAgendas(
  here: string,
  asked: readonly AskedElsewhere[],
): (one: AskedElsewhere) => Elsewhere[] {
  const { session } = useSession()
  const { store } = session.data
  const [read, setRead] = useState<Read>()
  const wanted = [...new Set(asked.flatMap(({ initiative }) => initiative?.key ?? []))]
    .toSorted()
    .slice(0, MOST_LOOKED_AT)
    .join('\n')
  useEffect(() => {
    if (wanted === '') return
    let isOld = false
    const look = async () => {
      const [items] = await store.whereIn([
        { list: agendaItems, column: 'initiative', values: wanted.split('\n') },
      ])
      const keys = new Set(items.flatMap(({ meeting }) => meeting?.key ?? []))
      keys.delete(here)
      const [sittings] =
        keys.size > 0 ? await store.whereIn([{ list: meetings, column: 'key', values: [...keys] }]) : [[]]
      if (!isOld) setRead({ items, meetings: new Map(sittings.map((one) => [one.key, one])) })
    }
    look().catch(() => undefined)
    return () => {
      isOld = true
    }
  }, [store, here, wanted])
  return useMemo(
    () => (read ? (one: AskedElsewhere) => elsewhere(one, { ...read, here }) : none),
    [read, here],
  )
}
