/** The questions of a new need, each with an example. */
import { yesNoUnknown } from '#src/lists/initiatives.ts'
import { people, units } from '#src/lists/organisation.ts'
import type { Portfolio } from '#src/lists/portfolios.ts'
import type { Person, Ref } from '#src/lists/columns.ts'
import { useSession } from '../context.ts'
import { useItems } from '../data.ts'
import { useWords } from '../language.ts'
import { OnePicker } from '../ui/fields/Picker.tsx'
import { useOptions } from '../ui/fields/options.ts'
import type { NeedValues } from '../ui/ownNeeds.ts'
import { Choice, Field } from './Field.tsx'
import styles from './Need.module.css'

const LINE = 255

/** Questions that must be answered, or were answered too long. */
export type Wrong = Partial<Record<'title' | 'need' | 'benefit' | 'portfolio' | 'contact', string>>

export function NeedForm({
  values,
  change,
  wrong,
  choosable,
}: {
  values: NeedValues
  change: (next: Partial<NeedValues>) => void
  wrong: Wrong
  /** Portfolios to choose between; none when the unit says which. */
  choosable: readonly Portfolio[]
}) {
  const { t, word } = useWords()
  const { session } = useSession()
  const external = new Set(
    useItems(session.data, units).flatMap(({ kind, key }) => (kind === 'external' ? [key] : [])),
  )
  const unitOptions = useOptions('unit').filter(({ value }) => !('key' in value) || !external.has(value.key))
  const personOptions = useOptions('contact')
  const me = useItems(session.data, people).find(({ person }) => person.id === session.person.id)
  const answer = (id: 'title' | 'need' | 'benefit') => ({
    id,
    label: t(`question.${id}`),
    help: t(`example.${id}`),
    problem: wrong[id],
  })
  return (
    <>
      <Field {...answer('title')} required>
        {(tied) => (
          <input
            {...tied}
            type='text'
            maxLength={LINE}
            value={values.title}
            onChange={({ target }) => change({ title: target.value })}
          />
        )}
      </Field>
      <Field {...answer('need')} required>
        {(tied) => (
          <textarea
            {...tied}
            rows={4}
            value={values.need}
            onChange={({ target }) => change({ need: target.value })}
          />
        )}
      </Field>
      <Field {...answer('benefit')} required>
        {(tied) => (
          <textarea
            {...tied}
            rows={3}
            value={values.benefit}
            onChange={({ target }) => change({ benefit: target.value })}
          />
        )}
      </Field>
      <Question id='unit'>
        <OnePicker
          label={t('question.unit')}
          options={unitOptions}
          value={values.unit}
          change={(unit) => change({ unit: unit as Ref | null, portfolio: undefined })}
        />
      </Question>
      {choosable.length > 0 && (
        <Field
          id='portfolio'
          label={t('question.portfolio')}
          help={t('example.portfolio')}
          problem={wrong.portfolio}
          required
        >
          {(tied) => (
            <select
              {...tied}
              value={values.portfolio ?? ''}
              onChange={({ target }) => change({ portfolio: target.value || undefined })}
            >
              <option value=''>{t('propose.choose')}</option>
              {choosable.map(({ key, title }) => (
                <option key={key} value={key}>
                  {title}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
      <Choice
        id='contact'
        label={t('question.contact')}
        help={t('example.contact')}
        options={[
          { value: 'me', text: me ? `${t('propose.me')} (${me.title})` : t('propose.me') },
          { value: 'other', text: t('propose.someone') },
        ]}
        value={values.contact === undefined ? 'me' : 'other'}
        change={(who) => change({ contact: who === 'me' ? undefined : nobody })}
      >
        {values.contact !== undefined && (
          <>
            <OnePicker
              label={t('propose.pickPerson')}
              options={personOptions}
              value={values.contact.id ? values.contact : undefined}
              change={(person) => change({ contact: (person as Person | null) ?? nobody })}
            />
            {wrong.contact && <p className={styles.problem}>{wrong.contact}</p>}
          </>
        )}
      </Choice>
      <Field id='systems' label={t('question.systems')} help={t('example.systems')}>
        {(tied) => (
          <input
            {...tied}
            type='text'
            maxLength={LINE}
            value={values.systems}
            onChange={({ target }) => change({ systems: target.value })}
          />
        )}
      </Field>
      <Choice
        id='legal'
        label={t('question.legal')}
        help={t('example.legal')}
        options={(Object.keys(yesNoUnknown) as (keyof typeof yesNoUnknown)[]).map((value) => ({
          value,
          text: word('yesNoUnknown', value),
        }))}
        value={values.legal}
        change={(legal) => change({ legal })}
      />
      {values.legal === 'yes' && (
        <Field id='legalBasis' label={t('question.legalBasis')} help={t('example.legalBasis')}>
          {(tied) => (
            <input
              {...tied}
              type='text'
              maxLength={LINE}
              value={values.legalBasis}
              onChange={({ target }) => change({ legalBasis: target.value })}
            />
          )}
        </Field>
      )}
      <div className={styles.field}>
        <label className={styles.option}>
          <input
            type='checkbox'
            checked={values.wantsToBuy}
            aria-describedby='wantsToBuy-help'
            onChange={({ target }) => change({ wantsToBuy: target.checked })}
          />{' '}
          {t('question.wantsToBuy')}
        </label>
        <p id='wantsToBuy-help' className={styles.help}>
          {t('example.wantsToBuy')}
        </p>
        <div role='status'>{values.wantsToBuy && <p className={styles.notice}>{t('propose.buying')}</p>}</div>
      </div>
    </>
  )
}

/** Somebody else is to be picked, and nobody has been yet. */
export const nobody: Person = { id: '', name: '' }

/** A question whose control names itself. */
function Question({ id, children }: { id: 'unit'; children: React.ReactNode }) {
  const { t } = useWords()
  return (
    <div className={styles.field}>
      <span className={styles.question}>
        {t(`question.${id}`)} <span className={styles.quiet}>{t('propose.optional')}</span>
      </span>
      <p className={styles.help}>{t(`example.${id}`)}</p>
      {children}
    </div>
  )
}
