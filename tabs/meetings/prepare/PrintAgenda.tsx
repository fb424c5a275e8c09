/** The agenda on A4: forum, day and place, who is called, and each item with its time, presenter and what is proposed. */
import { createPortal } from 'react-dom'
import { itemKinds } from '#src/lists/meetings.ts'
import { startsOf } from '#src/rules/meetings/agendaTimes.ts'
import { formatList } from '#src/text/format.ts'
import { formatTime, whenAndWhere } from '#src/text/formatTime.ts'
import { useSession } from '../../context.ts'
import { useWords } from '../../language.ts'
import { usePrinting } from '../../ui/table/usePrinting.ts'
import type { HeldMeeting } from '../useMeeting.ts'
import buttons from '../../ui/Buttons.module.css'
import styles from './PrintAgenda.module.css'

export function PrintButton() {
  const { t } = useWords()
  return (
    <button type='button' className={buttons.small} onClick={() => window.print()}>
      {t('agenda.print')}
    </button>
  )
}

/** While the browser prints, the agenda stands in the page's place. */
export function Printing({ held }: { held: HeldMeeting }) {
  const printing = usePrinting()
  return printing ? createPortal(<PrintAgenda held={held} />, document.body) : null
}

function PrintAgenda({ held: { meeting, forum, items } }: { held: HeldMeeting }) {
  const words = useWords()
  const { t, locale } = words
  const { today } = useSession()
  const starts = startsOf(items, meeting.start)
  const called = (forum?.members ?? []).map(({ name }) => name)
  return (
    <div className={styles.print} lang={locale}>
      <p className={styles.kind}>{t('agenda.title')}</p>
      <h1>{meeting.forum.title}</h1>
      <p>{whenAndWhere(meeting, locale, { today, long: true })}</p>
      <p>
        {meeting.chair && `${t('meetings.chairIs', { name: meeting.chair.name })}. `}
        {meeting.secretary && `${t('meetings.secretaryIs', { name: meeting.secretary.name })}. `}
        {called.length > 0 && t('agenda.called', { names: formatList(called, locale) })}
      </p>
      <table>
        <thead>
          <tr>
            <th scope='col'>{t('agenda.time')}</th>
            <th scope='col'>{t('agenda.number')}</th>
            <th scope='col'>{t('agenda.item')}</th>
            <th scope='col'>{t('agenda.presenter')}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((item, i) => (
            <tr key={item.key}>
              <td>{starts[i] && formatTime(starts[i], locale)}</td>
              <td>{i + 1}</td>
              <td>
                <b>{item.title}</b> ({words.of(itemKinds, item.kind)})
                {item.proposal && <p>{t('agenda.proposes', { proposal: item.proposal })}</p>}
                {item.question && <p>{item.question}</p>}
                {item.material && item.material.length > 0 && (
                  <p>
                    {t('meetings.material')}: {item.material.map(({ name }) => name).join(', ')}
                  </p>
                )}
              </td>
              <td>{item.presenter?.name}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
