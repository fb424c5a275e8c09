/** At a sitting, whoever chairs it or writes for it writes down what each of those there who decide says of a laid order. */
import { useCallback, useMemo, useState } from 'react'
import type { Person, Ref } from '#src/lists/columns.ts'
import { type Attendance, attendance, type Meeting } from '#src/lists/meetings.ts'
import type { Forum } from '#src/lists/organisation.ts'
import type { Ranking } from '#src/lists/prioritising.ts'
import type { ListReader } from '#src/graph/listReader.ts'
import { isRefusal, mandateOf, type MandateQuestion } from '#src/rules/mandate.ts'
import { mayInMeeting } from '#src/rules/meetings/meetingRights.ts'
import { awaitsWord } from '#src/rules/prioritising/orderRound.ts'
import { useSession } from '../../context.ts'
import { useWords } from '../../language.ts'
import { useRead } from '../../ui/useRead.ts'
import { AnswerOrder } from './AnswerOrder.tsx'
import type { useAnswer } from './useAnswer.ts'
import styles from './Session.module.css'

type Answering = Pick<ReturnType<typeof useAnswer>, 'answer' | 'busy'>

export interface WrittenAt extends Answering {
  forum: Forum
  laid: Ranking
  sitting: Meeting
  question: MandateQuestion
  isAnother: boolean
}

/** Nothing for whoever doesn't write at the sitting. */
export function WriteAnswer(given: WrittenAt) {
  const { session } = useSession()
  const { forum, sitting } = given
  const mayWrite = mayInMeeting('decideIn', { id: session.person.id, roles: [] }, { forum, meeting: sitting })
  return mayWrite && sitting.kind !== 'between' ? <OfThose {...given} /> : null
}

function OfThose({ forum, laid, sitting, question, isAnother, ...answering }: WrittenAt) {
  const { t } = useWords()
  const { session } = useSession()
  const { key } = sitting
  const { rows } = useRead(
    'attendance',
    useCallback((store: ListReader) => store.where(attendance, { column: 'meeting', value: key }), [key]),
    useCallback(({ meeting }: Attendance) => meeting.key === key, [key]),
  )
  const [chosen, choose] = useState<string>()
  const me = session.person.id
  const asked = useMemo(() => askedAmong(rows ?? [], { me, laid, question }), [rows, me, laid, question])
  if (!rows) return null
  const one = asked.find(({ person }) => person.id === chosen) ?? asked[0]
  if (!one) return <p className={styles.quiet}>{t('order.nobodyToWrite', { meeting: sitting.title })}</p>
  return (
    <details>
      <summary>{t('order.write', { meeting: sitting.title })}</summary>
      {asked.length > 1 && (
        <label className={styles.form}>
          {t('order.whose')}
          <select value={one.person.id} onChange={(event) => choose(event.target.value)}>
            {asked.map(({ person, party }) => (
              <option key={person.id} value={person.id}>
                {[party?.title, person.name].filter(Boolean).join(', ')}
              </option>
            ))}
          </select>
        </label>
      )}
      <AnswerOrder
        // Words about one authority are never sent as another's.
        key={`${one.person.id}/${one.party?.key}`}
        {...answering}
        forum={forum}
        year={laid.year}
        party={one.party}
        sitting={sitting}
        isAnother={isAnother}
        saidBy={one.person}
      />
    </details>
  )
}

/** Those there whose word is awaited, oneself excepted. */
const askedAmong = (
  rows: readonly Attendance[],
  { me, laid, question }: { me: string; laid: Ranking; question: MandateQuestion },
): { person: Person; party?: Ref }[] =>
  rows
    .filter(({ person, presence, archived }) => !archived && presence !== 'absent' && person.id !== me)
    .flatMap(({ person }) => {
      const by = mandateOf(person, question)
      if (isRefusal(by) || !awaitsWord(laid, by.party)) return []
      return [{ person, ...(by.party && { party: by.party }) }]
    })
