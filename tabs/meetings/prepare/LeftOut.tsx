/** What was not taken up this time: seen, and taken up after all. */
import type { AgendaItem } from '#src/lists/meetings.ts'
import { placesFor } from '#src/rules/meetings/agendaPlacing.ts'
import { useWords } from '../../language.ts'
import { Refusals } from '../../ui/Refusals.tsx'
import { useAsk } from '../useAsk.ts'
import type { HeldMeeting } from '../useMeeting.ts'
import buttons from '../../ui/Buttons.module.css'
import styles from './Prepare.module.css'

export function LeftOut({ held: { meeting, items, left } }: { held: HeldMeeting }) {
  const { t } = useWords()
  const { ask, refusals, busy } = useAsk()
  if (left.length === 0) return null
  const takeBack = (item: AgendaItem) => {
    const [at] = placesFor(items, [{ source: item.source, cause: item.cause ?? '', order: 0 }])
    return ask('saveItem', {
      item: item.key,
      forum: item.forum.key,
      meeting: meeting.key,
      values: { state: 'agenda', order: at?.order ?? items.length + 1 },
    })
  }
  return (
    <details className={`${styles.leftOut} no-print`}>
      <summary>{t('agenda.leftOut', { count: left.length })}</summary>
      <ul className={styles.rows}>
        {left.map((item) => (
          <li key={item.key} className={styles.proposalRow}>
            <span className={styles.body}>{item.title}</span>
            <button
              type='button'
              className={buttons.small}
              disabled={busy}
              aria-label={t('agenda.takeItem', { title: item.title })}
              onClick={() => void takeBack(item)}
            >
              {t('agenda.takeAnyway')}
            </button>
          </li>
        ))}
      </ul>
      <Refusals refusals={refusals} />
    </details>
  )
}
