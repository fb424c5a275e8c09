/** What each authority of a joint matter decides, a row each, and who stands behind it for whom. */
import type { Person } from '#src/lists/columns.ts'
import type { Outcome } from '#src/lists/decisions.ts'
import { needsReason } from '#src/rules/meetings/outcomes.ts'
import { decidersText } from '#src/text/refusals.ts'
import { useWords } from '../../language.ts'
import forms from '../Forms.module.css'
import type { VoiceDraft } from './useDecision.ts'
import type { VoiceRow, VoiceRows } from './useVoices.ts'
import styles from './Hold.module.css'

type Change = (row: VoiceRow, changes: VoiceDraft) => void

export function Voices({ rows, change }: { rows: VoiceRows; change: Change }) {
  const { t } = useWords()
  const { parties, endorsers, outcomes } = rows
  return (
    <>
      {endorsers.length > 0 && (
        <fieldset className={forms.group}>
          <legend>{t('holding.behind')}</legend>
          {endorsers.map((row) => (
            <Endorser key={row.key} row={row} change={change} />
          ))}
        </fieldset>
      )}
      {parties.length > 0 && (
        <fieldset className={forms.group} data-part='voices'>
          <legend>{t('holding.voices')}</legend>
          <p className={styles.quiet}>{t('holding.voicesHint')}</p>
          <ul className={styles.voices}>
            {parties.map((row) => (
              <li key={row.key}>
                <Party row={row} outcomes={outcomes} change={change} />
              </li>
            ))}
          </ul>
        </fieldset>
      )}
    </>
  )
}

function Party({ row, outcomes, change }: { row: VoiceRow; outcomes: readonly Outcome[]; change: Change }) {
  const words = useWords()
  const { t, word } = words
  const { party, able, posts, fixed, decided, says, wording, caseNumber } = row
  if (fixed?.says && fixed.says !== 'endorses')
    return (
      <p>
        ✓ <b>{party.title}</b>: {word('outcomes', fixed.says)} · {fixed.by?.name}
        {fixed.decision && ` · ${fixed.decision.title}`}
      </p>
    )
  if (decided)
    return (
      <p>
        ✓ <b>{party.title}</b>:{' '}
        {t('holding.voiceBefore', {
          outcome: word('outcomes', decided.outcome),
          name: decided.decidedBy.name,
          number: decided.number,
        })}
      </p>
    )
  if (able.length === 0)
    return (
      <p className={styles.quiet}>
        <b>{party.title}</b>: {t('holding.voiceAway')}{' '}
        {posts.length > 0 ? t('holding.theyMay', { who: decidersText(posts, words) }) : ''}
      </p>
    )
  const isSaid = says !== ''
  return (
    <div className={styles.voice} role='group' aria-label={party.title}>
      <p>
        <b>{party.title}</b>
        {able.length === 1 && ` · ${able[0]?.name}`}
      </p>
      {able.length > 1 && <Who row={row} change={change} />}
      <label className={forms.field}>
        {t('holding.voiceSays')}
        <select
          value={says}
          onChange={(event) => change(row, { says: event.target.value as VoiceRow['says'] })}
        >
          <option value=''>{t('holding.voiceNotNow')}</option>
          {outcomes.map((outcome) => (
            <option key={outcome} value={outcome}>
              {word('outcomes', outcome)}
            </option>
          ))}
        </select>
      </label>
      {isSaid && (
        <label className={forms.field}>
          {t('holding.voiceCase')}
          <input
            type='text'
            maxLength={255}
            value={caseNumber}
            onChange={(event) => change(row, { caseNumber: event.target.value })}
          />
        </label>
      )}
      {isSaid && says !== 'endorses' && (needsReason(says) || wording !== '') && (
        <label className={`${forms.field} ${styles.voiceWords}`}>
          {t('holding.voiceWhy')}
          <textarea
            rows={2}
            maxLength={4000}
            value={wording}
            onChange={(event) => change(row, { wording: event.target.value })}
          />
        </label>
      )}
    </div>
  )
}

function Endorser({ row, change }: { row: VoiceRow; change: Change }) {
  const { t } = useWords()
  const { party, able, says } = row
  return (
    <div>
      <label className={styles.check}>
        <input
          type='checkbox'
          checked={says === 'endorses'}
          onChange={(event) => change(row, { says: event.target.checked ? 'endorses' : '' })}
        />
        {t(able.length === 1 ? 'holding.standsBehind' : 'holding.standsBehindWho', {
          party: party.title,
          name: able.length === 1 ? (able[0]?.name ?? '') : '',
        })}
      </label>
      {able.length > 1 && says === 'endorses' && <Who row={row} change={change} />}
    </div>
  )
}

function Who({ row, change }: { row: VoiceRow; change: Change }) {
  const { t } = useWords()
  const pick = (id: string): Person | undefined => row.able.find((person) => person.id === id)
  return (
    <label className={forms.field}>
      {t('holding.voiceBy')}
      <select
        value={row.by?.id ?? ''}
        onChange={(event) => {
          const by = pick(event.target.value)
          if (by) change(row, { by })
        }}
      >
        {row.able.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  )
}
