/** What the decision does with the initiative: one choice, and the few fields that it asks for. */
import { initiatives } from '#src/lists/initiatives.ts'
import { type GateName, gateOf, movesForward } from '#src/rules/gates.ts'
import type { Outcome } from '#src/lists/decisions.ts'
import { useWords } from '../../language.ts'
import { KronorInput } from '../../ui/fields/KronorInput.tsx'
import forms from '../Forms.module.css'
import { choiceText } from './choiceText.ts'
import { type EffectChoice, type EffectDraft, ownerRoles, type OwnerRole } from './effects.ts'
import { PersonInput } from './PersonInput.tsx'
import styles from './Hold.module.css'

export function EffectFields({
  choices,
  draft,
  change,
  agreement,
}: {
  choices: readonly EffectChoice[]
  draft: EffectDraft
  change: (draft: EffectDraft) => void
  /** The forum that must agree before whoever decides may. */
  agreement: string | undefined
}) {
  const words = useWords()
  const { t, label } = words
  const [does, gate, outcome] = draft.choice.split('/')
  const asksAmount =
    does === 'financing' ||
    (does === 'gate' &&
      gateOf(gate as GateName).raises === true &&
      movesForward(gate as GateName, outcome as Outcome))
  return (
    <>
      <label className={forms.field}>
        {t('holding.effect')}
        <select
          value={draft.choice}
          onChange={(event) => change({ choice: event.target.value as EffectChoice })}
        >
          {choices.map((choice) => (
            <option key={choice} value={choice}>
              {choiceText(choice, words)}
            </option>
          ))}
        </select>
      </label>
      {asksAmount && (
        <div className={forms.field}>
          <span className={styles.label}>
            {does === 'financing' ? t('holding.amount') : t('holding.amountIfAny')}
          </span>
          <KronorInput
            aria-label={t('holding.amount')}
            value={draft.amountKr ?? undefined}
            change={(amountKr) => change({ ...draft, amountKr })}
          />
        </div>
      )}
      {does === 'gate' && agreement !== undefined && (
        <label className={styles.check}>
          <input
            type='checkbox'
            checked={draft.agreed === true}
            onChange={(event) => change({ ...draft, agreed: event.target.checked })}
          />
          {t('holding.agreed', { forum: agreement })}
        </label>
      )}
      {does === 'owner' && (
        <div className={forms.fields}>
          <label className={forms.field}>
            {t('holding.role')}
            <select
              value={draft.role ?? ''}
              onChange={(event) => change({ ...draft, role: event.target.value as OwnerRole })}
            >
              <option value='' disabled>
                {t('holding.choose')}
              </option>
              {ownerRoles.map((role) => (
                <option key={role} value={role}>
                  {label(initiatives, role)}
                </option>
              ))}
            </select>
          </label>
          <PersonInput
            label={t('holding.person')}
            value={draft.person}
            change={(person) => {
              const { person: _, ...rest } = draft
              change({ ...rest, ...(person && { person }) })
            }}
          />
        </div>
      )}
      {does === 'priority' && (
        <label className={forms.field}>
          {t('holding.rank')}
          <input
            type='number'
            min={1}
            step={1}
            value={draft.rank ?? ''}
            onChange={(event) => {
              const { rank: _, ...rest } = draft
              const rank = Math.trunc(event.target.valueAsNumber)
              change({ ...rest, ...(rank >= 1 && { rank }) })
            }}
          />
        </label>
      )}
    </>
  )
}
