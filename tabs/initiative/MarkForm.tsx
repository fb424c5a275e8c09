/** Marks an initiative as confidential: by which section of law and why, and who stops reading it, said before it is sent. */
import { Button, Field, Input, Textarea } from '@fluentui/react-components'
import { type SyntheticEvent, useEffect, useId, useRef, useState } from 'react'
import type { Person } from '#src/lists/columns.ts'
import { type Initiative, initiatives } from '#src/lists/initiatives.ts'
import { type LawSection, lawSections } from '#src/lists/lawSections.ts'
import { groupMembers } from '#src/graph/groupMembers.ts'
import { isConfidential, partakers } from '#src/rules/initiatives/confidential.ts'
import { nameOf, partsOf } from '#src/rules/needs/merging.ts'
import type { Refusal } from '#src/rules/refusal.ts'
import { formatList } from '#src/text/format.ts'
import { useSession } from '../context.ts'
import { useItems } from '../data.ts'
import { useWords } from '../language.ts'
import { Refusals } from '../ui/Refusals.tsx'
import type { Sent } from './Confidential.tsx'
import styles from './Initiative.module.css'

export function MarkForm({ initiative, close }: { initiative: Initiative; close: (sent?: Sent) => void }) {
  const { t, locale } = useWords()
  const { session } = useSession()
  const [basis, setBasis] = useState(initiative.confidentialBasis ?? '')
  const [reason, setReason] = useState(initiative.confidentialReason ?? '')
  const [busy, setBusy] = useState(false)
  const [refusals, setRefusals] = useState<Refusal[]>([])
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => form.current?.querySelector('input')?.focus(), [])
  const sections = useId()
  const all = useItems(session.data, initiatives)
  const parts = partsOf(initiative.key, all).filter((part) => !isConfidential(part))
  const send = async (event: SyntheticEvent) => {
    event.preventDefault()
    setBusy(true)
    const answer = await session.acting.act('markConfidential', { initiative: initiative.key, basis, reason })
    setBusy(false)
    if ('refusals' in answer) setRefusals(answer.refusals)
    else close('waiting' in answer ? 'waiting' : 'doneMark')
  }
  return (
    <form
      ref={form}
      className={styles.form}
      onSubmit={(event) => void send(event)}
      aria-label={t('confidential.title')}
    >
      {!isConfidential(initiative) && (
        <div>
          <p>{t('confidential.what', { number: initiative.number })}</p>
          <p className={styles.quiet}>{t('confidential.stays')}</p>
          {parts.length > 0 && (
            <p>▲ {t('confidential.parts', { names: formatList(parts.map(nameOf), locale) })}</p>
          )}
          <Losing initiative={initiative} />
        </div>
      )}
      <Field label={t('confidential.basis')} hint={t('confidential.basisHint')} required>
        <Input list={sections} maxLength={255} value={basis} onChange={(_, { value }) => setBasis(value)} />
      </Field>
      <datalist id={sections}>
        {Object.entries(lawSections).map(([name, section]) => (
          <option key={name} value={section}>
            {t(`confidential.law.${name as LawSection}`)}
          </option>
        ))}
      </datalist>
      <Field label={t('confidential.reason')} hint={t('confidential.reasonHint')} required>
        <Textarea
          resize='vertical'
          rows={2}
          maxLength={10_000}
          value={reason}
          onChange={(_, { value }) => setReason(value)}
        />
      </Field>
      <Refusals refusals={refusals} />
      <div className={styles.actions}>
        <Button type='submit' appearance='primary' disabledFocusable={busy}>
          {t('confidential.send')}
        </Button>
        <Button onClick={() => close()}>{t('app.cancel')}</Button>
      </div>
    </form>
  )
}

/** Those with a part in it who aren't in the group; everybody with a part, where the tab may not know who is in it. */
function Losing({ initiative }: { initiative: Initiative }) {
  const { t } = useWords()
  const members = useMembers()
  const people = partakers(initiative)
  if (members === 'waiting') return <p role='status'>{t('confidential.loseWaiting')}</p>
  const losing = people.filter(({ id }: Person) => !members?.has(id))
  if (losing.length === 0) return <p>{t('confidential.loseNone')}</p>
  return (
    <>
      <p>▲ {t(members ? 'confidential.loseTitle' : 'confidential.loseMaybe')}:</p>
      <ul>
        {losing.map(({ id, name }) => (
          <li key={id}>{name}</li>
        ))}
      </ul>
    </>
  )
}

/** Who reads what is confidential; `undefined` where it can't be known. */
function useMembers(): ReadonlySet<string> | undefined | 'waiting' {
  const { session } = useSession()
  const { graph, site } = session.data.store
  const [members, setMembers] = useState<ReadonlySet<string> | undefined | 'waiting'>('waiting')
  useEffect(() => {
    let here = true
    const known = site.confidentialGroup
      ? groupMembers(graph, site.confidentialGroup)
      : Promise.resolve(undefined)
    known.then(
      (found) => here && setMembers(found),
      () => here && setMembers(undefined),
    )
    return () => {
      here = false
    }
  }, [graph, site])
  return members
}
