/** What was sent, version by version, to read as it was. */
import { itemKinds } from '#src/lists/meetings.ts'
import type { AgendaChanges } from '#src/rules/agendaChanges.ts'
import { readAgenda } from '#src/rules/agendaPicture.ts'
import { formatTime, formatWeekday } from '#src/text/formatTime.ts'
import { useSession } from '../../context.ts'
import { useWords } from '../../language.ts'
import type { Frozen } from '../frozen.ts'
import { Material } from '../Material.tsx'
import styles from './Prepare.module.css'

export function SentVersions({
  versions,
  changes,
}: {
  versions: readonly Frozen[]
  changes: AgendaChanges | undefined
}) {
  const { t, locale } = useWords()
  const { today } = useSession()
  if (versions.length === 0) return null
  return (
    <section className={`${styles.sent} no-print`} aria-labelledby='agenda-sent'>
      <h2 id='agenda-sent'>{t('agenda.sent')}</h2>
      {changes?.any && (
        <p>
          <span className={styles.late} aria-hidden='true'>
            ◆
          </span>{' '}
          {t('agenda.changedSince')}{' '}
          {changes.gone.length > 0 && t('agenda.gone', { titles: changes.gone.join(', ') })}{' '}
          {changes.moved && t('agenda.otherOrder')}
        </p>
      )}
      {versions.map((frozen) => (
        <details key={frozen.version}>
          <summary>
            {t('agenda.version', {
              version: frozen.version,
              day: formatWeekday(frozen.sentOn, locale, { today }),
              name: frozen.by.name,
            })}
          </summary>
          <Sent frozen={frozen} />
        </details>
      ))}
    </section>
  )
}

function Sent({ frozen }: { frozen: Frozen }) {
  const words = useWords()
  const { t, locale } = words
  const picture = readAgenda(frozen.text)
  return (
    <>
      <ol className={styles.sentItems}>
        {picture.items.map((item) => (
          <li key={item.key}>
            {item.starts && <span className={styles.quiet}>{formatTime(item.starts, locale)} </span>}
            <b>{item.title}</b>{' '}
            <span className={styles.quiet}>
              {[
                words.of(itemKinds, item.kind),
                item.presenter?.name,
                item.minutes !== undefined && t('meetings.minutesLong', { minutes: item.minutes }),
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
            {item.proposal && (
              <span className={styles.proposal}>{t('agenda.proposes', { proposal: item.proposal })}</span>
            )}
            <Material links={item.material} />
          </li>
        ))}
      </ol>
      <p className={styles.hash}>{t('agenda.hash', { hash: frozen.hash })}</p>
    </>
  )
}
