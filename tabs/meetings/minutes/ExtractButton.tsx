/** An extract of one item in one click, and then a link to it. */
import { useWords } from '../../language.ts'
import { Refusals } from '../../ui/Refusals.tsx'
import type { HeldMeeting } from '../useMeeting.ts'
import { useAsk } from '../useAsk.ts'
import { filesOf } from './Files.tsx'
import buttons from '../../ui/Buttons.module.css'
import styles from './Minutes.module.css'

export function ExtractButton({
  held: { meeting, papers },
  item,
  version,
}: {
  held: HeldMeeting
  item: { key: string; title: string }
  version: number
}) {
  const { t } = useWords()
  const { ask, refusals, busy } = useAsk()
  const made = filesOf(papers).find(
    (paper) => paper.kind === 'extract' && paper.item?.key === item.key && paper.edition === version,
  )
  return (
    <>
      {made?.file ? (
        <a className={styles.link} href={made.file} target='_blank' rel='noreferrer'>
          {made.fileName}
        </a>
      ) : (
        <button
          type='button'
          className={buttons.small}
          aria-label={t('minutes.extractOf', { title: item.title })}
          disabled={busy}
          onClick={() => void ask('makePaper', { meeting: meeting.key, kind: 'extract', item: item.key })}
        >
          {t(busy ? 'minutes.makingExtract' : 'minutes.extract')}
        </button>
      )}
      <Refusals refusals={refusals} />
    </>
  )
}
