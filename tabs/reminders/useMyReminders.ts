/** What the person has chosen of their reminders and whether they are reached, asked of the server, which alone may read it. */
import { useCallback, useEffect, useState } from 'react'
import type { Refusal } from '#src/rules/refusal.ts'
import { isSending } from '#src/rules/reminding/dispatch.ts'
import type { MyReminders } from '#src/rules/reminding/reminderChoice.ts'
import { useSession } from '../context.ts'

export interface Read extends MyReminders {
  /** Whether a server was at work when it was read. */
  sends: boolean
}

export interface Asked {
  mine: Read | undefined
  failed: boolean
  refusals: Refusal[]
  reload: () => void
}

export function useMyReminders(): Asked {
  const { session } = useSession()
  const [mine, setMine] = useState<Read>()
  const [failed, setFailed] = useState(false)
  const [refusals, setRefusals] = useState<Refusal[]>([])
  const reload = useCallback(() => {
    void session.acting.ask('loadMyReminders', {}).then((answer) => {
      setFailed(!('done' in answer))
      setRefusals('refusals' in answer ? answer.refusals : [])
      if ('done' in answer)
        setMine({ ...answer.done.myReminders, sends: isSending(answer.done.myReminders, Date.now()) })
    })
  }, [session])
  useEffect(reload, [reload])
  return { mine, failed, refusals, reload }
}
