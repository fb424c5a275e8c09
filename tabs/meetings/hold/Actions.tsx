/** The actions of an item: those that were agreed, and one more line to type. */
import { useEffect, useState, useSyncExternalStore } from 'react'
import type { ActionItem } from '#src/lists/actionItems.ts'
import type { Day, Person } from '#src/lists/columns.ts'
import type { AgendaItem } from '#src/lists/meetings.ts'
import type { ActionArgs } from '#src/actions/index.ts'
import { formatWeekday } from '#src/text/formatTime.ts'
import { newKey } from '../../act.ts'
import { useSession } from '../../context.ts'
import { useWords } from '../../language.ts'
import { Refusals } from '../../ui/Refusals.tsx'
import buttons from '../../ui/Buttons.module.css'
import { useAsk } from '../useAsk.ts'
import type { HeldMeeting } from '../useMeeting.ts'
import { ActionInput, type WholeAction } from './ActionInput.tsx'
import styles from './Hold.module.css'

export function Actions({
  held: { meeting, actions },
  item,
  present,
  nextMeeting,
  mayWrite,
}: {
  held: HeldMeeting
  item: AgendaItem
  present: readonly Person[]
  nextMeeting: Day | undefined
  mayWrite: boolean
}) {
  const { t, locale } = useWords()
  const { today, session } = useSession()
  const { ask, refusals } = useAsk()
  const [changing, setChanging] = useState<ActionItem>()
  const [said, setSaid] = useState('')
  const [returned, setReturned] = useState(0)
  const lineName = `action/${meeting.key}/${item.key}/new`
  const queue = useSyncExternalStore(session.acting.subscribe, session.acting.queue)
  const mine = actions.filter((action) => action.item?.key === item.key && action.state !== 'dropped')
  const waiting = queue.flatMap(({ name, args }) => {
    const asked = args as ActionArgs<'saveAction'>
    const isHere = name === 'saveAction' && asked.item === item.key
    return isHere && !mine.some(({ key }) => key === asked.action) ? [asked] : []
  })
  const place = {
    forum: meeting.forum.key,
    meeting: meeting.key,
    item: item.key,
    ...(item.initiative && { initiative: item.initiative.key }),
  }
  // What was sent later and refused goes back to its line.
  useEffect(
    () =>
      session.onRefused(({ name, args }) => {
        const { item: of, values } = args as ActionArgs<'saveAction'>
        if (name !== 'saveAction' || of !== item.key || !values.owner) return
        const line = lineOf(values as unknown as ActionItem)
        void session.data.cache
          .change<string>(lineName, (kept) => kept ?? line)
          .then(() => setReturned((count) => count + 1))
      }),
    [session, item.key, lineName],
  )
  const add = async ({ what, owner, due }: WholeAction) => {
    const values = { title: what, owner, due }
    const done = changing
      ? await ask(
          'saveAction',
          { ...place, action: changing.key, values },
          { [changing.key]: changing.version },
        )
      : await ask('saveAction', { ...place, action: newKey(), values })
    if (!done) return false
    setChanging(undefined)
    setSaid(t('holding.actionAdded', { name: owner.name }))
    return true
  }
  return (
    <section className={styles.section} aria-labelledby='actions-title'>
      <h3 id='actions-title'>{t('holding.actions')}</h3>
      {mine.length + waiting.length > 0 && (
        <ul className={styles.actions}>
          {mine.map((action) => (
            <li key={action.key}>
              <span>
                <b>{action.owner.name}</b> · {action.title} ·{' '}
                {t('holding.by', { day: formatWeekday(action.due, locale, { today }) })}
              </span>
              {mayWrite && (
                <span className={styles.tools}>
                  <button type='button' className={buttons.small} onClick={() => setChanging(action)}>
                    {t('holding.change')}
                    <span className='visually-hidden'> {action.title}</span>
                  </button>
                  <button
                    type='button'
                    className={buttons.small}
                    onClick={() =>
                      void ask('saveAction', { ...place, action: action.key, values: { state: 'dropped' } })
                    }
                  >
                    {t('holding.remove')}
                    <span className='visually-hidden'> {action.title}</span>
                  </button>
                </span>
              )}
            </li>
          ))}
          {waiting.map(({ action, values }) => (
            <li key={action} className={styles.quiet}>
              {String(values.title ?? '')} · {t('holding.waitsForNet')}
            </li>
          ))}
        </ul>
      )}
      {mayWrite && (
        <ActionInput
          key={changing?.key ?? `new-${returned}`}
          name={changing ? `action/${meeting.key}/${item.key}/${changing.key}` : lineName}
          begin={changing ? lineOf(changing) : ''}
          present={present}
          nextMeeting={nextMeeting}
          add={add}
        />
      )}
      <Refusals refusals={refusals} />
      <p role='status' className='visually-hidden'>
        {said}
      </p>
    </section>
  )
}

/** The action as it would be typed. */
const lineOf = ({ owner, title, due }: ActionItem) => `@${owner.name} ${title} /${due}`
