/** One action on a line: what, who, by when and from where; done, moved or handed over there and then. */
import { useState } from 'react'
import { Link } from 'wouter'
import { type ActionItem, actionStates } from '#src/lists/actionItems.ts'
import { groupOf } from '#src/rules/meetings/actionList.ts'
import { daysBetween } from '#src/rules/calendar.ts'
import { formatDay } from '#src/text/format.ts'
import { useSession } from '../../context.ts'
import { useWords } from '../../language.ts'
import { Refusals } from '../../ui/Refusals.tsx'
import { ActionChange } from './ActionChange.tsx'
import { useActionWork } from './useActionWork.ts'
import buttons from '../../ui/Buttons.module.css'
import styles from '../Parts.module.css'

export function ActionLine({ action }: { action: ActionItem }) {
  const words = useWords()
  const { t, locale } = words
  const { today } = useSession()
  const [open, setOpen] = useState<'move' | 'handOver'>()
  const { mayChange, busy, refusals, save } = useActionWork(action)
  const { title, owner, due, state, meeting, initiative, comment, changes = [] } = action
  const late = groupOf(action, today) === 'late'
  const last = changes.at(-1)
  return (
    <li className={styles.line}>
      <div className={styles.what}>
        <b>{title}</b>
        <div>
          {owner.name} · {t('actions.by', { day: formatDay(due, locale, today) })}
          {late && <b className={styles.late}> ▲ {t('actions.late', { days: daysBetween(due, today) })}</b>}
          {state !== 'open' && ` · ${words.of(actionStates, state)}`}
        </div>
        {comment && <div>{comment}</div>}
        <div className={styles.quiet}>
          {meeting && (
            <Link className={styles.link} href={`/meeting/${encodeURIComponent(meeting.key)}`}>
              {meeting.title}
            </Link>
          )}
          {initiative && (
            <>
              {meeting && ' · '}
              <Link className={styles.link} href={`/initiative/${encodeURIComponent(initiative.key)}`}>
                {initiative.title}
              </Link>
            </>
          )}
          {last &&
            ` · ${t('actions.changed', { by: last.by, day: formatDay(last.on, locale, today), reason: last.reason })}`}
        </div>
        <Refusals refusals={refusals} />
      </div>
      {state === 'open' && mayChange && (
        <div className={styles.acts}>
          <button
            type='button'
            className={buttons.button}
            disabled={busy}
            onClick={() => void save({ state: 'done' })}
          >
            {t('actions.done')}
            <span className='visually-hidden'> {title}</span>
          </button>
          {(['move', 'handOver'] as const).map((what) => (
            <button
              key={what}
              type='button'
              className={buttons.button}
              aria-expanded={open === what}
              onClick={() => setOpen(open === what ? undefined : what)}
            >
              {t(what === 'move' ? 'actions.newDay' : 'actions.handOver')}
              <span className='visually-hidden'> {title}</span>
            </button>
          ))}
        </div>
      )}
      {open && (
        <ActionChange
          key={open}
          what={open}
          action={action}
          busy={busy}
          save={async (values) => {
            if (await save(values)) setOpen(undefined)
          }}
        />
      )}
    </li>
  )
}
